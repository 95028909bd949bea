package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.Installer;
import org.plpython.harness.ServerTest;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/** Constraint triggers: when they fire, and that a deploy loses nothing of them. */
@ServerTest
class ConstraintTriggerTest {
  private final Connection connection;
  private final Installed database;

  ConstraintTriggerTest(Connection connection) {
    this.connection = connection;
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshTable() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE TABLE book (id int, stock int)",
        "CREATE TABLE part (id int, stock int) PARTITION BY LIST (id)",
        "CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1)");
  }

  /** A constraint trigger that refuses a stock below zero. */
  private void install(String table, String options) {
    database.install(source(table, options));
  }

  private static String source(String table, String options) {
    return """
        from plpython import plpy, pltrigger
        @pltrigger(event="INSERT OR UPDATE", when="AFTER", table="%s", %s)
        def check_stock(td):
            low = plpy.execute("SELECT min(stock) AS low FROM " + td["table_name"])[0]["low"]
            if low is not None and low < 0:
                raise plpy.Error("stock %%d" %% low)
        """
        .formatted(table, options);
  }

  /** The same as a part of the transaction that is open. */
  private void installWithin(String table, String options) {
    Installer installer = new Installer(connection);
    PythonResolver.resolveFiles(
            List.of(new SourceFile("sources", "file.py", source(table, options))))
        .forEach(installer::install);
  }

  private static final String DEFERRED = "constraint=True, deferrable='initially deferred'";

  private void inTransaction(String... statements) throws SQLException {
    database.execute("BEGIN");
    try {
      database.execute(statements);
      database.execute("COMMIT");
    } finally {
      database.execute("ROLLBACK");
    }
  }

  @Test
  void trigger_fires_at_the_end_of_the_transaction_when_it_is_deferred() throws SQLException {
    install("book", DEFERRED);
    inTransaction("INSERT INTO book VALUES (1, -1)", "DELETE FROM book");
    assertThatThrownBy(() -> inTransaction("INSERT INTO book VALUES (1, -1)", "SELECT 1"))
        .hasMessageContaining("stock -1");
    assertThat(database.query("SELECT id FROM book")).isEmpty();
  }

  @Test
  void trigger_fires_with_the_statement_when_it_is_not_deferred() throws SQLException {
    install("book", "constraint=True");
    assertThatThrownBy(() -> inTransaction("INSERT INTO book VALUES (1, -1)", "DELETE FROM book"))
        .hasMessageContaining("stock -1");
    install("book", "constraint=True, deferrable=True");
    assertThatThrownBy(() -> inTransaction("INSERT INTO book VALUES (1, -1)", "DELETE FROM book"))
        .hasMessageContaining("stock -1");
    inTransaction(
        "SET CONSTRAINTS check_stock DEFERRED",
        "INSERT INTO book VALUES (1, -1)",
        "DELETE FROM book");
  }

  private @Nullable String definition() throws SQLException {
    return database.value(
        "SELECT concat_ws(' ', tgenabled, tgdeferrable, tginitdeferred, tgconstraint <> 0,"
            + " obj_description(oid, 'pg_trigger')) FROM pg_trigger WHERE tgname = 'check_stock'");
  }

  @Test
  void state_and_comment_stay_when_a_constraint_trigger_is_deployed_again() throws SQLException {
    install("book", DEFERRED);
    database.execute("ALTER TABLE book ENABLE REPLICA TRIGGER check_stock");
    database.execute("COMMENT ON TRIGGER check_stock ON book IS 'never below zero'");
    assertThat(definition()).isEqualTo("R t t t never below zero");
    install("book", DEFERRED);
    assertThat(definition()).isEqualTo("R t t t never below zero");
    install("book", "constraint=True");
    assertThat(definition()).isEqualTo("R f f t never below zero");
  }

  @Test
  void state_and_comment_stay_when_a_trigger_becomes_a_constraint_trigger_and_back()
      throws SQLException {
    install("book", "args=['x']");
    database.execute("ALTER TABLE book DISABLE TRIGGER check_stock");
    database.execute("COMMENT ON TRIGGER check_stock ON book IS 'kept'");
    install("book", DEFERRED);
    assertThat(definition()).isEqualTo("D t t t kept");
    install("book", "args=['x']");
    assertThat(definition()).isEqualTo("D f f f kept");
  }

  @Test
  void declared_state_is_written_when_a_constraint_trigger_is_deployed_again() throws SQLException {
    install("book", DEFERRED + ", enabled='always'");
    database.execute("ALTER TABLE book DISABLE TRIGGER check_stock");
    install("book", DEFERRED + ", enabled='always'");
    assertThat(definition()).isEqualTo("A t t t");
  }

  @Test
  void deferred_checks_are_made_when_the_transaction_deploys_the_trigger_again()
      throws SQLException {
    String changed = DEFERRED + ", args=['x']";
    for (String table : new String[] {"book", "part"}) {
      install(table, DEFERRED);
      connection.setAutoCommit(false);
      database.execute("INSERT INTO " + table + " VALUES (1, -1)");
      assertThatThrownBy(() -> installWithin(table, changed)).hasMessageContaining("stock -1");
      connection.rollback();
      database.execute("INSERT INTO " + table + " VALUES (1, 1)");
      installWithin(table, changed);
      database.execute("INSERT INTO " + table + " VALUES (1, -1)");
      assertThatThrownBy(connection::commit).hasMessageContaining("stock -1");
      connection.setAutoCommit(true);
      assertThat(database.query("SELECT id FROM " + table)).isEmpty();
    }
  }

  @Test
  void partitions_keep_states_and_comments_when_a_constraint_trigger_is_deployed_again()
      throws SQLException {
    install("part", DEFERRED);
    database.execute(
        "ALTER TABLE part1 DISABLE TRIGGER check_stock",
        "COMMENT ON TRIGGER check_stock ON part1 IS 'of a part'",
        "COMMENT ON TRIGGER check_stock ON part IS 'of all'");
    install("part", DEFERRED + ", args=['x']");
    assertThat(
            database.query(
                "SELECT concat_ws(' ', tgrelid::regclass, tgenabled, tgparentid <> 0,"
                    + " obj_description(oid, 'pg_trigger')) FROM pg_trigger"
                    + " WHERE tgname = 'check_stock' ORDER BY 1"))
        .containsExactly("part O f of all", "part1 D t of a part");
  }

  @Test
  void trigger_is_found_when_names_need_quotes_and_another_schema_has_it_too() throws SQLException {
    database.execute(
        "CREATE SCHEMA \"My Shop\"",
        "CREATE TABLE \"My Shop\".\"Order\" (stock int)",
        "CREATE TABLE \"Order\" (stock int)");
    String options = "name='A Check', " + DEFERRED;
    install("Order", options);
    install("My Shop.Order", options);
    database.execute("ALTER TABLE \"My Shop\".\"Order\" DISABLE TRIGGER \"A Check\"");
    install("My Shop.Order", options);
    assertThat(
            database.query(
                "SELECT concat_ws(' ', tgrelid::regclass, tgenabled) FROM pg_trigger ORDER BY 1"))
        .containsExactly("\"My Shop\".\"Order\" D", "\"Order\" O");
  }
}
