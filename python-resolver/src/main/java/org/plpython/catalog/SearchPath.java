package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;

/** The search path of a transaction. */
public final class SearchPath {
  private SearchPath() {}

  /** What it is now, as SET takes it. */
  public static String get(Connection connection) throws SQLException {
    return new Query(connection, "SELECT current_setting('search_path')")
        .one(row -> row.getString(1));
  }

  /** Sets it up to the end of the transaction. */
  public static void set(Connection connection, String path) throws SQLException {
    new Query(connection, "SELECT set_config('search_path', ?, true)", path)
        .one(row -> row.getString(1));
  }
}
