package org.plpython.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

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
    database.execute(
        "DROP SCHEMA shop, \"Odd.Shop\" CASCADE",
        "DO $$ DECLARE r text; BEGIN FOR r IN SELECT rolname FROM pg_roles WHERE rolname LIKE 'd\\_%' LOOP"
            + " EXECUTE 'DROP OWNED BY ' || quote_ident(r); EXECUTE 'DROP ROLE ' || quote_ident(r); END LOOP; END $$");
  }

  @Test
  void everything_is_the_same_when_a_chain_of_views_is_created_again() throws SQLException {
    database.execute(
        "CREATE ROLE \"d_Owner x\"",
        "CREATE ROLE d_app",
        "CREATE ROLE d_reader",
        "GRANT ALL ON SCHEMA shop TO d_app, d_reader, \"d_Owner x\"",
        "CREATE VIEW price AS SELECT id, shop.double(price) AS \"The price\" FROM book",
        "CREATE VIEW dear WITH (security_barrier, check_option = local) AS SELECT * FROM price WHERE \"The price\" > 10",
        "CREATE VIEW dearest AS SELECT max(\"The price\") AS m FROM dear",
        "COMMENT ON VIEW price IS 'it''s a \\ price'",
        "COMMENT ON COLUMN price.\"The price\" IS 'in cents'",
        "ALTER VIEW dear OWNER TO \"d_Owner x\"",
        "GRANT SELECT ON price TO d_app WITH GRANT OPTION",
        "GRANT UPDATE (\"The price\") ON price TO d_app WITH GRANT OPTION",
        "SET ROLE d_app",
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
}
