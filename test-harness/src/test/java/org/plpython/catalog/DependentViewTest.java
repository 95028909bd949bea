package org.plpython.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.ServerTest;
import org.plpython.sql.DependentStatements;

/** Views that call a function which is dropped and created again. */
@ServerTest
class DependentViewTest {
  private static final String DOUBLE =
      "CREATE FUNCTION shop.double(n int) RETURNS int IMMUTABLE LANGUAGE plpython3u AS 'return 2 * n'";
  private static final String ROUTINE = "shop.double(int)";

  private final DependentDatabase database;

  DependentViewTest(Connection connection) throws SQLException {
    this.database = new DependentDatabase(connection);
    database.execute(DOUBLE, "CREATE TABLE book (id int, price int)");
  }

  @AfterEach
  void dropRoles() throws SQLException {
    database.dropRoles();
  }

  @Test
  void everything_is_the_same_when_a_chain_of_views_is_created_again() throws SQLException {
    database.execute(
        "CREATE ROLE \"d_Owner x\"",
        "CREATE ROLE \"d_App, it's\"",
        "CREATE ROLE d_reader",
        "GRANT ALL ON SCHEMA shop TO \"d_App, it's\", d_reader, \"d_Owner x\"",
        "CREATE VIEW price AS SELECT id, shop.double(price) AS \"The price\" FROM book",
        "CREATE VIEW dear WITH (security_barrier, security_invoker = true, check_option = local) AS SELECT * FROM price WHERE \"The price\" > 10",
        "CREATE VIEW dearest AS SELECT max(\"The price\") AS m FROM dear",
        "COMMENT ON VIEW price IS 'it''s a \\ price'",
        "COMMENT ON COLUMN price.\"The price\" IS 'in cents'",
        "ALTER VIEW dear OWNER TO \"d_Owner x\"",
        "GRANT SELECT ON price TO \"d_App, it's\" WITH GRANT OPTION",
        "GRANT UPDATE (\"The price\") ON price TO \"d_App, it's\" WITH GRANT OPTION",
        "SET ROLE \"d_App, it's\"",
        "GRANT SELECT ON price TO d_reader",
        "GRANT UPDATE (\"The price\") ON price TO d_reader",
        "RESET ROLE",
        "GRANT SELECT, TRUNCATE ON dear TO PUBLIC",
        "REVOKE UPDATE ON dear FROM \"d_Owner x\"",
        "ALTER VIEW price ALTER COLUMN id SET DEFAULT 7");
    assertThat(database.names(ROUTINE))
        .containsExactly("VIEW shop.dearest", "VIEW shop.dear", "VIEW shop.price");
    database.roundTrip(ROUTINE, DOUBLE);
  }

  /** Default privileges are for what the deployer makes, whoever owns it in the end. */
  @Test
  void privileges_are_the_same_when_default_privileges_give_others() throws SQLException {
    database.execute(
        "CREATE ROLE d_owner",
        "CREATE ROLE \"d_By default\"",
        "CREATE ROLE d_app",
        "GRANT ALL ON SCHEMA shop TO d_owner",
        "CREATE VIEW untouched AS SELECT shop.double(1) AS n",
        "CREATE VIEW granted AS SELECT shop.double(1) AS n",
        "ALTER VIEW granted OWNER TO d_owner",
        "GRANT SELECT ON granted TO d_app",
        "CREATE VIEW nobodys AS SELECT shop.double(1) AS n",
        "REVOKE ALL ON nobodys FROM CURRENT_USER",
        "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO \"d_By default\", PUBLIC",
        "ALTER DEFAULT PRIVILEGES IN SCHEMA shop GRANT SELECT ON TABLES TO d_app");
    database.roundTrip(ROUTINE, DOUBLE);
    database.execute("ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM PUBLIC");
  }

  @Test
  void privileges_are_the_same_when_default_privileges_give_nothing() throws SQLException {
    database.execute(
        "CREATE VIEW v AS SELECT shop.double(1) AS n",
        "ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM CURRENT_USER");
    database.roundTrip(ROUTINE, DOUBLE);
    database.execute("ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO CURRENT_USER");
  }

  @Test
  void role_of_the_session_stays_when_another_ones_grants_are_restored() throws SQLException {
    database.execute(
        "CREATE ROLE d_deployer SUPERUSER",
        "CREATE ROLE d_app",
        "CREATE ROLE d_reader",
        "GRANT USAGE ON SCHEMA shop TO d_app",
        "CREATE VIEW v AS SELECT shop.double(1) AS n",
        "GRANT SELECT ON v TO d_app WITH GRANT OPTION",
        "SET ROLE d_app",
        "GRANT SELECT ON shop.v TO d_reader",
        "RESET ROLE",
        "ALTER FUNCTION shop.double OWNER TO d_deployer",
        "GRANT CREATE ON SCHEMA shop TO d_deployer",
        "SET ROLE d_deployer");
    database.roundTrip(ROUTINE, DOUBLE);
    assertThat(database.query("SELECT current_user")).containsExactly("d_deployer");
  }

