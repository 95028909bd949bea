package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.harness.ServerTest;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Change;
import org.plpython.plan.Difference;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.plan.Reason;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.ServerEncoding;

/** Changes one attribute after the other by hand: each shows as drift of just that. */
@ServerTest
class DriftTest {
  private static final PlanSettings SETTINGS =
      new PlanSettings(
          Optional.of("shop"),
          Optional.of("plpython_objects"),
          false,
          Dependents.REFUSE,
          Removal.DEFAULT);

  private static final List<DatabaseObject> OBJECTS =
      PythonResolver.resolveFiles(
          List.of(
              new SourceFile(
                  "db",
                  "drift.py",
                  """
                  from datetime import date
                  from typing import Annotated, Iterator
                  from plpython import plaggregate, plfunction, pltrigger

                  @plfunction(
                      volatility="stable", strict=True, security="definer", parallel="safe",
                      leakproof=True, cost=7, rows=9, owner="drift_owner",
                      grant={"drift_app": "execute", "drift_other": "execute"},
                      set={"search_path": ["public", "My Schema"], "work_mem": "8MB"})
                  def f(a: int, b: Annotated[date, "date DEFAULT CURRENT_DATE"]) -> Iterator[int]:
                      "Says a."
                      yield a

                  @plfunction
                  def plain(a: int = 1) -> int:
                      return a

                  @plfunction
                  def add(state: int, a: int) -> int:
                      return state + a

                  @plfunction
                  def add2(state: int, a: int) -> int:
                      return state + a

                  @plfunction
                  def both(state: int, other: int) -> int:
                      return state + other

                  @plaggregate(name="total", final="finish", combine="both", initial="0",
                               sort_operator="<", parallel="safe")
                  @plfunction(name="total_state")
                  def total_state(state: int, a: int) -> int:
                      return state + a

                  @plfunction
                  def finish(state: int) -> int:
                      return state

                  @pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="book", of=["isbn"],
                             condition="new.isbn <> 'x'", args=["a", "b"])
                  def clean(new, td):
                      pass

                  @pltrigger(event="UPDATE", when="AFTER", table="book", level="statement",
                             old_table="before", new_table="after")
                  def watch(td):
                      pass

                  @pltrigger(event="INSERT", when="AFTER", table="book", enabled="always")
                  def always(td):
                      pass

                  @pltrigger(event="DELETE", when="AFTER", table="book")
                  def each(td):
                      pass

                  @pltrigger(event="INSERT", when="AFTER", table="book", constraint=True,
                             deferrable=True)
                  def checked(td):
                      pass
                  """)));

  private final Connection connection;
  private final Deployment deployment;

  DriftTest(Connection connection) {
    this.connection = connection;
    this.deployment = new Deployment(connection, SETTINGS, DeploySettings.DEFAULT);
  }

