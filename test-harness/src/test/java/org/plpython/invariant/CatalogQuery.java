package org.plpython.invariant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the query for all facts from what the server says of its own catalogs: their columns, and
 * which of those hold identifiers of what. So an attribute that a later PostgreSQL adds is compared
 * without anybody having thought of it. What is left out is named here.
 */
final class CatalogQuery {
  /** Data, what other catalogs say as well, and what CREATE EXTENSION found. */
  private static final String NO_CATALOGS =
      "'pg_depend', 'pg_init_privs', 'pg_largeobject', 'pg_largeobject_metadata', 'pg_statistic',"
          + " 'pg_statistic_ext_data', 'pg_subscription_rel'";

  /**
   * Where data lie, how many there are, and what was true once and may be so no longer; what the
   * subject says.
   */
  private static final String NO_COLUMNS =
      "'oid', 'relfilenode', 'relpages', 'reltuples', 'relallvisible', 'relallfrozen',"
          + " 'relfrozenxid', 'relminmxid', 'reltoastrelid', 'relrewrite', 'relhasindex',"
          + " 'relhasrules', 'relhastriggers', 'relhassubclass', 'indcheckxmin', 'attcacheoff',"
          + " 'objoid', 'classoid', 'objsubid'";

  /** What has an identifier in its name, or belongs to a session. */
  private static final String OWN =
      "(^|[ (,])pg_(temp|toast)(_temp)?(_\\d+)?([.]|$)|\"RI_ConstraintTrigger_";

  /** PostgreSQL's own objects have lower ones. */
  private static final String FIRST = "16384";

  private static final String COLUMNS =
      """
      SELECT c.relname, a.attname, a.atttypid = 'aclitem[]'::regtype AS acl,
        a.atttypid = 'pg_node_tree'::regtype OR a.attname IN (%s) AS left_out,
        a.attnum = k.conkey[1] AS first, a.attnum = ANY (k.conkey) AS key,
        f.pktable::text AS target, coalesce(f.is_array, false) AS is_array
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
      LEFT JOIN pg_get_catalog_foreign_keys() f
        ON f.fktable = c.oid AND f.fkcols = ARRAY[a.attname::text]
      WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r'
        AND NOT c.relisshared AND c.relname NOT IN (%s)
      ORDER BY c.relname, a.attnum
      """
          .formatted(NO_COLUMNS, NO_CATALOGS);

  private static final String DEPENDENCIES =
      """
      SELECT concat_ws(' ', i.type, i.identity), concat_ws(' ', 'depends on', r.type, r.identity),
        d.deptype::text
      FROM pg_depend d
      CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) i
      CROSS JOIN LATERAL pg_identify_object(d.refclassid, d.refobjid, d.refobjsubid) r
      WHERE d.objid >= %s AND i.identity !~ '%s' AND r.identity !~ '%2$s'
      """
          .formatted(FIRST, OWN);

  private CatalogQuery() {}

  static String write(Connection connection) throws SQLException {
    List<String> selects = new ArrayList<>();
    for (CatalogTable table : tables(connection)) {
      selects.add(select(table));
    }
    selects.add(DEPENDENCIES);
    return String.join("UNION ALL\n", selects);
  }

  private static List<CatalogTable> tables(Connection connection) throws SQLException {
    List<CatalogTable> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        String name = row.getString("relname");
        if (tables.isEmpty() || !tables.get(tables.size() - 1).name().equals(name)) {
          tables.add(new CatalogTable(name));
        }
        tables.get(tables.size() - 1).add(CatalogTable.Column.of(row));
      }
    }
    return tables;
  }

  private static String select(CatalogTable table) {
    return """
        SELECT concat_ws(' ', i.type, i.identity%s), e.key, e.value
        FROM %s t
        CROSS JOIN LATERAL pg_identify_object(%s) i
        CROSS JOIN LATERAL jsonb_each_text(to_jsonb(t) - %s || jsonb_build_object(%s)) e
        WHERE e.value IS NOT NULL AND %s AND i.identity !~ '%s'
        """
        .formatted(
            table.restOfKey(),
            table.name(),
            table.subject(),
            table.leftOut(),
            table.rewritten(),
            table.condition(FIRST),
            OWN);
  }
}
