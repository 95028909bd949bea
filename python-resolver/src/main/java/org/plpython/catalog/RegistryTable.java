package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.plpython.object.Identifier;

/**
 * Where the registry is.
 *
 * @param schema empty text: there is none where it could be made
 * @param exists whether it was there when somebody looked
 * @param newestFormat the highest format of its rows; 0 if it has none
 */
public record RegistryTable(String schema, String name, boolean exists, int newestFormat) {
  /** None at all. */
  public static final RegistryTable NONE = new RegistryTable("", "", false, 0);

  private static final String FIND =
      """
      SELECT n.nspname, c.relname FROM pg_catalog.pg_class c
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.oid = to_regclass(?)""";

  /**
   * Looks for it in the session's search path.
   *
   * @param setting {@code table} or {@code schema.table}, as SQL
   */
  public static RegistryTable find(Connection connection, String setting, ServerFacts server)
      throws SQLException {
    List<RegistryTable> found =
        new Query(connection, FIND, setting)
            .all(row -> new RegistryTable(row.getString(1), row.getString(2), true, 0));
    if (found.isEmpty()) {
      List<String> parts =
          new Query(connection, "SELECT parse_ident(?) AS parts", setting)
              .one(row -> Query.texts(row, "parts"));
      return new RegistryTable(
          parts.size() > 1 ? parts.get(0) : server.currentSchema().orElse(""),
          parts.get(parts.size() - 1),
          false,
          0);
    }
    RegistryTable table = found.get(0);
    int newest =
        new Query(connection, "SELECT coalesce(max(format), 0) FROM " + table.sql())
            .one(row -> row.getInt(1));
    return new RegistryTable(table.schema(), table.name(), true, newest);
  }

  /** Whether a later version of ours has written it. */
  public boolean isNewer() {
    return newestFormat > RegistrySql.FORMAT;
  }

  /** As SQL, with its schema. */
  public String sql() {
    return Identifier.quote(schema) + "." + Identifier.quote(name);
  }
}
