package org.plpython.invariant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a database's catalogs say, in one query whose text depends on the server's version only. */
final class CatalogFacts {
  /** As pg_dump has it; a lock that somebody forgot must not stop the build. */
  private static final String SETTINGS =
      "SET search_path = ''; SET datestyle = ISO; SET intervalstyle = postgres;"
          + " SET extra_float_digits = 0; SET lock_timeout = '20s'";

  private static final Map<String, String> QUERIES = new ConcurrentHashMap<>();

  private CatalogFacts() {}

  /** Leaves the connection with settings of its own. */
  static void addTo(Collection<Fact> facts, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(SETTINGS);
      try (ResultSet row = statement.executeQuery(query(connection))) {
        while (row.next()) {
          facts.add(new Fact(row.getString(1), row.getString(2), String.valueOf(row.getString(3))));
        }
      }
    }
  }

  private static String query(Connection connection) throws SQLException {
    String version = connection.getMetaData().getDatabaseProductVersion();
    String known = QUERIES.get(version);
    if (known == null) {
      known = CatalogQuery.write(connection);
      QUERIES.put(version, known);
    }
    return known;
  }
}
