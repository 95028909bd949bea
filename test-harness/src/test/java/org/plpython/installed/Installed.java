package org.plpython.installed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.plpython.invariant.CheckedDeployment;
import org.plpython.invariant.Invariants;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/** A session of a database into which Python sources are installed. */
final class Installed {
  private static final PlanSettings SETTINGS =
      new PlanSettings(
          Optional.empty(),
          Optional.of("public.plpython_objects"),
          true,
          Dependents.REFUSE,
          Removal.DEFAULT);

  private final Connection connection;

  Installed(Connection connection) {
    this.connection = connection;
  }

  /** Installs everything that a file with this text declares. */
  Installed install(String text) {
    return install(List.of(new SourceFile("sources", "file.py", text)));
  }

  /** Installs everything that files declare. */
  Installed install(List<SourceFile> files) {
    new CheckedDeployment(connection, SETTINGS).apply(PythonResolver.resolveFiles(files));
    return this;
  }

  /** Skips the rest of the test where the server's Python is older than 3.MINOR. */
  Installed needsPython(int minor) throws SQLException {
    int has = pythonMinor();
    Assumptions.assumeTrue(has >= minor, "Python 3." + has + " is older than 3." + minor);
    return this;
  }

  /** The server's Python: 14 for 3.14. */
  int pythonMinor() throws SQLException {
    execute(
        "CREATE OR REPLACE FUNCTION pg_temp.python_minor() RETURNS int LANGUAGE plpython3u"
            + " AS 'import sys; return sys.version_info.minor'");
    return Integer.parseInt(String.valueOf(value("SELECT pg_temp.python_minor()")));
  }

  /** Runs statements. */
  Installed execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
        Invariants.of(connection).executed(sql);
      }
    }
    return this;
  }

  /** The first column's values as PostgreSQL writes them. */
  List<@Nullable String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<@Nullable String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  /** What the server warns of when it runs a statement. */
  List<String> warnings(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      List<String> warnings = new ArrayList<>();
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        warnings.add(w.getMessage());
      }
      return warnings;
    }
  }

  /** The one value of a query. */
  @Nullable String value(String sql) throws SQLException {
    List<@Nullable String> values = query(sql);
    if (values.size() != 1) {
      throw new AssertionError(sql + " gave " + values);
    }
    return values.get(0);
  }
}
