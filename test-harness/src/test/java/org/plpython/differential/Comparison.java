package org.plpython.differential;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.plpython.deploy.Installer;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Program;
import org.plpython.object.Routine;
import org.plpython.resolver.PythonResolver;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Installs cases into a database, makes their calls there, and keeps what differs. */
final class Comparison {
  /** Author's classes stand in a module with a private name there. */
  private static final String MODULE = "^_plpython\\.\\w+\\.";

  private static final int SHOWN = 300;

  private final Connection connection;
  private final List<String> differences = new ArrayList<>();
  private int functions;
  private int calls;

  Comparison(Connection connection) {
    this.connection = connection;
  }

  /** Takes over a case, in a schema of its own. */
  void add(Case each, List<Expectation> expectations) throws SQLException {
    run("DROP SCHEMA public CASCADE");
    run("CREATE SCHEMA public");
    for (Expectation expectation : expectations) {
      if (expectation.kind() == Expectation.Kind.SETUP) {
        run(expectation.sql());
      }
    }
    Installer installer = new Installer(connection);
    Set<String> uncalled = new TreeSet<>();
    for (DatabaseObject object : PythonResolver.resolveFiles(each.files())) {
      installer.install(object);
      uncalled.add(((Program) ((Routine) object).code()).entry());
    }
    functions += uncalled.size();
    for (Expectation expectation : expectations) {
      if (expectation.kind() != Expectation.Kind.SETUP) {
        uncalled.remove(expectation.function());
        check(each.name() + ":" + expectation.line() + ": ", expectation);
      }
    }
    uncalled.forEach(name -> differences.add(each.name() + ": nobody calls " + name));
  }

  private void check(String place, Expectation expectation) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows = statement.executeQuery(expectation.sql())) {
        for (int row = 1; rows.next(); row++) {
          calls++;
          compare(place + "row " + row + " of ", expectation, rows);
        }
      }
    } catch (PSQLException error) {
      calls++;
      compare(place, expectation, error);
    }
  }

  private void compare(String place, Expectation expectation, ResultSet row) throws SQLException {
    if (expectation.kind() != Expectation.Kind.RESULT) {
      differences.add(
          place
              + shown(expectation)
              + " gave "
              + row.getString(1)
              + ", not "
              + expectation.message());
    } else if (!Objects.equals(row.getString(1), row.getString(2))) {
      differences.add(
          place
              + shown(expectation)
              + " gave\n  "
              + row.getString(1)
              + ", not\n  "
              + row.getString(2));
    }
  }

  private void compare(String place, Expectation expectation, PSQLException error) {
    String message = message(error);
    boolean isExpected =
        switch (expectation.kind()) {
          case ERROR -> message.equals(expectation.message());
          case REFUSED -> message.contains(expectation.message());
          default -> false;
        };
    if (!isExpected) {
      differences.add(
          place
              + shown(expectation)
              + " failed with\n  "
              + message
              + ", not\n  "
              + (expectation.message().isEmpty() ? "at all" : expectation.message()));
    }
  }

  /** The server's Python: 14 for 3.14. */
  static int pythonMinor(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE FUNCTION pg_temp.minor() RETURNS int LANGUAGE plpython3u"
              + " AS 'import sys; return sys.version_info.minor'");
      try (ResultSet row = statement.executeQuery("SELECT pg_temp.minor()")) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static String shown(Expectation expectation) {
    String sql = expectation.sql();
    return sql.length() > SHOWN ? sql.substring(0, SHOWN) + "..." : sql;
  }

  /** PL/Python says of a set's rows where it failed, and then why. */
  private static String message(PSQLException error) {
    ServerErrorMessage server = Objects.requireNonNull(error.getServerErrorMessage());
    String message = String.valueOf(server.getMessage());
    return (message.equals("error fetching next item from iterator")
            ? String.valueOf(server.getDetail())
            : message)
        .replaceFirst(MODULE, "");
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  List<String> differences() {
    return List.copyOf(differences);
  }

  int functions() {
    return functions;
  }

  int calls() {
    return calls;
  }
}
