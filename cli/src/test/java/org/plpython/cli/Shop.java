package org.plpython.cli;

import static org.plpython.cli.Run.plpython;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plpython.harness.PlPythonDatabase;

/** A database and a file of sources, for verbs that want both. */
record Shop(PlPythonDatabase database, Path folder) {
  static final String F =
      """
      from plpython import plfunction

      @plfunction
      def f(a: int) -> int:
          return a
      """;
  static final String G = "\n@plfunction\ndef g() -> int:\n    return 1\n";

  /** Everything in the database goes. */
  void empty() throws SQLException {
    execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The one value of a query, as text. */
  String value(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }

  /** What is in the schema public. */
  String functions() throws SQLException {
    return value(
        "SELECT string_agg(oid::regprocedure::text, ' ' ORDER BY oid::regprocedure::text)"
            + " FROM pg_proc WHERE pronamespace = 'public'::regnamespace");
  }

  void write(String text) throws IOException {
    Files.writeString(folder.resolve("a.py"), text);
  }

  Run run(String verb, String... options) {
    return run(Map.of(), verb, options);
  }

  Run run(Map<String, String> environment, String verb, String... options) {
    return run(Terminal.NONE, environment, verb, options);
  }

  Run run(Terminal terminal, Map<String, String> environment, String verb, String... options) {
    List<String> all =
        new ArrayList<>(List.of(verb, "--url", database.jdbcUrl(), "--user", database.user()));
    if (!verb.equals("remove")) {
      all.addAll(List.of("--source", folder.toString()));
    }
    all.addAll(List.of(options));
    return plpython(terminal, environment, all.toArray(String[]::new));
  }
}