  @Test
  void triggers_rules_and_defaults_are_the_same_when_their_view_is_created_again()
      throws SQLException {
    database.execute(
        "CREATE FUNCTION changed() RETURNS trigger LANGUAGE plpython3u AS 'pass'",
        "CREATE VIEW v AS SELECT shop.double(1) AS n, 2 AS m",
        "CREATE TRIGGER \"On v\" INSTEAD OF INSERT ON v FOR EACH ROW"
            + " EXECUTE FUNCTION changed('a')",
        "CREATE TRIGGER s AFTER UPDATE ON v EXECUTE FUNCTION changed()",
        "COMMENT ON TRIGGER s ON v IS 'after'",
        "CREATE RULE \"No delete\" AS ON DELETE TO v DO INSTEAD NOTHING",
        "COMMENT ON RULE \"No delete\" ON v IS 'never'",
        "ALTER VIEW v ALTER COLUMN n SET DEFAULT shop.double(3)");
    assertThat(database.of(ROUTINE))
        .allMatch(Dependent::isRecreatable)
        .extracting(Dependent::identity)
        .containsExactly("shop.v");
    database.roundTrip(ROUTINE, DOUBLE);
  }

  @Test
  void trigger_alone_is_dropped_when_its_view_does_not_call_the_function() throws SQLException {
    String changed = "CREATE FUNCTION shop.changed() RETURNS trigger LANGUAGE plpython3u AS 'pass'";
    database.execute(
        changed,
        "CREATE VIEW v AS SELECT 2 AS m",
        "CREATE TRIGGER t INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION changed()");
    assertThat(database.names("shop.changed()")).containsExactly("TRIGGER shop.v.t");
    database.roundTrip("shop.changed()", changed);
  }

  @Test
  void names_are_the_same_when_they_are_odd() throws SQLException {
    String view = "\"Odd.Shop\".\"a.\"\"b\"\" 'c' 日本\"";
    database.execute(
        "CREATE ROLE \"d_it's \"\"me\"\"\"",
        "CREATE TABLE \"Odd.Shop\".\"Bücher; --\" (\"An id\" int)",
        "CREATE VIEW "
            + view
            + " WITH (security_barrier = false)"
            + " AS SELECT shop.double(\"An id\") AS \"select\", E'\\\\' AS \"x.y\""
            + " FROM \"Odd.Shop\".\"Bücher; --\"",
        "CREATE VIEW shop.\"user\" AS SELECT \"select\" FROM " + view,
        "GRANT SELECT (\"x.y\") ON " + view + " TO \"d_it's \"\"me\"\"\"",
        "COMMENT ON COLUMN " + view + ".\"x.y\" IS E'\\\\\\n $$ ''x'''");
    assertThat(database.names(ROUTINE)).containsExactly("VIEW shop.\"user\"", "VIEW " + view);
    database.roundTrip(ROUTINE, DOUBLE);
  }

