package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;
import org.plpython.plan.Item;
import org.plpython.plan.Plan;
import org.plpython.plan.Step;

/** What the registry knows, what it forgets, and whose objects are whose. */
@ServerTest
class RegistryTest {
  private static final String F = "@plfunction\ndef f(a: int) -> int:\n    return a\n";
  private static final String G = "@plfunction\ndef g(a: int = 1) -> int:\n    return a\n";
  private static final String F2 = F.replace("return a", "return a + 2");
  private static final String F3 = F.replace("return a", "return a + 3");

  private final Database database;

  RegistryTest(Connection connection) {
    this.database = new Database(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "DROP SCHEMA IF EXISTS other CASCADE");
  }

  @Test
  void earlier_definition_is_kept_when_an_object_changes() throws SQLException {
    database.apply(F);
    database.apply(F2);
    database.apply(F3);
    assertThat(
            database.query(
                "SELECT concat_ws(' ', project, kind, identity, source, installed_by,"
                    + " definition LIKE '%+ 3%', earlier_definition LIKE '%+ 2%', format)"
                    + " FROM plpython_objects"))
        .containsExactly("shop function public.f(integer) a.py postgres t t 1");
  }

  @Test
  void equal_objects_are_adopted_silently_when_the_registry_is_lost() throws SQLException {
    database.apply(F + G);
    database.execute("DROP TABLE plpython_objects");
    Plan plan = database.plan(F + G);
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.unchanged()).isEqualTo(2);
    assertThat(database.apply(F + G)).isEmpty();
    assertThat(database.query("SELECT count(*) FROM plpython_objects")).containsExactly("2");
  }

  @Test
  void other_objects_are_refused_until_told_to_adopt_when_no_deploy_made_them()
      throws SQLException {
    database.execute("CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a'");
    assertThatThrownBy(() -> database.apply(F))
        .hasMessage(
            """
            db/a.py:3: the function public.f(integer) is in the database already, is another one, and no deploy of ours made it
              It differs in: body, language. Say --adopt to have it replaced, or give this one another name.""");
    assertThat(database.query("SELECT to_regclass('plpython_objects')"))
        .containsExactly((String) null);
    assertThat(database.adopting().apply(F))
        .containsExactly("replace function public.f(integer): adopted body language");
  }

  @Test
  void nothing_changes_when_an_old_registry_is_restored() throws SQLException {
    database.apply(F);
    database.execute("CREATE TABLE saved AS TABLE plpython_objects");
    database.apply(F2);
    database.execute("TRUNCATE plpython_objects", "INSERT INTO plpython_objects TABLE saved");
    assertThat(database.apply(F2)).isEmpty();
  }

  @Test
  void rows_are_written_anew_when_they_are_of_an_earlier_format() throws SQLException {
    database.apply(F + G);
    database.execute("UPDATE plpython_objects SET format = 0, checksum = 'old', installed = '{}'");
    assertThat(database.apply(F + G)).isEmpty();
    assertThat(database.query("SELECT DISTINCT format FROM plpython_objects")).containsExactly("1");
    database.execute("UPDATE plpython_objects SET format = 0");
    assertThat(database.apply(F2))
        .containsExactly(
            "replace function public.f(integer): source changed body",
            "drop function public.g(integer): gone");
  }

  @Test
  void deploy_stops_when_the_registry_is_of_a_later_format() throws SQLException {
    database.apply(F);
    database.execute("UPDATE plpython_objects SET format = 2");
    assertThatThrownBy(() -> database.plan(F))
        .hasMessageContaining("public.plpython_objects was written by a later version")
        .hasMessageContaining("Nothing was changed");
  }

  @Test
  void two_projects_never_touch_each_other_when_they_share_a_database() throws SQLException {
    database.as("one").apply(F);
    assertThat(database.as("two").apply(G))
        .containsExactly("create function public.g(integer): new");
    assertThat(database.as("one").apply(F)).isEmpty();
    assertThatThrownBy(() -> database.as("two").apply(F2 + G))
        .hasMessageContaining("belongs to the project 'one'");
    assertThat(database.as("one").plan("").refusals()).hasSize(1);
    assertThat(database.as("one").removing(true, 0, Set.of()).apply(""))
        .containsExactly("drop function public.f(integer): gone");
    assertThat(database.query("SELECT g(4)")).containsExactly("4");
  }

  @Test
  void nothing_is_removed_and_a_project_may_take_over_when_nobody_named_one() throws SQLException {
    database.as("").apply(F + G);
    assertThat(database.as("").plan(F).kept())
        .containsExactly(new Item("function", "public.g(integer)", "a.py"));
    assertThat(database.as("").apply(F)).isEmpty();
    assertThat(database.as("shop").apply(F)).isEmpty();
    assertThat(database.query("SELECT project || ' ' || name FROM plpython_objects ORDER BY 1"))
        .containsExactly(" g", "shop f");
  }

  @Test
  void copy_is_nobodys_when_somebody_made_it_from_ours() throws SQLException {
    database.apply(F);
    database.execute(
        "DO $$ BEGIN EXECUTE replace(pg_get_functiondef('f'::regproc), 'public.f(', 'public.h(');"
            + " END $$");
    assertThat(database.apply(F)).isEmpty();
    assertThat(database.query("SELECT h(1)")).containsExactly("1");
  }

  @Test
  void removal_needs_consent_when_it_is_everything_or_more_than_the_threshold() {
    database.apply(F + G);
    assertThatThrownBy(() -> database.apply("@plfunction\ndef h() -> int:\n    return 1\n"))
        .hasMessage(
            """
            the sources hold nothing of what the project has in the database: 2 objects would be removed
              Look whether the location is the right one. If it is, say --allow-removal.""");
    assertThatThrownBy(() -> database.removing(false, 0, Set.of()).apply(F))
        .hasMessageContaining("1 objects would be removed, which is more than 0");
    assertThat(database.removing(true, 0, Set.of()).apply(F))
        .containsExactly("drop function public.g(integer): gone");
  }

  @Test
  void object_stays_when_it_is_protected_or_in_a_schema_that_is_not_managed() throws SQLException {
    database.execute("CREATE SCHEMA other");
    String elsewhere = "@plfunction(schema='other')\ndef e() -> int:\n    return 1\n";
    database.apply(F + G + elsewhere);
    Plan plan = database.removing(false, 10, Set.of("public"), "*.g(*").plan(F);
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.kept())
        .extracting(Object::toString)
        .containsExactly("function other.e()", "function public.g(integer)");
    assertThat(database.removing(false, 10, Set.of(), "public.g*").apply(F))
        .containsExactly("drop function other.e(): gone");
  }

  @Test
  void protected_overload_stays_when_one_with_other_arguments_comes() throws SQLException {
    database.apply(F + G);
    String other = "@plfunction\ndef g(a: str) -> str:\n    return a\n";
    assertThat(database.removing(false, 10, Set.of(), "public.g(integer)").apply(F + other))
        .containsExactly("create function public.g(text): new");
    assertThat(database.query("SELECT count(*) FROM pg_proc WHERE proname = 'g'"))
        .containsExactly("2");
  }

  @Test
  void functions_go_before_those_that_their_defaults_call_when_all_are_gone() {
    String called =
        """
        from typing import Annotated
        @plfunction
        def y(a: Annotated[int, "int DEFAULT z()"]) -> int:
            return a
        @plfunction
        def z() -> int:
            return 1
        """;
    database.apply(F + called);
    assertThat(database.apply(F))
        .containsExactly("drop function public.y(integer): gone", "drop function public.z(): gone");
  }

  @Test
  void trigger_goes_first_when_its_function_becomes_another_one() throws SQLException {
    database.execute("CREATE TABLE book (isbn text)");
    database.apply(
        F + "@pltrigger(event='INSERT', when='BEFORE', table='book')\ndef clean(new):\n    pass\n");
    assertThat(database.apply(F + "@plfunction\ndef clean(a: int) -> int:\n    return a\n"))
        .containsExactly(
            "recreate function public.clean(integer): signature changed arguments body returns",
            "drop trigger public.book.clean: gone");
  }

  @Test
  void trigger_goes_before_its_function_when_both_are_gone() throws SQLException {
    database.execute("CREATE TABLE book (isbn text)");
    String trigger =
        "@pltrigger(event='INSERT', when='BEFORE', table='book')\ndef clean(new):\n    pass\n";
    database.apply(F + trigger);
    assertThat(database.apply(F + trigger.replace("def clean", "def scrub")))
        .containsExactly(
            "drop function public.clean(): gone",
            "create function public.scrub(): new",
            "drop trigger public.book.clean: gone",
            "create trigger public.book.scrub: new");
    assertThat(database.apply(F))
        .containsExactly(
            "drop function public.scrub(): gone", "drop trigger public.book.scrub: gone");
  }

  @Test
  void function_moves_to_another_schema_when_its_trigger_stays() throws SQLException {
    database.execute("CREATE SCHEMA other", "CREATE TABLE book (isbn text)");
    String trigger =
        "@pltrigger(event='INSERT', when='BEFORE', table='book')\ndef clean(new):\n    pass\n";
    database.apply(F + trigger);
    assertThat(database.apply(F + trigger.replace("table=", "schema='other', table=")))
        .containsExactly(
            "create function other.clean(): new",
            "drop function public.clean(): gone",
            "replace trigger public.book.clean: source changed function");
  }

  @Test
  void object_is_made_again_when_somebody_dropped_it() throws SQLException {
    database.apply(F);
    database.execute("DROP FUNCTION f");
    assertThat(database.apply(F)).containsExactly("create function public.f(integer): drifted");
    database.apply(F + G);
    database.execute("DROP FUNCTION g");
    assertThat(database.apply(F)).isEmpty();
    assertThat(database.query("SELECT name FROM plpython_objects")).containsExactly("f");
  }

  @Test
  void old_overload_goes_when_a_function_gets_an_argument_and_others_stay() throws SQLException {
    database.execute("CREATE FUNCTION f(a text) RETURNS text LANGUAGE sql AS 'SELECT a'");
    database.apply(F);
    assertThat(database.apply(F.replace("a: int", "a: int, b: int = 2")))
        .containsExactly(
            "recreate function public.f(integer, integer): signature changed arguments body");
    assertThat(
            database.query(
                "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE proname = 'f' ORDER BY 1"))
        .containsExactly("f(integer,integer)", "f(text)");
    assertThat(
            database.query("SELECT earlier_definition LIKE '%f(a integer)%' FROM plpython_objects"))
        .containsExactly("t");
  }

  @Test
  void object_stays_ours_when_its_table_or_schema_is_renamed() throws SQLException {
    database.execute("CREATE TABLE book (isbn text)", "CREATE SCHEMA other");
    String trigger =
        "@pltrigger(event='INSERT', when='BEFORE', table='book')\ndef clean(new):\n    pass\n";
    database.apply(F + trigger);
    database.execute("ALTER TABLE book RENAME TO volume", "ALTER FUNCTION f SET SCHEMA other");
    String renamed = trigger.replace("'book'", "'volume'").replace("'INSERT'", "'UPDATE'");
    assertThat(database.apply(F2.replace("@plfunction", "@plfunction(schema='other')") + renamed))
        .containsExactly(
            "replace function other.f(integer): source changed body",
            "replace trigger public.volume.clean: source changed events");
  }

  @Test
  void comment_is_ours_when_pg_catalog_has_a_function_of_that_name() throws SQLException {
    String before = "SELECT obj_description('pg_catalog.abs(int)'::regprocedure)";
    String comment = String.valueOf(database.query(before).get(0));
    database.apply("@plfunction\ndef abs(a: int) -> int:\n    'Ours.'\n    return a\n");
    assertThat(database.query(before)).containsExactly(comment);
    assertThat(database.query("SELECT obj_description('public.abs(int)'::regprocedure)"))
        .containsExactly("Ours.");
  }

  @Test
  void registry_goes_with_its_last_row_when_it_is_the_roles_own() throws SQLException {
    database.as("one").apply(F);
    database.as("two").apply(G);
    database.execute("DROP FUNCTION g");
    database.as("one").removing(true, 0, Set.of()).apply("");
    assertThat(database.query("SELECT identity FROM plpython_objects"))
        .containsExactly("public.g(integer)");
    database.execute(
        "CREATE ROLE registry_owner",
        "ALTER TABLE plpython_objects OWNER TO registry_owner",
        "CREATE ROLE registry_user",
        "GRANT USAGE ON SCHEMA public TO registry_user",
        "GRANT ALL ON plpython_objects TO registry_user",
        "SET ROLE registry_user");
    try {
      assertThat(database.as("two").plan("").steps())
          .extracting(Step::sql)
          .containsExactly(
              "SET LOCAL search_path TO pg_catalog",
              "DELETE FROM public.plpython_objects WHERE kind = 'function' AND identity ="
                  + " 'public.g(integer)'");
    } finally {
      database.execute(
          "RESET ROLE",
          "ALTER TABLE plpython_objects OWNER TO CURRENT_USER",
          "DROP OWNED BY registry_user",
          "DROP ROLE registry_user",
          "DROP ROLE registry_owner");
    }
    database.as("two").apply("");
    assertThat(database.query("SELECT to_regclass('plpython_objects')"))
        .containsExactly((String) null);
  }

  @Test
  void withdrawn_declarations_are_as_new_when_nobody_changed_them_since() throws SQLException {
    database.execute("CREATE TABLE book (isbn text)");
    String declared =
        """
        @plfunction(grant={'pg_monitor': 'execute'}, owner='pg_monitor')
        def f(a: int) -> int:
            'Says a.'
            return a
        @pltrigger(event='INSERT', when='BEFORE', table='book', enabled='always')
        def clean(new):
            pass
        """;
    String plain = declared.replaceAll("[(]grant.*[)]|    'Says a.'\n|, enabled='always'", "");
    String state =
        "SELECT concat_ws(' ', proowner::regrole, proacl, obj_description(oid)) FROM pg_proc"
            + " WHERE proname = 'f' UNION ALL SELECT tgenabled::text FROM pg_trigger";
    database.execute("GRANT CREATE ON SCHEMA public TO pg_monitor");
    database.apply(declared);
    assertThat(database.apply(plain))
        .containsExactly(
            "replace function public.f(integer): source changed body comment execute owner",
            "replace trigger public.book.clean: source changed enabled");
    assertThat(database.query(state))
        .containsExactly("postgres {postgres=X/postgres,=X/postgres}", "O");
    database.apply(declared);
    database.execute(
        "COMMENT ON FUNCTION f IS 'mine'",
        "GRANT EXECUTE ON FUNCTION f TO pg_read_all_stats",
        "ALTER TABLE book DISABLE TRIGGER clean");
    database.apply(plain);
    assertThat(database.query(state))
        .containsExactly("postgres {postgres=X/postgres,pg_read_all_stats=X/postgres} mine", "D");
  }

  @Test
  void strangers_objects_stay_when_ours_are_gone_from_the_database() throws SQLException {
    database.execute(
        "CREATE TABLE one (a int)",
        "CREATE TABLE two (a int)",
        "CREATE FUNCTION theirs() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TRIGGER audit BEFORE INSERT ON two FOR EACH ROW EXECUTE FUNCTION theirs()");
    String trigger =
        "@pltrigger(event='INSERT', when='BEFORE', table='one')\ndef audit(new):\n    pass\n";
    database.apply(F + G + trigger);
    database.execute(
        "DROP TABLE one",
        "DROP FUNCTION g(int)",
        "CREATE PROCEDURE g(a int) LANGUAGE sql AS 'SELECT 1'");
    assertThatThrownBy(() -> database.apply(F + trigger.replace("'one'", "'two'")))
        .hasMessageContaining("the trigger public.two.audit is in the database already");
    assertThat(database.apply(F)).containsExactly("drop function public.audit(): gone");
    assertThat(database.query("SELECT prokind FROM pg_proc WHERE proname = 'g'"))
        .containsExactly("p");
  }

  @Test
  void row_names_the_new_file_when_only_that_has_another_name() throws SQLException {
    database.apply(F);
    database.execute("UPDATE plpython_objects SET source = 'old.py'");
    assertThat(database.apply(F)).isEmpty();
    assertThat(database.query("SELECT source FROM plpython_objects")).containsExactly("a.py");
  }
}
