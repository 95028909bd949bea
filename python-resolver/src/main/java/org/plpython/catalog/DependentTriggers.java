package org.plpython.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.catalog.DependentDefinition.Trigger;

/** Reads what people may have set of triggers, on their tables and on partitions. */
final class DependentTriggers {
  /** Each trigger's own row comes first. */
  private static final String QUERY =
      """
      , one AS (
        SELECT t.oid AS root, t.oid, t.tgrelid, t.tgenabled, t.tgconstraint, t.tgdeferrable,
          0 AS depth
        FROM asked o JOIN pg_catalog.pg_trigger t ON t.oid = o.oid
        UNION ALL
        SELECT o.root, t.oid, t.tgrelid, t.tgenabled, t.tgconstraint, t.tgdeferrable, o.depth + 1
        FROM pg_catalog.pg_trigger t JOIN one o ON t.tgparentid = o.oid)
      SELECT 'pg_catalog.pg_trigger'::regclass::oid, o.root, 0,
        pg_catalog.format('%I.%I', n.nspname, c.relname), o.tgenabled,
        pg_catalog.obj_description(o.oid, 'pg_trigger'),
        CASE WHEN o.tgdeferrable THEN n.nspname END,
        pg_catalog.obj_description(o.tgconstraint, 'pg_constraint'),
        e.names
      FROM one o
      JOIN pg_catalog.pg_class c ON c.oid = o.tgrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN extension e
        ON e.catalog = 'pg_catalog.pg_trigger'::regclass AND e.oid = o.oid
      ORDER BY o.depth, 4""";

  private DependentTriggers() {}

  private record Row(
      DependentAddress trigger, Trigger.Place place, Optional<String> deferrableIn) {}

  static Map<DependentAddress, DependentDefinition> read(
      DependentQuery query, Map<DependentAddress, DependentHead> triggers) throws SQLException {
    Map<DependentAddress, List<Row>> rows = new HashMap<>();
    for (Row row : query.list(triggers.keySet(), QUERY, DependentTriggers::row)) {
      rows.computeIfAbsent(row.trigger(), trigger -> new ArrayList<>()).add(row);
    }
    Map<DependentAddress, DependentDefinition> found = new HashMap<>();
    triggers.forEach(
        (trigger, head) -> found.put(trigger, define(head, rows.getOrDefault(trigger, List.of()))));
    return found;
  }

  private static Trigger define(DependentHead head, List<Row> rows) {
    return new Trigger(
        head.sql().orElseThrow(),
        head.last(),
        rows.stream().map(Row::place).toList(),
        rows.stream().flatMap(row -> row.deferrableIn().stream()).distinct().sorted().toList());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        DependentAddress.read(row, 1),
        new Trigger.Place(
            row.getString(4),
            row.getString(5),
            DependentQuery.text(row, 6),
            DependentQuery.text(row, 8),
            DependentQuery.texts(row, 9)),
        DependentQuery.text(row, 7));
  }
}
