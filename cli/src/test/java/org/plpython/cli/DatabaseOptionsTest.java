package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

@PlPythonTest
class DatabaseOptionsTest {
  private static final DatabaseOptions.Work ENDED =
      connection ->
          connection
              .createStatement()
              .execute("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(60)");

  private final PlPythonDatabase database;

  DatabaseOptionsTest(PlPythonDatabase database) {
    this.database = database;
  }

  private Run run(Verb.Access access, DatabaseOptions.Work work, String parameters) {
    return Verb.run(
        access, work, "--url", database.jdbcUrl() + parameters, "--user", database.user());
  }

  private static String lost(String work, String outcome) {
    return """
        The connection to the database was lost while %s: the server shuts down, or an\
         administrator ended the session.
          %s
        """
        .formatted(work, outcome);
  }

  @Test
  void nothing_is_said_to_be_changed_when_the_connection_is_lost_in_reading() {
    assertThat(run(DatabaseOptions::connected, ENDED, ""))
        .isEqualTo(
            new Run(
                1,
                "",
                lost(
                    "the database was read",
                    "Nothing was changed. Run it again when the server answers.")));
  }

  @Test
  void outcome_is_not_promised_when_the_connection_is_lost_in_writing() {
    assertThat(run(DatabaseOptions::writing, ENDED, ""))
        .isEqualTo(
            new Run(
                1,
                "",
                lost(
                    "the database was changed",
                    "Whether the changes were committed is not known; it is all of them, or none."
                        + " Run plan when the server answers: it shows what is still to be done.")));
  }

  @Test
  void error_is_handed_on_when_the_connection_lives() {
    Run run =
        run(
            DatabaseOptions::connected,
            connection -> connection.createStatement().execute("SELECT 1/0"),
            "");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("division by zero");
  }

  @Test
  void session_has_our_name_when_the_url_says_nothing_else() {
    List<String> names = new ArrayList<>();
    DatabaseOptions.Work name = connection -> names.add(applicationName(connection));
    assertThat(run(DatabaseOptions::connected, name, "").err()).isEmpty();
    assertThat(run(DatabaseOptions::writing, name, "?ApplicationName=ours").err()).isEmpty();
    assertThat(names).containsExactly("plpython", "ours");
  }

  private static String applicationName(Connection connection) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery("SHOW application_name")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void database_is_made_for_the_run_when_the_url_is_embedded() {
    List<String> names = new ArrayList<>();
    Run run =
        Verb.run(
            DatabaseOptions::writing,
            connection -> names.add(connection.getCatalog()),
            "--url",
            "embedded:");
    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(names).singleElement().asString().startsWith("plpython_");
  }

  @Test
  void addresses_stand_in_a_line_each_when_help_is_asked_for() {
    assertThat(Run.plpython("apply", "--help").out())
        .contains(
            """
                  --url=JDBC            The database:
                                          jdbc:postgresql://HOST:PORT/DATABASE
                                          jdbc:postgresql://HOST/DATABASE?sslmode=verify-full      verified
                                          jdbc:postgresql://A,B/DATABASE?targetServerType=primary  any
                                          embedded:                                                a new one
            """);
  }
}
