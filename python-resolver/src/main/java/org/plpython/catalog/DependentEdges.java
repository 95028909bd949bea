package org.plpython.catalog;

/** The question to pg_depend. */
final class DependentEdges {
  /**
   * Goes as DROP CASCADE does, but stops where less than a drop is enough (a domain's default, a
   * generated column whose expression can be set) and where nobody would drop (a table). What is
   * part of something leads to that. A constraint or a column that a table has inherited is part of
   * the parent's, which pg_depend does not say; one that is the table's own as well goes after it.
   *
   * <p>Gives each routine's OID, a dependent's address, and what that depends on with
   * pg_depend.deptype.
   */
  static final String QUERY =
      """
      , node (root, catalog, oid, sub) AS (
        SELECT oid, catalog, oid, sub FROM asked
        UNION
        SELECT n.root, next.catalog, next.oid, next.sub
        FROM node n CROSS JOIN LATERAL (
          SELECT d.classid, d.objid, d.objsubid
          FROM pg_catalog.pg_depend d
          WHERE d.refclassid = n.catalog AND d.refobjid = n.oid
            AND (n.sub = 0 OR d.refobjsubid = n.sub)
          UNION ALL
          SELECT d.refclassid, d.refobjid, d.refobjsubid
          FROM pg_catalog.pg_depend d
          WHERE d.classid = n.catalog AND d.objid = n.oid AND d.objsubid = n.sub
            AND d.deptype IN ('i', 'P') AND n.oid <> n.root
        ) AS next (catalog, oid, sub)
        WHERE NOT EXISTS (
            SELECT FROM pg_catalog.pg_type t
            WHERE n.catalog = 'pg_catalog.pg_type'::regclass AND t.oid = n.oid
              AND t.typtype = 'd')
          AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_class c
            WHERE n.catalog = 'pg_catalog.pg_class'::regclass AND c.oid = n.oid AND n.sub = 0
              AND c.relkind IN ('r', 'p', 'f'))
          AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_attribute a
            WHERE n.catalog = 'pg_catalog.pg_class'::regclass AND a.attrelid = n.oid
              AND a.attnum = n.sub AND a.attgenerated <> '' AND NOT a.attnotnull
              AND pg_catalog.current_setting('server_version_num')::int >= 170000)),
      inherited (catalog, oid, sub, parent, parent_sub, is_own) AS MATERIALIZED (
        SELECT 'pg_catalog.pg_constraint'::regclass::oid, c.oid, 0, p.oid, 0, c.conislocal
        FROM pg_catalog.pg_constraint c
        JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.conrelid
        JOIN pg_catalog.pg_constraint p
          ON p.conrelid = i.inhparent AND p.conname = c.conname AND p.contype = c.contype
        WHERE c.contype = 'c' AND c.coninhcount > 0
        UNION ALL
        SELECT 'pg_catalog.pg_class'::regclass, c.attrelid, c.attnum, p.attrelid, p.attnum,
          c.attislocal
        FROM pg_catalog.pg_attribute c
        JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.attrelid
        JOIN pg_catalog.pg_attribute p ON p.attrelid = i.inhparent AND p.attname = c.attname
        WHERE c.attgenerated <> '' AND c.attinhcount > 0)
      SELECT n.root, n.catalog, n.oid, n.sub, d.refclassid, d.refobjid, d.refobjsubid,
        d.deptype::text
      FROM node n
      LEFT JOIN pg_catalog.pg_depend d
        ON d.classid = n.catalog AND d.objid = n.oid AND d.objsubid = n.sub
      UNION ALL
      SELECT n.root, n.catalog, n.oid, n.sub, i.catalog, i.parent, i.parent_sub, 'P'
      FROM node n JOIN inherited i ON i.catalog = n.catalog AND i.oid = n.oid AND i.sub = n.sub
      WHERE NOT i.is_own
      UNION ALL
      SELECT n.root, n.catalog, n.oid, n.sub, i.catalog, i.oid, i.sub, 'n'
      FROM node n
      JOIN inherited i ON i.catalog = n.catalog AND i.parent = n.oid AND i.parent_sub = n.sub
      WHERE i.is_own""";

  private DependentEdges() {}
}
