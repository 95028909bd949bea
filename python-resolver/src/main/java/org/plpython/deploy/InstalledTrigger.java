package org.plpython.deploy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.object.Trigger;

/**
 * A trigger that is there before a deploy, on its table or on a partition of it.
 *
 * @param schema of the table
 * @param table as SQL, with its schema
 * @param state pg_trigger.tgenabled
 */
record InstalledTrigger(
    String schema,
    String table,
    String state,
    Optional<String> comment,
    boolean isConstraint,
    boolean isDeferrable) {

  private static final String QUERY =
      """
      WITH RECURSIVE installed AS (
        SELECT t.oid, t.tgrelid, t.tgenabled, t.tgconstraint, t.tgdeferrable, 0 AS depth
        FROM pg_catalog.pg_trigger t
        WHERE t.tgrelid = pg_catalog.to_regclass(?) AND t.tgname = ? AND NOT t.tgisinternal
        UNION ALL
        SELECT t.oid, t.tgrelid, t.tgenabled, t.tgconstraint, t.tgdeferrable, i.depth + 1
        FROM pg_catalog.pg_trigger t JOIN installed i ON t.tgparentid = i.oid)
      SELECT n.nspname, pg_catalog.format('%I.%I', n.nspname, c.relname), i.tgenabled,
        pg_catalog.obj_description(i.oid, 'pg_trigger'), i.tgconstraint <> 0, i.tgdeferrable
      FROM installed i
      JOIN pg_catalog.pg_class c ON c.oid = i.tgrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      ORDER BY i.depth, 2""";

  /** The trigger of that name, then those that PostgreSQL made of it on partitions. */
  static List<InstalledTrigger> find(Connection connection, Trigger trigger) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setString(1, trigger.table().sql());
      query.setString(2, trigger.name());
      try (ResultSet rows = query.executeQuery()) {
        List<InstalledTrigger> found = new ArrayList<>();
        while (rows.next()) {
          found.add(read(rows));
        }
        return found;
      }
    }
  }

  private static InstalledTrigger read(ResultSet row) throws SQLException {
    return new InstalledTrigger(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        Optional.ofNullable(row.getString(4)),
        row.getBoolean(5),
        row.getBoolean(6));
  }
}