  @BeforeEach
  void deployed() throws SQLException {
    execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE SCHEMA IF NOT EXISTS other");
    for (String role : List.of("drift_owner", "drift_app", "drift_other", "drift_third")) {
      execute(
          "DO $$ BEGIN CREATE ROLE %1$s; EXCEPTION WHEN duplicate_object THEN END $$"
              .formatted(role));
    }
    execute("CREATE TABLE book (id int, isbn text); CREATE TABLE other_book (id int)");
    execute("GRANT ALL ON SCHEMA public TO drift_owner");
    deployment.apply(OBJECTS, DeployWatcher.NONE);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "f(integer, date) | volatility | ALTER FUNCTION f(int, date) VOLATILE",
        "f(integer, date) | strict     | ALTER FUNCTION f(int, date) CALLED ON NULL INPUT",
        "f(integer, date) | security   | ALTER FUNCTION f(int, date) SECURITY INVOKER",
        "f(integer, date) | parallel   | ALTER FUNCTION f(int, date) PARALLEL RESTRICTED",
        "f(integer, date) | leakproof  | ALTER FUNCTION f(int, date) NOT LEAKPROOF",
        "f(integer, date) | cost       | ALTER FUNCTION f(int, date) COST 7.5",
        "f(integer, date) | rows       | ALTER FUNCTION f(int, date) ROWS 10",
        "f(integer, date) | support    | ALTER FUNCTION f(int, date) SUPPORT generate_series_int4_support",
        "f(integer, date) | set        | ALTER FUNCTION f(int, date) SET work_mem TO '9MB'",
        "f(integer, date) | set        | ALTER FUNCTION f(int, date) RESET search_path",
        "f(integer, date) | set        | ALTER FUNCTION f(int, date) SET search_path TO public, my_schema",
        "f(integer, date) | owner      | ALTER FUNCTION f(int, date) OWNER TO drift_third",
        "f(integer, date) | execute    | GRANT EXECUTE ON FUNCTION f(int, date) TO drift_third",
        "f(integer, date) | execute    | GRANT EXECUTE ON FUNCTION f(int, date) TO PUBLIC",
        "f(integer, date) | execute    | REVOKE EXECUTE ON FUNCTION f(int, date) FROM drift_app",
        "f(integer, date) | execute    | GRANT EXECUTE ON FUNCTION f(int, date) TO drift_app WITH GRANT OPTION",
        "f(integer, date) | comment    | COMMENT ON FUNCTION f(int, date) IS 'other'",
        "f(integer, date) | comment    | COMMENT ON FUNCTION f(int, date) IS NULL",
        "f(integer, date) | body       | : yield a => yield  a",
        "f(integer, date) | arguments  | : CURRENT_DATE => now()",
        "plain(integer)   | arguments  | CREATE OR REPLACE FUNCTION plain(a int = 2) RETURNS int LANGUAGE plpython3u AS 'return a'",
        "total(integer)   | parallel   | : PARALLEL = SAFE => PARALLEL = UNSAFE",
        "total(integer)   | state function | : SFUNC = total_state => SFUNC = add",
        "total(integer)   | state size | : STYPE = integer => STYPE = integer, SSPACE = 8",
        "total(integer)   | final function | : FINALFUNC = finish => FINALFUNC = pg_catalog.abs",
        "total(integer)   | combine function | : COMBINEFUNC = \"both\", => ",
        "total(integer)   | initial    | : INITCOND = '0' => INITCOND = '1'",
        "total(integer)   | sort operator | : SORTOP = < => SORTOP = >",
        "book.clean       | timing     | : BEFORE => AFTER",
        "book.each        | level      | : FOR EACH ROW => FOR EACH STATEMENT",
        "book.clean       | events     | : BEFORE INSERT OR => BEFORE",
        "book.clean       | of         | : OF isbn => OF id",
        "book.clean       | condition  | : 'x' => 'y'",
        "book.clean       | arguments  | : 'b' => 'c'",
        "book.clean       | function   | : clean( => watch(",
        "book.always      | enabled    | ALTER TABLE book DISABLE TRIGGER always",
        "book.watch       | old table  | : before => earlier",
        "book.watch       | new table  | : NEW TABLE AS after => ",
        "book.checked     | constraint | : INITIALLY IMMEDIATE => INITIALLY DEFERRED",
        "book.checked     | from       | : DEFERRABLE => FROM other_book DEFERRABLE",
      })
  void attribute_alone_shows_as_drift_when_somebody_changed_it(
      String identity, String attribute, String change) throws SQLException {
    execute(statement(identity, change));
    Plan plan = deployment.plan(OBJECTS);
    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.changes())
        .extracting(it -> it.item().identity())
        .containsExactly("public." + identity);
    Change drifted = plan.changes().get(0);
    assertThat(drifted.reason()).isEqualTo(Reason.DRIFTED);
    List<String> expected = expected(attribute, change);
    assertThat(drifted.differences())
        .extracting(Difference::attribute)
        .containsExactlyElementsOf(expected);
    assertThat(drifted.differences()).allMatch(Difference::isDrift);
    deployment.apply(OBJECTS, DeployWatcher.NONE);
    assertThat(deployment.plan(OBJECTS).isEmpty()).isTrue();
    execute("DROP TABLE plpython_objects");
    assertThat(deployment.plan(OBJECTS).isEmpty()).isTrue();
  }

  private static List<String> expected(String attribute, String change) {
    return change.startsWith("CREATE OR REPLACE") ? List.of(attribute, "body") : List.of(attribute);
  }

  /** After a colon: the object's own definition, with one text in place of another. */
  private static String statement(String identity, String change) {
    if (!change.startsWith(": ")) {
      return change;
    }
    String[] texts = change.substring(2).split(" => ?", -1);
    DatabaseObject object =
        OBJECTS.stream().filter(it -> it.identity().equals(identity)).findFirst().orElseThrow();
    String sql = DdlWriter.creation(object, ServerEncoding.UTF_8).get(0);
    assertThat(sql).contains(texts[0]);
    int at = sql.indexOf(texts[0]);
    String changed = sql.substring(0, at) + texts[1] + sql.substring(at + texts[0].length());
    return sql.startsWith("CREATE CONSTRAINT")
        ? "DROP TRIGGER checked ON book; " + changed
        : changed;
  }
}
