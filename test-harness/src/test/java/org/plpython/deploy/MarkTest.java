package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.harness.ServerTest;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.plan.Step;

/**
 * What has its mark is not read, and is as if it had been read: whatever the server would write
 * otherwise of an object has changed its mark.
 */
@ServerTest
class MarkTest {
  private static final String SOURCES =
      """
      from dataclasses import dataclass
      from typing import Annotated, Iterator
      from plpython import plprocedure

      @plfunction(owner="mark_owner")
      def owned() -> int:
          return 1
      @plfunction(grant={"mark_app": "execute"})
      def granted() -> int:
          return 1
      @plfunction
      def commented() -> int:
          "Says 1."
          return 1
      @plfunction
      def answering() -> Annotated[str, "mood"]:
          return "calm"
      @plfunction
      def taking(a: Annotated[str, "public.age"]) -> int:
          return 1
      @dataclass
      class Line:
          number: int
          length: Annotated[int, "extent"]
      @plfunction
      def lines() -> Iterator[Line]:
          yield Line(1, 2)
      @plfunction
      def calling(a: Annotated[int, "int DEFAULT zero()"]) -> int:
          return a
      @plfunction
      def labelled(a: Annotated[str, "text DEFAULT 'red'::colour::text"]) -> int:
          return 1
      @plfunction
      def referring(a: Annotated[str, "text DEFAULT 'author'::regclass::text"]) -> int:
          return 1
      @plfunction(support="public.support")
      def supported() -> Iterator[int]:
          yield 1
      @plfunction(transforms=["shape"])
      def transforming() -> int:
          return 1
      @plfunction(schema="elsewhere")
      def far() -> int:
          return 1
      @plprocedure
      def doing() -> None:
          pass
      @plaggregate(name="total", final="finish", initial="0")
      @plfunction(name="total_state")
      def total_state(state: int, a: int) -> int:
          return state + a
      @plfunction
      def finish(state: int) -> int:
          return state

      @pltrigger(event="INSERT", when="BEFORE", table="book", enabled="always")
      def each(new):
          pass
      @pltrigger(event="UPDATE", when="BEFORE", table="book", of=["isbn"])
      def on_isbn(new):
          pass
      @pltrigger(event="UPDATE", when="BEFORE", table="book", condition="new.title <> 'x'")
      def on_title(new):
          pass
      @pltrigger(event="INSERT", when="BEFORE", table="sale", enabled="origin")
      def sold(new):
          pass
      """;

  private static final String MORE = SOURCES + "@plfunction\ndef more() -> int:\n    return 1\n";

  private static final List<String> THERE =
      List.of(
          "DROP SCHEMA public CASCADE",
          "CREATE SCHEMA public",
          "DROP SCHEMA IF EXISTS elsewhere CASCADE",
          "DROP SCHEMA IF EXISTS nowhere CASCADE",
          "CREATE SCHEMA elsewhere",
          "CREATE TYPE mood AS ENUM ('calm')",
          "CREATE TYPE colour AS ENUM ('red')",
          "CREATE TYPE shape AS ENUM ('round')",
          "CREATE DOMAIN age AS text",
          "CREATE DOMAIN extent AS int",
          "CREATE TABLE author (id int)",
          "CREATE TABLE book (isbn text, title text)",
          "CREATE TABLE sale (day date) PARTITION BY RANGE (day)",
          "CREATE TABLE sale_2026 PARTITION OF sale FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
          "CREATE FUNCTION zero() RETURNS int LANGUAGE sql AS 'SELECT 0'",
          "CREATE FUNCTION support(internal) RETURNS internal LANGUAGE internal STRICT"
              + " AS 'generate_series_int4_support'",
          "CREATE TRANSFORM FOR shape LANGUAGE plpython3u"
              + " (FROM SQL WITH FUNCTION prsd_lextype(internal))");

  private final Connection connection;
  private final Database database;

  MarkTest(Connection connection) {
    this.connection = connection;
    this.database = new Database(connection);
  }

  @BeforeEach
  void deployed() throws SQLException {
    for (String role : List.of("mark_owner", "mark_app")) {
      database.execute(
          "DO $$ BEGIN CREATE ROLE %s; EXCEPTION WHEN duplicate_object THEN END $$"
              .formatted(role));
    }
    database.execute(THERE.toArray(String[]::new));
    database.execute("GRANT ALL ON SCHEMA public TO mark_owner");
    database.apply(SOURCES);
  }

