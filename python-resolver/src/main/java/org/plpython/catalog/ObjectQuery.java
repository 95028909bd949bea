package org.plpython.catalog;

/**
 * The queries that find objects. Each takes five arrays, the wanted objects' schemas, names,
 * identities, sources and checksums, and a project that is theirs. What is just as the registry
 * says, and what is wanted, is not looked at further. OFFSET 0 keeps PostgreSQL from asking for an
 * object's attributes in each place that uses them.
 */
enum ObjectQuery {
  /** Every routine that has the name of one that is looked for. */
  ROUTINES(
      "'aggregate', 'function', 'procedure'",
      SnapshotSql.ROUTINES
          + "WHERE (p.proname, n.nspname) IN (SELECT name::name, schema::name FROM wanted)",
      SnapshotSql.SIGNATURES + "WHERE p.oid = f.oid AND NOT f.same"),
  /** Triggers that are looked for. */
  TRIGGERS(
      "'trigger'",
      SnapshotSql.TRIGGERS
          + """
              WHERE NOT t.tgisinternal AND t.tgparentid = 0
                AND (t.tgname, n.nspname) IN (SELECT name::name, schema::name FROM wanted)
                AND format('%I.%I.%I', n.nspname, c.relname, t.tgname)
                  IN (SELECT identity FROM wanted)""",
      SnapshotSql.NO_SIGNATURES + " WHERE NOT f.same"),
  /** Event triggers that are looked for. */
  EVENT_TRIGGERS(
      "'event trigger'",
      SnapshotSql.EVENT_TRIGGERS + "WHERE e.evtname IN (SELECT name::name FROM wanted)",
      SnapshotSql.NO_SIGNATURES + " WHERE NOT f.same");

  private static final String SQL =
      """
      WITH wanted AS (
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
          AS w(schema, name, identity, source, checksum)),
      whose AS (SELECT ?::text AS project),
      registry AS (
        SELECT r.* FROM %1$s r WHERE r.kind IN (%2$s)),
      found AS MATERIALIZED (
        SELECT o.*, CASE WHEN r.format = %3$d THEN r.installed END AS recorded,
          coalesce(r.project = whose.project AND r.format = %3$d AND r.checksum = w.checksum AND r.source = w.source
            AND o.attributes @> r.installed, false) AS same,
          o.mark <> coalesce(r.mark, '') AS is_unmarked
        FROM (%4$s OFFSET 0) o CROSS JOIN whose
        LEFT JOIN registry r ON r.identity = o.identity AND r.kind = o.kind
        LEFT JOIN wanted w ON w.identity = o.identity)
      SELECT f.oid, f.kind, f.schema, f.name, f.identity, f.same,
        f.is_unmarked, f.table_name, d.body, d.inputs, d.defaults, d.result,
        d.grantees, d.grantors,
        a.names, a.vals, f.recorded IS NOT NULL AS is_recorded,
        b.names AS recorded_names, b.vals AS recorded_vals
      FROM found f
      LEFT JOIN LATERAL (
        SELECT array_agg(x.key) AS names, array_agg(x.value) AS vals
        FROM jsonb_each_text(f.attributes) x WHERE NOT f.same) a ON true
      LEFT JOIN LATERAL (
        SELECT array_agg(x.key) AS names, array_agg(x.value) AS vals
        FROM jsonb_each_text(f.recorded) x WHERE NOT f.same) b ON true
      LEFT JOIN LATERAL (%5$s) d ON true
      ORDER BY f.kind, f.identity COLLATE "C\"""";

  private final String kinds;
  private final String objects;
  private final String signatures;

  ObjectQuery(String kinds, String objects, String signatures) {
    this.kinds = kinds;
    this.objects = objects;
    this.signatures = signatures;
  }

  boolean reads(String kind) {
    return kinds.contains("'" + kind + "'");
  }

  /**
   * The query's text.
   *
   * @param registry what the registry's rows are read from
   */
  String sql(String registry) {
    return SQL.formatted(registry, kinds, RegistrySql.FORMAT, objects, signatures);
  }
}
