package org.plpython.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What the session's role may do with schemas, tables and roles, in one query for each.
 *
 * @param schemas those that exist
 * @param openSchemas those of them that it may create objects in
 * @param tables tables and views that exist, as they were asked for
 * @param openTables those of them that it may create triggers on
 * @param ownTables those of them that it may drop triggers of
 * @param roles those that exist
 * @param ownRoles those that it may act as, so that their objects are its own
 */
public record Access(
    Set<String> schemas,
    Set<String> openSchemas,
    Set<String> tables,
    Set<String> openTables,
    Set<String> ownTables,
    Set<String> roles,
    Set<String> ownRoles) {
  private static final String SCHEMAS =
      """
      SELECT n.nspname AS name, has_schema_privilege(n.oid, 'CREATE') AS first,
        false AS second
      FROM pg_catalog.pg_namespace n WHERE n.nspname = ANY (?::text[])""";
  private static final String TABLES =
      """
      SELECT w.name, has_table_privilege(c.oid, 'TRIGGER') AS first,
        pg_has_role(c.relowner, 'USAGE') AS second
      FROM unnest(?::text[]) AS w(name)
      JOIN pg_catalog.pg_class c ON c.oid = to_regclass(w.name)""";
  private static final String ROLES =
      """
      SELECT r.rolname AS name, pg_has_role(r.oid, 'MEMBER') AS first, false AS second
      FROM pg_catalog.pg_roles r WHERE r.rolname = ANY (?::text[])""";

  public Access {
    schemas = Set.copyOf(schemas);
    openSchemas = Set.copyOf(openSchemas);
    tables = Set.copyOf(tables);
    openTables = Set.copyOf(openTables);
    ownTables = Set.copyOf(ownTables);
    roles = Set.copyOf(roles);
    ownRoles = Set.copyOf(ownRoles);
  }

  /**
   * Asks the server.
   *
   * @param tables as SQL, with their schemas
   */
  public static Access read(
      Connection connection,
      Collection<String> schemas,
      Collection<String> tables,
      Collection<String> roles)
      throws SQLException {
    Answers ofSchemas = Answers.read(connection, SCHEMAS, schemas);
    Answers ofTables = Answers.read(connection, TABLES, tables);
    Answers ofRoles = Answers.read(connection, ROLES, roles);
    return new Access(
        ofSchemas.all(),
        ofSchemas.first(),
        ofTables.all(),
        ofTables.first(),
        ofTables.second(),
        ofRoles.all(),
        ofRoles.first());
  }

  /** What was found, and for what of it two questions are answered with yes. */
  private record Answers(Set<String> all, Set<String> first, Set<String> second) {
    static Answers read(Connection connection, String sql, Collection<String> names)
        throws SQLException {
      Answers answers = new Answers(new HashSet<>(), new HashSet<>(), new HashSet<>());
      new Query(connection, sql, names).all(answers::add);
      return answers;
    }

    private boolean add(ResultSet row) throws SQLException {
      String name = row.getString("name");
      if (row.getBoolean("first")) {
        first.add(name);
      }
      if (row.getBoolean("second")) {
        second.add(name);
      }
      return all.add(name);
    }
  }
}
