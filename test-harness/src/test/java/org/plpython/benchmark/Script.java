package org.plpython.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements that are sent as they are, one after the other. */
final class Script {
  private static final int BATCH = 100;

  private Script() {}

  static void run(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** A hundred each as one, for the driver to part. */
  static List<String> batches(List<String> statements) {
    return parts(statements).stream().map(batch -> String.join(";\n", batch)).toList();
  }

  /** A hundred each. */
  static <T> List<List<T>> parts(List<T> all) {
    List<List<T>> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += BATCH) {
      parts.add(all.subList(i, Math.min(i + BATCH, all.size())));
    }
    return parts;
  }
}
