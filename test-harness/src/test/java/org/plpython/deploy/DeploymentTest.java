package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings.DriftPolicy;

@ServerTest
class DeploymentTest {
  private final Database database;

  DeploymentTest(Connection connection) {
    this.database = new Database(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  private static final String F = "@plfunction\ndef f(a: int) -> int:\n    return a\n";

  @Test
  void everything_is_created_when_the_database_is_empty() throws SQLException {
    assertThat(database.apply(F)).containsExactly("create function public.f(integer): new");
    assertThat(database.query("SELECT f(7)")).containsExactly("7");
    assertThat(database.query("SELECT identity || ' ' || source FROM plpython_objects"))
        .containsExactly("public.f(integer) a.py");
    assertThat(database.apply(F)).isEmpty();
  }

  @Test
  void nothing_is_done_when_another_session_writes_times_and_names_otherwise() throws SQLException {
    String f =
        """
        from typing import Annotated
        @plfunction
        def f(a: Annotated[str, "timestamptz DEFAULT timestamptz '2026-01-01 12:00'"]) -> int:
            return 1
        """;
    database.apply(f);
    database.execute("SET timezone = 'Asia/Tokyo'", "SET quote_all_identifiers = on");
    try {
      assertThat(database.plan(f).steps()).isEmpty();
    } finally {
      database.execute("RESET timezone", "RESET quote_all_identifiers");
    }
  }

  @Test
  void drifted_function_stays_and_dropped_one_comes_back_when_drift_is_reported()
      throws SQLException {
    String g = F.replace("def f", "def g");
    database.apply(F + g);
    database.execute("ALTER FUNCTION f(int) STABLE", "DROP FUNCTION g(int)");
    Plan plan = database.under(DriftPolicy.REPORT).plan(F + g);
    assertThat(Database.told(plan)).containsExactly("create function public.g(integer): drifted");
    assertThat(plan.drifted())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.item()).hasToString("function public.f(integer)");
              assertThat(it.differences()).extracting("attribute").containsExactly("volatility");
            });
    database.apply(F + g);
    assertThat(database.query("SELECT provolatile FROM pg_proc WHERE proname IN ('f', 'g')"))
        .containsExactlyInAnyOrder("s", "v");
    assertThat(database.apply(F.replace("return a", "return -a") + g))
        .containsExactly("replace function public.f(integer): source changed body volatility");
  }

  @Test
  void nothing_is_done_when_drift_must_not_be() throws SQLException {
    String g = F.replace("def f", "def g");
    database.apply(F + g);
    database.execute("ALTER FUNCTION f(int) STABLE", "DROP FUNCTION g(int)");
    database.under(DriftPolicy.FAIL);
    assertThatThrownBy(() -> database.apply(F + g))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(
            "the function public.f(integer) was changed in the database since the last deploy:"
                + " volatility")
        .hasMessageContaining("the function public.g(integer) was dropped in the database");
    assertThatThrownBy(() -> database.apply(F.replace("return a", "return -a") + g))
        .isInstanceOf(RefusedException.class);
    assertThat(database.query("SELECT proname FROM pg_proc WHERE proname IN ('f', 'g')"))
        .containsExactly("f");
  }

  @Test
  void function_is_replaced_when_its_source_changes() throws SQLException {
    database.apply(F);
    assertThat(database.apply(F.replace("return a", "return a + 1")))
        .containsExactly("replace function public.f(integer): source changed body");
    assertThat(database.query("SELECT f(7)")).containsExactly("8");
  }

  @Test
  void function_is_recreated_when_create_or_replace_will_not_do() throws SQLException {
    database.apply(F);
    database.execute(
        "GRANT EXECUTE ON FUNCTION f TO pg_monitor", "COMMENT ON FUNCTION f IS 'mine'");
    assertThat(database.apply(F.replace("-> int", "-> str").replace("return a", "return str(a)")))
        .containsExactly("recreate function public.f(integer): signature changed body returns");
    assertThat(database.query("SELECT f(7)")).containsExactly("7");
    assertThat(
            database.apply(
                "@plfunction\ndef f(a: int, b: int = 2) -> str:\n    return str(a + b)\n"))
        .containsExactly(
            "recreate function public.f(integer, integer): signature changed arguments body");
    assertThat(database.query("SELECT f(7)")).containsExactly("9");
    assertThat(database.query("SELECT obj_description('f'::regproc)")).containsExactly("mine");
    assertThat(
            database.query("SELECT has_function_privilege('pg_monitor', 'f(int, int)', 'EXECUTE')"))
        .containsExactly("t");
  }

  @Test
  void function_is_dropped_when_it_is_no_longer_in_the_sources() throws SQLException {
    database.apply(F + "@plfunction\ndef g() -> int:\n    return 1\n");
    assertThat(database.apply(F)).containsExactly("drop function public.g(): gone");
    assertThatThrownBy(() -> database.apply("\n")).hasMessageContaining("--allow-removal");
  }

  private static final String T =
      """
      @pltrigger(event="INSERT OR UPDATE", when="BEFORE", table="book", condition="new.isbn <> 'x'")
      def clean(new):
          new.isbn = new.isbn.replace("-", "")
      """;

  @Test
  void trigger_is_restored_when_somebody_changed_it_in_the_database() throws SQLException {
    database.execute("CREATE TABLE book (isbn text)");
    assertThat(database.apply(T))
        .containsExactly(
            "create function public.clean(): new", "create trigger public.book.clean: new");
    database.execute(
        "CREATE OR REPLACE TRIGGER clean BEFORE INSERT ON book FOR EACH ROW EXECUTE FUNCTION"
            + " clean()");
    assertThat(database.apply(T))
        .containsExactly("replace trigger public.book.clean: drifted condition events");
    database.execute("DROP TABLE plpython_objects");
    assertThat(database.apply(T)).isEmpty();
  }
}
