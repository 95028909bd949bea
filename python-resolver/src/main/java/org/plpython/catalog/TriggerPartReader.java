package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads where triggers are besides their tables, and what redeploys must keep of them there. */
public final class TriggerPartReader {
  private static final String SQL =
      """
      WITH RECURSIVE part AS (
        SELECT t.oid AS root, t.oid, t.tgrelid, t.tgenabled, 0 AS depth
        FROM pg_catalog.pg_trigger t
        WHERE t.oid IN (SELECT w.oid::bigint::oid FROM unnest(?::text[]) AS w(oid))
        UNION ALL
        SELECT p.root, t.oid, t.tgrelid, t.tgenabled, p.depth + 1
        FROM pg_catalog.pg_trigger t JOIN part p ON t.tgparentid = p.oid)
      SELECT p.root, n.nspname, pg_catalog.format('%I.%I', n.nspname, c.relname), p.tgenabled,
        pg_catalog.obj_description(p.oid, 'pg_trigger')
      FROM part p
      JOIN pg_catalog.pg_class c ON c.oid = p.tgrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      ORDER BY p.root, p.depth, 3""";

  private TriggerPartReader() {}

  /** For each trigger: that itself, then those that PostgreSQL made of it on partitions. */
  public static Map<Long, List<TriggerPart>> read(Connection connection, Collection<Long> oids)
      throws SQLException {
    if (oids.isEmpty()) {
      return Map.of();
    }
    Map<Long, List<TriggerPart>> parts = new TreeMap<>();
    new Query(connection, SQL, oids.stream().map(String::valueOf).toList())
        .all(
            row ->
                parts
                    .computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
                    .add(
                        new TriggerPart(
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            Optional.ofNullable(row.getString(5)))));
    return parts;
  }
}
