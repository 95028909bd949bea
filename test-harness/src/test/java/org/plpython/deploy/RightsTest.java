package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

/**
 * Roles that are no superusers. Where PL/Python is for superusers alone, nothing else matters; here
 * an administrator has trusted it, as some do.
 */
@ServerTest
class RightsTest {
  private static final String F = "@plfunction\ndef f(a: int) -> int:\n    return a\n";
  private static final String T =
      "@pltrigger(event='INSERT', when='BEFORE', table='book')\ndef clean(new):\n    pass\n";

  private final Database database;

  RightsTest(Connection connection) {
    this.database = new Database(connection);
  }

  @BeforeEach
  void deployer() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE TABLE book (isbn text)",
        "CREATE ROLE rights_deployer",
        "CREATE ROLE rights_stranger",
        "GRANT USAGE ON SCHEMA public TO rights_deployer");
  }

  @AfterEach
  void noDeployer() throws SQLException {
    database.execute(
        "RESET ROLE",
        "UPDATE pg_language SET lanpltrusted = true WHERE lanname = 'plpython3u'",
        "DROP OWNED BY rights_deployer CASCADE",
        "DROP OWNED BY rights_stranger CASCADE",
        "UPDATE pg_language SET lanpltrusted = false WHERE lanname = 'plpython3u'",
        "DROP ROLE rights_deployer",
        "DROP ROLE rights_stranger");
  }

  private void trust() throws SQLException {
    database.execute(
        "UPDATE pg_language SET lanpltrusted = true WHERE lanname = 'plpython3u'",
        "GRANT USAGE ON LANGUAGE plpython3u TO rights_deployer",
        "GRANT CREATE ON SCHEMA public TO rights_deployer");
  }

  @Test
  void language_is_named_first_when_it_is_for_superusers() throws SQLException {
    database.execute(
        "GRANT CREATE ON SCHEMA public TO rights_deployer", "SET ROLE rights_deployer");
    assertThatThrownBy(() -> database.apply(F))
        .hasMessage(
            """
            the role rights_deployer may not use the language plpython3u
              PL/Python is an untrusted language: only a superuser may install its functions. Deploy as one.""");
    assertThat(database.query("SELECT to_regclass('plpython_objects')"))
        .containsExactly((String) null);
  }

  @Test
  void everything_that_is_missing_is_said_at_once_when_much_is() throws SQLException {
    trust();
    database.execute(
        "REVOKE CREATE ON SCHEMA public FROM rights_deployer", "SET ROLE rights_deployer");
    String wishes =
        """
        @plfunction(owner='rights_stranger', grant={'nobody_knows': 'execute'}, leakproof=True)
        def g() -> int:
            return 1
        @plfunction(schema='nowhere')
        def h() -> int:
            return 1
        """;
    assertThatThrownBy(() -> database.apply(F + wishes + T))
        .hasMessageContaining("may not create the registry public.plpython_objects")
        .hasMessageContaining("GRANT CREATE ON SCHEMA public TO rights_deployer")
        .hasMessageContaining(
            "db/a.py:3: cannot install the function f(integer): rights_deployer may not create anything in public")
        .hasMessageContaining("there is no role nobody_knows")
        .hasMessageContaining("rights_deployer may not give it to rights_stranger")
        .hasMessageContaining("only a superuser may create functions with leakproof or support")
        .hasMessageContaining("there is no schema nowhere")
        .hasMessageContaining("rights_deployer may not create triggers on public.book")
        .hasMessageContaining("GRANT TRIGGER ON public.book TO rights_deployer");
  }

  @Test
  void deploy_works_when_the_role_has_what_it_needs() throws SQLException {
    trust();
    database.execute("GRANT TRIGGER ON book TO rights_deployer", "SET ROLE rights_deployer");
    assertThat(database.apply(F + T)).hasSize(3);
    assertThat(database.query("SELECT proowner::regrole FROM pg_proc WHERE proname = 'f'"))
        .containsExactly("rights_deployer");
    assertThat(database.apply(F.replace("return a", "return 2") + T)).hasSize(1);
    assertThatThrownBy(() -> database.apply(F))
        .hasMessageContaining(
            "the role rights_deployer may not drop the trigger public.book.clean: the table public.book is not its own");
  }

  @Test
  void owner_is_named_when_the_function_is_somebody_elses() throws SQLException {
    database.apply(F);
    trust();
    database.execute(
        "GRANT ALL ON plpython_objects TO rights_deployer", "SET ROLE rights_deployer");
    assertThatThrownBy(() -> database.apply(F.replace("return a", "return 2")))
        .hasMessage(
            """
            db/a.py:3: the role rights_deployer may not replace the function public.f(integer): it belongs to postgres
              Deploy as the owner, or as a member of that role.""");
  }

  @Test
  void types_and_tables_are_named_when_there_are_none() {
    assertThatThrownBy(
            () ->
                database.apply(
                    "from typing import Annotated\n@plfunction\n"
                        + "def f(a: Annotated[str, 'nowhere.thing']) -> int:\n    return 1\n"
                        + T.replace("'book'", "'bok'")))
        .hasMessageContaining(
            "db/a.py:4: cannot install the function f(nowhere.thing): there is no type nowhere.thing")
        .hasMessageContaining("cannot install the trigger bok.clean: there is no table bok");
  }

  @Test
  void extension_is_named_when_the_database_has_no_language() throws SQLException {
    database.execute("DROP EXTENSION plpython3u");
    try {
      assertThatThrownBy(() -> database.apply(F))
          .hasMessageContaining("has no PL/Python yet")
          .hasMessageContaining("A superuser installs it, once: CREATE EXTENSION plpython3u");
    } finally {
      database.execute("CREATE EXTENSION plpython3u");
    }
  }

  @Test
  void registry_is_refused_when_the_role_may_not_read_or_write_it() throws SQLException {
    database.apply(F);
    trust();
    String g = F + "@plfunction\ndef g() -> int:\n    return 1\n";
    database.execute("SET ROLE rights_deployer");
    assertThatThrownBy(() -> database.apply(g))
        .hasMessage(
            """
            the role rights_deployer may not read the registry public.plpython_objects
              Its owner says: GRANT SELECT, INSERT, UPDATE, DELETE ON public.plpython_objects TO rights_deployer. Nothing was changed.""");
    database.execute(
        "RESET ROLE",
        "GRANT SELECT ON plpython_objects TO rights_deployer",
        "SET ROLE rights_deployer");
    assertThat(database.plan(F).isEmpty()).isTrue();
    assertThatThrownBy(() -> database.apply(g))
        .hasMessage(
            """
            the role rights_deployer may not write to the registry public.plpython_objects
              Its owner says: GRANT SELECT, INSERT, UPDATE, DELETE ON public.plpython_objects TO rights_deployer""");
  }

  @Test
  void schema_is_named_when_the_role_may_not_look_into_it() throws SQLException {
    trust();
    database.execute(
        "REVOKE USAGE ON SCHEMA public FROM rights_deployer", "SET ROLE rights_deployer");
    assertThatThrownBy(() -> database.apply(F + T))
        .hasMessageStartingWith("The server refused: ERROR: permission denied for schema public")
        .hasMessageContaining("Deploy as a role that may do this");
  }
}
