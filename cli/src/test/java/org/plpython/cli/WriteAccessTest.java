package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

@PlPythonTest
class WriteAccessTest {
  private static final DatabaseOptions.Work CREATE =
      connection -> connection.createStatement().execute("CREATE TABLE made ()");

  private static final DatabaseOptions.Work READ =
      connection -> connection.createStatement().execute("SELECT 1");

  private final PlPythonDatabase database;

  WriteAccessTest(PlPythonDatabase database) {
    this.database = database;
  }

  private static Run write(String url) {
    return Verb.run(DatabaseOptions::writing, CREATE, "--url", url, "--user", "postgres");
  }

  private static Run read(String url) {
    return Verb.run(DatabaseOptions::connected, READ, "--url", url, "--user", "postgres");
  }

  private static Run readOnly(String source) {
    return new Run(
        1,
        "",
        """
        Nothing can be changed in this session: default_transaction_read_only is on (set by: %s).
          If deploys are meant to change something, have it reset there; for one run, write\
         options=-c%%20default_transaction_read_only=off in --url.
        """
            .formatted(source));
  }

  @Test
  void setting_is_named_when_the_database_is_read_only() throws SQLException {
    try (var connection = database.connect()) {
      connection
          .createStatement()
          .execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = on");
    }
    assertThat(write(database.jdbcUrl())).isEqualTo(readOnly("database"));
    assertThat(read(database.jdbcUrl())).isEqualTo(new Run(0, "", ""));
    assertThat(write(database.jdbcUrl() + "?options=-c%20default_transaction_read_only=off"))
        .isEqualTo(new Run(0, "", ""));
    assertThat(write(database.jdbcUrl() + "?options=-c%20default_transaction_read_only=on"))
        .isEqualTo(readOnly("client"));
  }

  @Test
  void apply_is_refused_when_the_database_is_read_only() {
    assertThat(
            Run.plpython(
                "apply",
                "--url",
                database.jdbcUrl() + "?options=-c%20default_transaction_read_only=on",
                "--user",
                database.user(),
                "--source",
                Run.BOOKSHOP.toString()))
        .isEqualTo(readOnly("client"));
  }

  @Test
  void url_is_named_when_it_makes_the_session_read_only() {
    assertThat(write(database.jdbcUrl() + "?readOnly=true"))
        .isEqualTo(
            new Run(
                1,
                "",
                "Nothing can be changed over this connection: --url says readOnly=true. Take that"
                    + " out.\n"));
  }

  /** With the file that says so, a server that comes up again after a crash is a standby. */
  @Test
  void primary_is_asked_for_when_the_server_is_a_standby() throws SQLException {
    try (GuardedServer server = GuardedServer.start()) {
      server.execute("CHECKPOINT", "COPY (SELECT 1) TO PROGRAM 'touch standby.signal'");
      assertThat(
              Verb.run(
                      DatabaseOptions::connected,
                      crash ->
                          crash
                              .createStatement()
                              .execute("COPY (SELECT 1) TO PROGRAM 'kill -9 $PPID'"),
                      "--url",
                      server.url("postgres"),
                      "--user",
                      "postgres")
                  .exitCode())
          .isEqualTo(1);
      GuardedServer.await(() -> write(server.url("postgres")).err().contains("standby"));

      assertThat(write(server.url("postgres")))
          .isEqualTo(
              new Run(
                  1,
                  "",
                  """
                  Nothing can be changed on this server: it is a standby.
                    Name the primary in --url; of several servers,\
                   jdbc:postgresql://A,B/DATABASE?targetServerType=primary finds it.
                  """));
      assertThat(read(server.url("postgres"))).isEqualTo(new Run(0, "", ""));
    }
  }
}
