package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The table in which a migration tool keeps its history. Its adapter's objects are a project named
 * like it.
 *
 * @param tool for people
 */
public record HistoryTable(String tool) {
  private static final String FIND =
      """
      SELECT CASE a.attname WHEN 'installed_rank' THEN 'Flyway' ELSE 'Liquibase' END
      FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
      WHERE c.relkind IN ('r', 'p') AND a.attname IN ('installed_rank', 'orderexecuted')
        AND n.nspname || '.' || c.relname = pg_catalog.replace(?, '"', '')""";

  /**
   * The one that a project is named like, if there is one.
   *
   * @param project {@code schema.table}, with double quotes or without
   */
  public static Optional<HistoryTable> find(Connection connection, String project)
      throws SQLException {
    return new Query(connection, FIND, project)
        .all(row -> new HistoryTable(row.getString(1))).stream().findFirst();
  }
}