  @Test
  void materialized_view_is_the_same_when_it_is_created_again() throws SQLException {
    database.execute(
        "CREATE ROLE d_app",
        "GRANT ALL ON SCHEMA shop TO d_app",
        "CREATE MATERIALIZED VIEW \"A sum\" WITH (fillfactor = 70) AS"
            + " SELECT id, shop.double(price) AS p, 'x'::text AS t FROM book",
        "CREATE MATERIALIZED VIEW empty AS SELECT id FROM \"A sum\" WITH NO DATA",
        "CREATE UNIQUE INDEX u ON \"A sum\" (id)",
        "CREATE INDEX on_double ON \"A sum\" (shop.double(p))",
        "ALTER MATERIALIZED VIEW \"A sum\" CLUSTER ON u",
        "ALTER MATERIALIZED VIEW \"A sum\" ALTER COLUMN p SET STATISTICS 30",
        "ALTER MATERIALIZED VIEW \"A sum\" ALTER COLUMN p SET (n_distinct = 5)",
        "ALTER MATERIALIZED VIEW \"A sum\" ALTER COLUMN t SET STORAGE EXTERNAL",
        "ALTER MATERIALIZED VIEW \"A sum\" ALTER COLUMN t SET COMPRESSION pglz",
        "ALTER MATERIALIZED VIEW \"A sum\" DEPENDS ON EXTENSION plpgsql",
        "CREATE STATISTICS s ON id, p FROM \"A sum\"",
        "COMMENT ON MATERIALIZED VIEW \"A sum\" IS 'kept'",
        "COMMENT ON COLUMN \"A sum\".p IS 'doubled'",
        "COMMENT ON INDEX u IS 'unique'",
        "GRANT SELECT ON \"A sum\" TO d_app",
        "ALTER MATERIALIZED VIEW \"A sum\" OWNER TO d_app");
    assertThat(database.of(ROUTINE))
        .noneMatch(Dependent::isRecreatable)
        .extracting(d -> d.kind() + " " + d.identity())
        .containsExactly("MATERIALIZED_VIEW shop.empty", "MATERIALIZED_VIEW shop.\"A sum\"");
    database.roundTrip(ROUTINE, DOUBLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO pg_seclabel VALUES ('v'::regclass, 'pg_class'::regclass, 1, 'p', 'secret')",
        "ALTER EXTENSION plpgsql ADD VIEW v",
        "COMMENT ON TYPE v IS 'a row'",
        "COMMENT ON RULE \"_RETURN\" ON v IS 'its query'"
      })
  void view_is_not_recreatable_when_nobody_restores_what_it_has(String what) throws SQLException {
    database.execute(
        "CREATE VIEW v AS SELECT shop.double(1) AS n", "SET allow_system_table_mods = on", what);
    assertThat(database.of(ROUTINE))
        .singleElement()
        .returns("shop.v", Dependent::identity)
        .returns(false, Dependent::isRecreatable);
    database.execute("DELETE FROM pg_seclabel WHERE provider = 'p'");
    database.execute("RESET allow_system_table_mods");
    if (what.contains("EXTENSION")) {
      database.execute("ALTER EXTENSION plpgsql DROP VIEW v");
    }
  }

  @Test
  void view_is_not_recreatable_when_it_is_a_sessions_own() throws SQLException {
    database.execute("CREATE TEMPORARY VIEW mine AS SELECT shop.double(1)");
    assertThat(database.of(ROUTINE)).hasSize(1).noneMatch(Dependent::isRecreatable);
    database.execute("DROP VIEW mine");
  }

  @Test
  void function_is_named_when_it_takes_rows_of_the_view() throws SQLException {
    database.execute(
        "CREATE VIEW v AS SELECT shop.double(1) AS n",
        "CREATE FUNCTION of_row(v) RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE rows (r v)");
    assertThat(database.of(ROUTINE))
        .extracting(d -> d.kind() + " " + d.identity() + " " + d.isRecreatable())
        .containsExactly(
            "FUNCTION shop.of_row(shop.v) false",
            "OTHER column r of table shop.rows false",
            "VIEW shop.v true");
  }

  @Test
  void statements_say_no_more_than_they_must_when_little_is_set() throws SQLException {
    database.execute(
        "CREATE ROLE d_app",
        "CREATE ROLE d_owner",
        "GRANT ALL ON SCHEMA shop TO d_app, d_owner",
        "CREATE VIEW v WITH (security_barrier) AS SELECT shop.double(1) AS n",
        "COMMENT ON VIEW v IS 'two'",
        "GRANT SELECT, DELETE ON v TO d_app WITH GRANT OPTION",
        "SET ROLE d_app",
        "GRANT SELECT ON v TO PUBLIC",
        "RESET ROLE",
        "GRANT UPDATE (n) ON v TO PUBLIC",
        "ALTER VIEW v OWNER TO d_owner");
    DependentStatements statements = new DependentStatements(database.of(ROUTINE).get(0));
    assertThat(statements.drop()).containsExactly("DROP VIEW shop.v");
    assertThat(statements.create())
        .containsExactly(
            "CREATE VIEW shop.v WITH (security_barrier = 'true') AS\nSELECT shop.double(1) AS n",
            "ALTER VIEW shop.v OWNER TO d_owner",
            "GRANT DELETE, SELECT ON TABLE shop.v TO d_app WITH GRANT OPTION",
            "GRANT UPDATE (n) ON TABLE shop.v TO PUBLIC",
            "SELECT pg_catalog.set_config('plpython.role', pg_catalog.current_setting('role'), true)",
            "SELECT pg_catalog.set_config('role', 'd_app', true)",
            "GRANT SELECT ON TABLE shop.v TO PUBLIC",
            "SELECT pg_catalog.set_config('role', pg_catalog.current_setting('plpython.role'), true)",
            "COMMENT ON VIEW shop.v IS 'two'");
  }
}
