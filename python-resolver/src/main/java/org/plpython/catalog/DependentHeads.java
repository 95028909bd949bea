package org.plpython.catalog;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The question to all catalogs at once that objects which depend on a routine may be in. */
final class DependentHeads {
  /**
   * Of what a definition does not tell, a dependent of any kind may have a comment and security
   * labels, and a view's row type and query may have comments, which nobody restores; nor can
   * anybody restore what belongs to another session. A NOT NULL is part of its column.
   */
  private static final String QUERY =
      """
      SELECT o.catalog, o.oid, o.sub,
        CASE WHEN y.typtype = 'd' AND y.typdefaultbin IS NOT NULL THEN 'domain'
          WHEN b.attgenerated <> '' THEN 'generated column' ELSE i.type END,
        i.object_names, i.object_args, pg_catalog.pg_get_function_identity_arguments(f.oid),
        pg_catalog.pg_describe_object(o.catalog, o.oid, o.sub),
        pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(k.relname),
        CASE
          WHEN t.oid IS NOT NULL THEN pg_catalog.pg_get_triggerdef(t.oid)
          WHEN r.oid IS NOT NULL THEN pg_catalog.pg_get_ruledef(r.oid)
          WHEN c.oid IS NOT NULL THEN pg_catalog.pg_get_constraintdef(c.oid)
          WHEN d.oid IS NOT NULL THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid)
          WHEN x.indexrelid IS NOT NULL THEN pg_catalog.pg_get_indexdef(x.indexrelid)
          WHEN s.oid IS NOT NULL THEN pg_catalog.pg_get_statisticsobjdef(s.oid)
          WHEN f.prokind IN ('f', 'w', 'p') THEN pg_catalog.pg_get_functiondef(f.oid)
          WHEN k.relkind IN ('v', 'm') AND o.sub = 0 THEN pg_catalog.pg_get_viewdef(k.oid)
          ELSE pg_catalog.pg_get_expr(y.typdefaultbin, 0)
        END,
        (SELECT description FROM pg_catalog.pg_description
          WHERE classoid = o.catalog AND objoid = o.oid AND objsubid = o.sub),
        NOT EXISTS (
            SELECT FROM pg_catalog.pg_seclabel WHERE classoid = o.catalog AND objoid = o.oid)
          AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_description e
            WHERE o.catalog = 'pg_catalog.pg_class'::regclass AND o.sub = 0
              AND (e.classoid = 'pg_catalog.pg_type'::regclass AND e.objoid = k.reltype
                OR e.classoid = 'pg_catalog.pg_rewrite'::regclass AND e.objoid IN (
                  SELECT w.oid FROM pg_catalog.pg_rewrite w
                  WHERE w.ev_class = k.oid AND w.rulename = '_RETURN')))
          AND k.relpersistence IS DISTINCT FROM 't'
      FROM asked o
      CROSS JOIN LATERAL pg_catalog.pg_identify_object_as_address(o.catalog, o.oid, o.sub) i
      LEFT JOIN pg_catalog.pg_trigger t
        ON o.catalog = 'pg_catalog.pg_trigger'::regclass AND t.oid = o.oid
      LEFT JOIN pg_catalog.pg_rewrite r
        ON o.catalog = 'pg_catalog.pg_rewrite'::regclass AND r.oid = o.oid
      LEFT JOIN pg_catalog.pg_constraint c
        ON o.catalog = 'pg_catalog.pg_constraint'::regclass AND c.oid = o.oid
      LEFT JOIN pg_catalog.pg_attrdef d
        ON o.catalog = 'pg_catalog.pg_attrdef'::regclass AND d.oid = o.oid
      LEFT JOIN pg_catalog.pg_policy p
        ON o.catalog = 'pg_catalog.pg_policy'::regclass AND p.oid = o.oid
      LEFT JOIN pg_catalog.pg_statistic_ext s
        ON o.catalog = 'pg_catalog.pg_statistic_ext'::regclass AND s.oid = o.oid
      LEFT JOIN pg_catalog.pg_publication_rel l
        ON o.catalog = 'pg_catalog.pg_publication_rel'::regclass AND l.oid = o.oid
      LEFT JOIN pg_catalog.pg_proc f
        ON o.catalog = 'pg_catalog.pg_proc'::regclass AND f.oid = o.oid
      LEFT JOIN pg_catalog.pg_type y
        ON o.catalog = 'pg_catalog.pg_type'::regclass AND y.oid = o.oid
      LEFT JOIN pg_catalog.pg_attribute b
        ON o.catalog = 'pg_catalog.pg_class'::regclass AND b.attrelid = o.oid
          AND b.attnum = o.sub AND o.sub <> 0
      LEFT JOIN pg_catalog.pg_index x
        ON o.catalog = 'pg_catalog.pg_class'::regclass AND x.indexrelid = o.oid AND o.sub = 0
      LEFT JOIN pg_catalog.pg_class k
        ON k.oid = coalesce(t.tgrelid, r.ev_class, nullif(c.conrelid, 0), d.adrelid, p.polrelid,
          s.stxrelid, l.prrelid, x.indrelid,
          CASE WHEN o.catalog = 'pg_catalog.pg_class'::regclass THEN o.oid END)
      LEFT JOIN pg_catalog.pg_namespace n ON n.oid = k.relnamespace
      WHERE i.type IS NOT NULL AND c.contype IS DISTINCT FROM 'n'""";

  private DependentHeads() {}

  static Map<DependentAddress, DependentHead> read(
      DependentQuery query, Collection<DependentAddress> objects) throws SQLException {
    Map<DependentAddress, DependentHead> heads = new HashMap<>();
    query.list(
        objects, QUERY, row -> heads.put(DependentAddress.read(row, 1), DependentHead.read(row)));
    return heads;
  }
}
