package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.PythonRequirement.Extension;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;
import org.plpython.plan.Refusal;

/** What is asked of a server's Python, and answered. */
@ServerTest
class PythonRequirementTest {

  private static PythonRequirement requirement(
      Extension extension, String minimumOrNothing, String moduleOrNothing) {
    return new PythonRequirement(
        extension,
        Optional.of(minimumOrNothing).filter(it -> !it.isEmpty()).map(PythonVersion::parse),
        Optional.of(moduleOrNothing).filter(it -> !it.isEmpty()));
  }

  private static List<String> unmet(Connection connection, PythonRequirement requirement)
      throws SQLException {
    return requirement.unmet(connection).stream().map(Refusal::toString).toList();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String python(Connection connection) throws SQLException {
    execute(
        connection,
        """
        CREATE FUNCTION pg_temp.python() RETURNS text LANGUAGE plpython3u AS $$
        import sys
        return "%d.%d.%d" % sys.version_info[:3]
        $$""");
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT pg_temp.python()")) {
      row.next();
      return row.getString(1);
    }
  }

  @Test
  void nothing_is_missing_when_version_and_module_are_there(Connection connection)
      throws SQLException {
    assertThat(unmet(connection, requirement(Extension.INSTALLED, "", ""))).isEmpty();
    assertThat(unmet(connection, requirement(Extension.INSTALLED, python(connection), "xml.etree")))
        .isEmpty();
    assertThat(connection.getAutoCommit()).isTrue();
  }

  @Test
  void version_and_module_are_told_when_both_are_missing(Connection connection)
      throws SQLException {
    String version = python(connection);
    String line = version.substring(0, version.lastIndexOf('.'));
    assertThat(unmet(connection, requirement(Extension.INSTALLABLE, "3.99", "nowhere.to_be")))
        .containsExactly(
            """
            the server's PL/Python has Python %s, and 3.99 or later is wanted
              Which Python it has was decided when PostgreSQL was built, not by what else is on the server's machine: its administrator installs another build of PL/Python."""
                .formatted(PythonVersion.parse(version)),
            """
            the server's Python %s cannot import nowhere.to_be: ModuleNotFoundError: No module named 'nowhere'
              The administrator of the server's machine installs the package that has it, for that Python: python%s -m pip install PACKAGE. Sessions that are open see it after they connect again."""
                .formatted(PythonVersion.parse(version), line));
  }

  @Test
  void transaction_goes_on_as_it_was_when_it_is_asked_within(Connection connection)
      throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, "CREATE TABLE kept()");
    execute(connection, "SET LOCAL plpython.version = 'mine'");
    assertThat(unmet(connection, requirement(Extension.INSTALLED, "3.6", "nowhere"))).hasSize(1);
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT current_setting('plpython.version') FROM kept")) {
      assertThat(row.next()).isFalse();
    }
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT current_setting('plpython.version')")) {
      row.next();
      assertThat(row.getString(1)).isEqualTo("mine");
    }
    connection.rollback();
  }

  @Test
  void language_is_missing_when_the_role_may_not_use_it(Connection connection) throws SQLException {
    execute(connection, "CREATE ROLE requirement_guest");
    try {
      execute(connection, "SET ROLE requirement_guest");
      assertThat(unmet(connection, requirement(Extension.INSTALLABLE, "3.99", "nowhere")))
          .containsExactly(
              """
              the role requirement_guest may not use the language plpython3u
                PL/Python is an untrusted language: only a superuser may install its functions. Deploy as one.""");
    } finally {
      execute(connection, "RESET ROLE");
      execute(connection, "DROP ROLE requirement_guest");
    }
  }

  @Test
  void extension_can_be_created_when_a_superuser_has_not_done_so(
      PlPythonDatabase database, Connection connection) throws SQLException {
    String advice =
        """
        the database %s has no PL/Python yet
          A superuser installs it, once: CREATE EXTENSION plpython3u"""
            .formatted(database.name());
    connection.setAutoCommit(false);
    execute(connection, "DROP EXTENSION plpython3u CASCADE");
    execute(connection, "CREATE ROLE requirement_visitor");
    assertThat(unmet(connection, requirement(Extension.INSTALLED, "", ""))).containsExactly(advice);
    assertThat(unmet(connection, requirement(Extension.INSTALLABLE, "", ""))).isEmpty();
    assertThat(unmet(connection, requirement(Extension.INSTALLABLE, "3.6", "")))
        .containsExactly(
            """
            the version and the modules of Python cannot be told while the database %s has no PL/Python
              Ask for them after the extension is created: CREATE EXTENSION plpython3u"""
                .formatted(database.name()));
    execute(connection, "SET LOCAL ROLE requirement_visitor");
    assertThat(unmet(connection, requirement(Extension.INSTALLABLE, "", "")))
        .containsExactly(advice);
    connection.rollback();
  }
}
