package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.plpython.object.Identifier;
import org.plpython.object.QualifiedName;

/**
 * Where the registry is.
 *
 * @param schema empty text: there is none where it could be made
 * @param exists whether it was there when somebody looked
 * @param isOwn whether the role may drop it
 * @param isReadable whether the role may read it
 * @param isWritable whether the role may do with its rows all that deploys do
 * @param isMarked whether its rows can hold marks: those of earlier versions of ours cannot
 * @param newestFormat the highest format of its rows; 0 if it has none
 * @param rows how many it has, of all projects
 */
public record RegistryTable(
    String schema,
    String name,
    boolean exists,
    boolean isOwn,
    boolean isReadable,
    boolean isWritable,
    boolean isMarked,
    int newestFormat,
    long rows) {
  /** None at all. */
  public static final RegistryTable NONE = none("", "");

  private static final String FIND =
      """
      SELECT n.nspname, c.relname, pg_catalog.pg_has_role(c.relowner, 'USAGE'),
        pg_catalog.has_table_privilege(c.oid, 'SELECT'),
        pg_catalog.has_table_privilege(c.oid, 'INSERT')
          AND pg_catalog.has_table_privilege(c.oid, 'UPDATE')
          AND pg_catalog.has_table_privilege(c.oid, 'DELETE'),
        EXISTS (SELECT FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = c.oid AND a.attname = 'mark' AND NOT a.attisdropped)
      FROM pg_catalog.pg_class c
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
            .all(
                row ->
                    new RegistryTable(
                        row.getString(1),
                        row.getString(2),
                        true,
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        0,
                        0));
    if (found.isEmpty()) {
      List<String> parts =
          new Query(connection, "SELECT parse_ident(?) AS parts", setting)
              .one(row -> Query.texts(row, "parts"));
      return none(
          parts.size() > 1 ? parts.get(0) : server.currentSchema().orElse(""),
          parts.get(parts.size() - 1));
    }
    return found.get(0).isReadable ? found.get(0).counted(connection) : found.get(0);
  }

  /**
   * The table of a name, as if it were there, for scripts that find out themselves.
   *
   * @param setting {@code table} or {@code schema.table}, as SQL
   */
  public static RegistryTable named(String setting) {
    QualifiedName name = QualifiedName.parse(setting).orElseThrow();
    return new RegistryTable(
        name.schema().orElse(""), name.name(), true, true, true, true, true, 0, 0);
  }

  private static RegistryTable none(String schema, String name) {
    return new RegistryTable(schema, name, false, false, true, true, true, 0, 0);
  }

  private RegistryTable counted(Connection connection) throws SQLException {
    return new Query(connection, "SELECT coalesce(max(format), 0), count(*) FROM " + sql())
        .one(
            row ->
                new RegistryTable(
                    schema,
                    name,
                    exists,
                    isOwn,
                    isReadable,
                    isWritable,
                    isMarked,
                    row.getInt(1),
                    row.getLong(2)));
  }

  /** Whether a later version of ours has written it. */
  public boolean isNewer() {
    return newestFormat > RegistrySql.FORMAT;
  }

  /** As SQL, with its schema. */
  public String sql() {
    return new QualifiedName(Optional.of(schema).filter(it -> !it.isEmpty()), name).sql();
  }

  /** The table beside it that tells what was deployed when, as SQL. */
  public String releases() {
    return Identifier.quote(schema) + "." + Identifier.quote(name + "_releases");
  }
}
