package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.ConnectionLoss.Outcome;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** Connections that end in mid-work. */
@ServerTest
class LostConnectionTest {
  private static final String ENDED =
      "the server shuts down, or an administrator ended the session";
  private static final String BROKEN =
      "the network failed, or the session's process ended; the server's log says which";

  /** Whoever is left then loses its session as well. */
  private static final String SUICIDE = "COPY (SELECT 1) TO PROGRAM 'kill -9 $PPID'";

  private final PlPythonDatabase database;
  private final Connection connection;
  private final SqlRunner sql;

  LostConnectionTest(PlPythonDatabase database, Connection connection) {
    this.database = database;
    this.connection = connection;
    this.sql = new SqlRunner(connection);
  }

  @BeforeEach
  void freshSchemaAndOpenTransaction() throws SQLException {
    sql.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    connection.setAutoCommit(false);
  }

  private static String loss(Outcome outcome, ThrowingCallable work) {
    SQLException error = catchThrowableOfType(SQLException.class, work);
    return ConnectionLoss.explain(error, "testing", outcome).orElseThrow();
  }

  private static String rolledBack(String cause) {
    return """
        The connection to the database was lost while testing: %s.
          PostgreSQL rolls all of it back: nothing was changed. Run it again when the server\
         answers."""
        .formatted(cause);
  }

  private boolean isThere(String table) throws SQLException {
    try (Connection other = database.connect();
        ResultSet row =
            other.createStatement().executeQuery("SELECT to_regclass('" + table + "') IS NULL")) {
      row.next();
      return !row.getBoolean(1);
    }
  }

  @Test
  void loss_is_told_and_nothing_stays_when_the_session_is_ended_in_a_statement()
      throws SQLException {
    sql.run("CREATE TABLE half ()");

    assertThat(
            loss(
                Outcome.ROLLED_BACK,
                () -> sql.run("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(60)")))
        .isEqualTo(rolledBack(ENDED));
    assertThat(loss(Outcome.ROLLED_BACK, () -> sql.run("SELECT 1"))).isEqualTo(rolledBack(BROKEN));
    assertThat(isThere("half")).isFalse();
  }

  @Test
  void loss_is_told_and_nothing_stays_when_the_session_is_ended_between_statements()
      throws SQLException {
    sql.run("CREATE TABLE half ()");
    String session = sql.value("SELECT pg_backend_pid()");
    try (Connection administrator = database.connect()) {
      new SqlRunner(administrator).run("SELECT pg_terminate_backend(" + session + ", 10000)");
    }

    assertThat(loss(Outcome.ROLLED_BACK, () -> sql.run("SELECT 1"))).isEqualTo(rolledBack(ENDED));
    assertThat(isThere("half")).isFalse();
  }

  @Test
  void outcome_is_open_when_the_session_is_ended_in_its_commit() throws SQLException {
    sql.run(
        """
        CREATE TABLE t (a integer);
        CREATE FUNCTION last_words() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(60);
          RETURN NULL;
        END $$;
        CREATE CONSTRAINT TRIGGER last_words AFTER INSERT ON t INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION last_words();
        INSERT INTO t VALUES (1)""");

    assertThat(loss(Outcome.UNKNOWN, connection::commit))
        .isEqualTo(
            """
            The connection to the database was lost while testing: %s.
              Whether the changes were committed is not known; it is all of them, or none. Run plan\
             when the server answers: it shows what is still to be done."""
                .formatted(ENDED));
  }

  @Test
  void timeout_is_named_when_the_server_ends_an_idle_transaction() throws Exception {
    sql.run("SET idle_in_transaction_session_timeout = '1ms'");
    Thread.sleep(500);

    assertThat(loss(Outcome.ROLLED_BACK, () -> sql.run("SELECT 1")))
        .isEqualTo(rolledBack("the server's idle_in_transaction_session_timeout was reached"));
  }

  @Test
  void loss_is_told_when_a_process_of_the_server_is_killed() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        Connection killed = connect(server);
        Connection bystander = connect(server)) {
      assertThat(loss(Outcome.ROLLED_BACK, () -> new SqlRunner(killed).run(SUICIDE)))
          .isEqualTo(rolledBack(BROKEN));
      assertThat(
              loss(Outcome.ROLLED_BACK, () -> new SqlRunner(bystander).run("SELECT pg_sleep(60)")))
          .isEqualTo(rolledBack(BROKEN));
    }
  }

  private static Connection connect(EmbeddedPostgres server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), "");
  }
}
