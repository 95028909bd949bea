package org.plpython.flyway;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.plpython.object.Identifier;
import org.plpython.plan.PlanSettings;

/**
 * Which table Flyway keeps its history in.
 *
 * @param schema as it is, without quotes
 * @param table as it is, without quotes
 */
record HistoryName(String schema, String table) {

  /** The one of a configuration; where it names no schema, the session's first. */
  static HistoryName of(Configuration configuration, Connection connection) throws SQLException {
    @Nullable String schema = configuredSchema(configuration);
    return new HistoryName(
        schema == null ? value(connection, "SELECT current_schema()", "") : schema,
        configuration.getTable());
  }

  /** The schema that a configuration names for it; null: none. */
  static @Nullable String configuredSchema(Configuration configuration) {
    String[] schemas = configuration.getSchemas();
    return configuration.getDefaultSchema() == null && schemas.length > 0
        ? schemas[0]
        : configuration.getDefaultSchema();
  }

  private static String value(Connection connection, String query, String argument)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      if (!argument.isEmpty()) {
        statement.setString(1, argument);
      }
      try (ResultSet row = statement.executeQuery()) {
        @Nullable String value = row.next() ? row.getString(1) : null;
        return value == null ? "" : value;
      }
    }
  }

  boolean exists(Connection connection) throws SQLException {
    return !value(connection, "SELECT pg_catalog.to_regclass(?)::text", sql()).isEmpty();
  }

  /** Whether its schema exists; the first migrate creates it otherwise. */
  boolean hasSchema(Connection connection) throws SQLException {
    return !value(
            connection,
            "SELECT count(*) FILTER (WHERE nspname = ?) FROM pg_catalog.pg_namespace",
            schema.isEmpty() ? " " : schema)
        .equals("0");
  }

  /** Puts its schema first in the search path of the transaction, as Flyway does for migrations. */
  void searchFirst(Connection connection) throws SQLException {
    if (hasSchema(connection)) {
      value(
          connection,
          "SELECT pg_catalog.set_config('search_path',"
              + " ? || coalesce(', ' || nullif(pg_catalog.current_setting('search_path'), ''), ''),"
              + " true)",
          Identifier.quote(schema));
    }
  }

  /** As SQL. */
  String sql() {
    return Identifier.quote(schema) + "." + Identifier.quote(table);
  }

  /** As the name of a project. */
  String project() {
    return schema + "." + table;
  }

  /** The registry beside it, as SQL. */
  String registry() {
    return Identifier.quote(schema) + "." + PlanSettings.REGISTRY;
  }
}
