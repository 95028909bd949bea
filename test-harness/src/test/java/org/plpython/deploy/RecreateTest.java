package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;
import org.plpython.plan.Change;
import org.plpython.plan.Hazard;
import org.plpython.plan.Plan;

/** Changes that CREATE OR REPLACE cannot make, and what hangs on the objects. */
@ServerTest
class RecreateTest {
  private static final String F = "@plfunction\ndef f(a: int) -> int:\n    return a\n";
  private static final String G = "@plfunction\ndef g() -> int:\n    return 1\n";

  private final Database database;

  RecreateTest(Connection connection) {
    this.database = new Database(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  private void withViews() throws SQLException {
    database.apply(F);
    database.execute(
        "CREATE VIEW prices AS SELECT f(1) AS price",
        "CREATE VIEW cheap AS SELECT price FROM prices",
        "GRANT SELECT ON cheap TO pg_monitor",
        "COMMENT ON VIEW prices IS 'all'");
  }

  @Test
  void deploy_is_refused_and_the_whole_sql_is_shown_when_views_hang_on_a_function()
      throws SQLException {
    withViews();
    String renamed = F.replace("(a: int", "(b: int").replace("return a", "return b");
    Plan plan = database.plan(renamed);
    assertThat(plan.refusals()).hasSize(1);
    assertThat(plan.refusals().get(0).toString())
        .isEqualTo(
            """
            db/a.py:3: the function public.f(integer) must be dropped and made again, and this hangs on it: view public.cheap, view public.prices
              Say --dependents recreate to have all of it dropped and made again, or run this in a versioned migration:""");
    assertThatThrownBy(() -> database.apply(renamed)).hasMessageContaining("--dependents recreate");
    assertThat(database.query("SELECT price FROM cheap")).containsExactly("1");
    database.execute(plan.refusals().get(0).script().orElseThrow());
    assertThat(database.query("SELECT price FROM cheap")).containsExactly("1");
    assertThat(database.query("SELECT has_table_privilege('pg_monitor', 'cheap', 'SELECT')"))
        .containsExactly("t");
    assertThat(database.apply(renamed)).isEmpty();
  }

  @Test
  void views_are_made_again_when_that_is_wanted() throws SQLException {
    withViews();
    String text = F.replace("-> int", "-> str").replace("return a", "return str(a)");
    Plan plan = database.recreating().plan(text);
    assertThat(plan.changes()).hasSize(1);
    assertThat(plan.changes().get(0).hazards())
        .contains(
            new Hazard.Dependents(java.util.List.of("view public.cheap", "view public.prices")));
    assertThat(database.apply(text))
        .containsExactly("recreate function public.f(integer): signature changed body returns");
    assertThat(database.query("SELECT pg_typeof(price)::text FROM cheap")).containsExactly("text");
    assertThat(database.query("SELECT obj_description('prices'::regclass)")).containsExactly("all");
    assertThat(database.query("SELECT has_table_privilege('pg_monitor', 'cheap', 'SELECT')"))
        .containsExactly("t");
  }

  @Test
  void indexes_stop_the_deploy_even_when_dependents_may_be_made_again() throws SQLException {
    String immutable = F.replace("@plfunction", "@plfunction(volatility='immutable')");
    database.apply(immutable);
    database.execute("CREATE TABLE t (a int)", "CREATE INDEX by_f ON t (f(a))");
    Plan plan =
        database
            .recreating()
            .plan(immutable.replace("(a: int", "(b: int").replace("return a", "return b"));
    assertThat(plan.refusals().get(0).message()).endsWith("this hangs on it: index public.by_f");
    assertThat(plan.refusals().get(0).script().orElseThrow())
        .contains("DROP INDEX public.by_f")
        .contains("CREATE INDEX by_f ON public.t");
  }

  @Test
  void removal_is_refused_when_something_hangs_on_the_function() throws SQLException {
    database.apply(F + G);
    database.execute("CREATE VIEW v AS SELECT g() AS g");
    assertThatThrownBy(() -> database.recreating().apply(F))
        .hasMessageContaining(
            "the function public.g() is no longer in the sources (it was in a.py), and this hangs on it: view public.v")
        .hasMessageContaining("--protect 'public.g()'");
    assertThat(database.query("SELECT g FROM v")).containsExactly("1");
  }

  @Test
  void our_aggregate_is_made_again_with_its_grants_when_its_state_function_is()
      throws SQLException {
    String aggregate =
        """
        @plaggregate(name="total", initial="0")
        @plfunction(name="total_state")
        def total_state(state: int, a: int) -> int:
            return state + a
        """;
    database.apply(aggregate);
    database.execute(
        "GRANT EXECUTE ON FUNCTION total(int) TO pg_monitor WITH GRANT OPTION",
        "REVOKE EXECUTE ON FUNCTION total(int) FROM PUBLIC",
        "COMMENT ON AGGREGATE total(int) IS 'mine'");
    assertThat(
            database.apply(aggregate.replace("a: int", "b: int").replace("state + a", "state + b")))
        .containsExactly(
            "recreate aggregate public.total(integer): signature changed arguments",
            "recreate function public.total_state(integer, integer): signature changed arguments body");
    assertThat(database.query("SELECT total(i) FROM generate_series(1, 3) i")).containsExactly("6");
    assertThat(database.query("SELECT proacl FROM pg_proc WHERE proname = 'total'"))
        .containsExactly("{postgres=X/postgres,pg_monitor=X*/postgres}");
    assertThat(database.query("SELECT obj_description('total'::regproc)")).containsExactly("mine");
  }

  @Test
  void aggregate_is_made_again_when_only_its_final_functions_names_change() throws SQLException {
    String sources =
        """
        @plaggregate(name="total", initial="0", final="finish")
        @plfunction(name="total_state")
        def total_state(state: int, a: int) -> int:
            return state + a
        @plfunction
        def finish(state: int) -> int:
            return state
        """;
    database.apply(sources);
    assertThat(
            database.apply(
                sources
                    .replace("finish(state: int)", "finish(last: int)")
                    .replace("    return state\n", "    return last\n")))
        .containsExactly(
            "recreate aggregate public.total(integer): signature changed",
            "recreate function public.finish(integer): signature changed arguments body");
    assertThat(database.query("SELECT total(i) FROM generate_series(1, 3) i")).containsExactly("6");
  }

  @Test
  void constraint_trigger_is_not_dropped_when_only_its_state_differs() throws SQLException {
    database.execute("CREATE TABLE book (isbn text)");
    String trigger =
        """
        @pltrigger(event='INSERT', when='AFTER', table='book', constraint=True, enabled='always')
        def look(td):
            pass
        """;
    database.apply(trigger);
    database.execute("ALTER TABLE book DISABLE TRIGGER look");
    Plan plan = database.plan(trigger);
    assertThat(plan.changes()).hasOnlyElementsOfType(Change.Replace.class);
    assertThat(database.apply(trigger))
        .containsExactly("replace trigger public.book.look: drifted enabled");
    Plan changed = database.plan(trigger.replace("'INSERT'", "'UPDATE'"));
    assertThat(changed.changes().get(0).hazards())
        .containsExactly(new Hazard.Lock("ACCESS EXCLUSIVE", "public.book"));
  }

  @Test
  void function_becomes_a_procedure_when_the_source_says_so() throws SQLException {
    database.apply(F);
    assertThat(
            database.apply(
                "from plpython import plprocedure\n@plprocedure\ndef f(a: int) -> None:\n    pass\n"))
        .containsExactly(
            "recreate procedure public.f(integer): signature changed kind arguments body returns");
  }

  @Test
  void functions_come_after_those_that_their_defaults_call() throws SQLException {
    String sources =
        """
        from typing import Annotated
        @plfunction
        def a(x: Annotated[int, "int DEFAULT m()"]) -> int:
            return x
        @plfunction
        def m(x: Annotated[int, "int DEFAULT z(1)"]) -> int:
            return x
        @plfunction
        def z(x: int) -> int:
            return x
        """;
    assertThat(database.apply(sources)).hasSize(3);
    assertThat(database.query("SELECT a()")).containsExactly("1");
    assertThat(database.apply(sources.replace("z(x: int)", "z(y: int)")))
        .containsExactly(
            "recreate function public.a(integer): signature changed",
            "recreate function public.m(integer): signature changed",
            "recreate function public.z(integer): signature changed arguments body");
  }
}
