package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

@ServerTest
class DeploymentTest {
  private static final PlanSettings SETTINGS =
      new PlanSettings(
          Optional.of("shop"),
          Optional.of("plpython_objects"),
          false,
          Dependents.REFUSE,
          Removal.DEFAULT);

  private final Connection connection;

  DeploymentTest(Connection connection) {
    this.connection = connection;
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  private void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static List<DatabaseObject> objects(String text) {
    String imports = "from plpython import plfunction, pltrigger, plaggregate\n";
    return PythonResolver.resolveFiles(List.of(new SourceFile("db", "a.py", imports + text)));
  }

  private Deployment deployment(PlanSettings settings) {
    return new Deployment(connection, settings, DeploySettings.DEFAULT);
  }

  /** Applies, and looks whether nothing is left to do. */
  private List<String> apply(String text) {
    Plan plan = deployment(SETTINGS).apply(objects(text), DeployWatcher.NONE);
    Plan again = deployment(SETTINGS).plan(objects(text));
    assertThat(again.changes()).isEmpty();
    assertThat(again.refusals()).isEmpty();
    assertThat(again.steps()).isEmpty();
    return told(plan);
  }

  private static List<String> told(Plan plan) {
    return plan.changes().stream().map(DeploymentTest::told).toList();
  }

  private static String told(Change change) {
    return change.action()
        + " "
        + change.item()
        + ": "
        + change.reason()
        + change.differences().stream().map(d -> " " + d.attribute()).reduce("", String::concat);
  }

  private static final String F = "@plfunction\ndef f(a: int) -> int:\n    return a\n";

  @Test
  void everything_is_created_when_the_database_is_empty() throws SQLException {
    assertThat(apply(F)).containsExactly("create function public.f(integer): new");
    assertThat(query("SELECT f(7)")).containsExactly("7");
    assertThat(query("SELECT identity || ' ' || source FROM plpython_objects"))
        .containsExactly("public.f(integer) a.py");
    assertThat(apply(F)).isEmpty();
  }

  @Test
  void function_is_replaced_when_its_source_changes() throws SQLException {
    apply(F);
    assertThat(apply(F.replace("return a", "return a + 1")))
        .containsExactly("replace function public.f(integer): source changed body");
    assertThat(query("SELECT f(7)")).containsExactly("8");
  }

  @Test
  void function_is_recreated_when_create_or_replace_will_not_do() throws SQLException {
    apply(F);
    execute("GRANT EXECUTE ON FUNCTION f TO pg_monitor", "COMMENT ON FUNCTION f IS 'mine'");
    assertThat(apply(F.replace("-> int", "-> str").replace("return a", "return str(a)")))
        .containsExactly("recreate function public.f(integer): signature changed body returns");
    assertThat(query("SELECT f(7)")).containsExactly("7");
    assertThat(apply("@plfunction\ndef f(a: int, b: int = 2) -> str:\n    return str(a + b)\n"))
        .containsExactly(
            "recreate function public.f(integer, integer): signature changed arguments body");
    assertThat(query("SELECT f(7)")).containsExactly("9");
    assertThat(query("SELECT obj_description('f'::regproc)")).containsExactly("mine");
    assertThat(query("SELECT has_function_privilege('pg_monitor', 'f(int, int)', 'EXECUTE')"))
        .containsExactly("t");
  }

  @Test
  void function_is_dropped_when_it_is_no_longer_in_the_sources() throws SQLException {
    apply(F + "@plfunction\ndef g() -> int:\n    return 1\n");
    assertThat(apply(F)).containsExactly("drop function public.g(): gone");
    assertThatThrownBy(() -> apply("\n")).hasMessageContaining("--allow-removal");
  }

  private static final String T =
      """
      @pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="book", condition="new.isbn <> 'x'")
      def clean(new):
          new.isbn = new.isbn.replace("-", "")
      """;

  @Test
  void trigger_is_restored_when_somebody_changed_it_in_the_database() throws SQLException {
    execute("CREATE TABLE book (isbn text)");
    assertThat(apply(T))
        .containsExactly(
            "create function public.clean(): new", "create trigger public.book.clean: new");
    execute(
        "CREATE OR REPLACE TRIGGER clean BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION"
            + " clean()");
    assertThat(apply(T))
        .containsExactly("replace trigger public.book.clean: drifted condition events");
    execute("DROP TABLE plpython_objects");
    assertThat(apply(T)).isEmpty();
  }
}