  private Plan planWithoutMarks() throws SQLException {
    database.execute("UPDATE plpython_objects SET mark = NULL");
    return database.plan(SOURCES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ALTER FUNCTION answering() STABLE |",
        "ALTER FUNCTION answering() RENAME TO another |",
        "ALTER FUNCTION answering() SET SCHEMA elsewhere |",
        "UPDATE pg_proc SET prosrc = concat(prosrc, ' ') WHERE proname = 'doing' |",
        "ALTER PROCEDURE doing() SET work_mem TO '8MB' |",
        "REVOKE EXECUTE ON FUNCTION granted() FROM mark_app |",
        "COMMENT ON FUNCTION commented() IS 'Says 2.' |",
        "COMMENT ON FUNCTION commented() IS NULL |",
        "ALTER ROLE mark_owner RENAME TO mark_other | ALTER ROLE mark_other RENAME TO mark_owner",
        "ALTER ROLE mark_app RENAME TO mark_other   | ALTER ROLE mark_other RENAME TO mark_app",
        "ALTER LANGUAGE plpython3u RENAME TO snake | ALTER LANGUAGE snake RENAME TO plpython3u",
        "ALTER TYPE mood RENAME TO spirit |",
        "ALTER TYPE mood SET SCHEMA elsewhere |",
        "ALTER DOMAIN age RENAME TO years |",
        "ALTER DOMAIN extent RENAME TO size |",
        "ALTER FUNCTION zero() RENAME TO nought |",
        "ALTER TYPE colour RENAME VALUE 'red' TO 'blue' |",
        "ALTER TABLE author RENAME TO writer |",
        "ALTER FUNCTION support(internal) RENAME TO planning |",
        "ALTER TYPE shape RENAME TO form |",
        "ALTER SCHEMA elsewhere RENAME TO nowhere |",
        "ALTER FUNCTION finish(int) RENAME TO complete |",
        "ALTER FUNCTION each() RENAME TO every |",
        "ALTER TABLE book DISABLE TRIGGER each |",
        "ALTER TRIGGER each ON book RENAME TO every |",
        "ALTER TABLE book RENAME TO volume |",
        "ALTER TABLE book RENAME isbn TO number |",
        "ALTER TABLE book RENAME title TO name |",
        "ALTER TABLE sale_2026 DISABLE TRIGGER sold |",
      })
  void plan_is_that_without_marks_when_something_was_changed(String change, String undo)
      throws SQLException {
    database.execute(change);
    try {
      Plan plan = database.plan(SOURCES);
      Plan read = planWithoutMarks();
      assertThat(Database.told(plan)).isEqualTo(Database.told(read));
      assertThat(plan.refusals()).isEqualTo(read.refusals());
      assertThat(read.changes()).isNotEmpty();
    } finally {
      database.execute(undo == null ? "SELECT 1" : undo);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER FUNCTION answering() STABLE",
        "COMMENT ON FUNCTION commented() IS 'Says 2.'",
        "ALTER TABLE book DISABLE TRIGGER each",
      })
  void change_is_seen_when_it_was_made_in_the_transaction_of_the_deploy(String change)
      throws SQLException {
    database.execute("DROP TABLE plpython_objects");
    connection.setAutoCommit(false);
    new JoinedDeployment(connection, Database.settings("shop"), DeploySettings.DEFAULT)
        .apply(Database.objects(SOURCES), it -> false, Optional.empty(), DeployWatcher.NONE);
    database.execute(change);
    connection.commit();
    connection.setAutoCommit(true);
    assertThat(Database.told(database.plan(SOURCES))).hasSize(1);
  }

  /** But the aggregate, and triggers for which the server writes names of columns or partitions. */
  @Test
  void nothing_is_read_when_nothing_was_changed() throws SQLException {
    database.execute("UPDATE plpython_objects SET installed = '{\"cost\": \"a long look\"}'");
    database.apply(SOURCES);
    assertThat(
            database.query(
                "SELECT identity FROM plpython_objects WHERE installed->>'cost' IS"
                    + " DISTINCT FROM 'a long look' ORDER BY 1"))
        .containsExactly(
            "public.book.on_isbn",
            "public.book.on_title",
            "public.sale.sold",
            "public.total(integer)");
  }

  private List<String> unmarked() throws SQLException {
    return database.query(
        "SELECT identity FROM plpython_objects WHERE mark IS NULL AND kind IN ('function',"
            + " 'procedure') ORDER BY 1");
  }

  @Test
  void marks_are_written_again_by_the_next_deploy_when_it_writes_something() throws SQLException {
    database.execute("UPDATE plpython_objects SET mark = NULL");
    database.under(DriftPolicy.REPORT).execute("ALTER FUNCTION answering() STABLE");
    database.apply(SOURCES);
    assertThat(unmarked()).hasSizeGreaterThan(10);
    database.apply(MORE);
    assertThat(unmarked()).containsExactly("public.answering()");
  }

  @Test
  void object_is_not_marked_when_somebody_changes_it_after_the_plan() throws SQLException {
    database.execute("UPDATE plpython_objects SET mark = NULL");
    Plan plan = database.plan(MORE);
    database.execute("ALTER FUNCTION answering() STABLE", "BEGIN");
    for (Step step : plan.steps()) {
      database.execute(step.sql());
    }
    database.execute("COMMIT");
    assertThat(unmarked()).containsExactly("public.answering()");
  }

  @Test
  void registry_of_an_earlier_version_gets_marks_when_something_is_deployed() throws SQLException {
    database.execute("ALTER TABLE plpython_objects DROP COLUMN mark");
    assertThat(database.apply(SOURCES)).isEmpty();
    database.apply(MORE);
    assertThat(unmarked()).hasSizeGreaterThan(10).doesNotContain("public.more()");
    database.apply(MORE.replace("Says 1", "Says 2"));
    assertThat(unmarked()).isEmpty();
  }

  @Test
  void nothing_changes_when_rows_of_the_catalog_are_elsewhere() throws SQLException {
    database.execute("VACUUM FULL pg_proc", "VACUUM FULL pg_trigger", "VACUUM FULL pg_description");
    assertThat(database.apply(SOURCES)).isEmpty();
    assertThat(database.plan(SOURCES).steps()).isEmpty();
  }
}
