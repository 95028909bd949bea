package org.plpython.catalog;

/**
 * The queries that say what PostgreSQL made of an object, attribute by attribute. A registry keeps
 * what they said after a deploy, so each of them is the same text when it is written and when it is
 * compared. They want a search path that holds pg_catalog alone: names in other schemas are written
 * with these then, whoever asks.
 */
public final class SnapshotSql {
  static final String ROUTINE_IDENTITY =
      "format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes))";
  static final String TRIGGER_IDENTITY = "format('%I.%I.%I', n.nspname, c.relname, t.tgname)";

  private static final String OF_ALL =
      """
      'owner', pg_get_userbyid(p.proowner),
          'execute', CASE WHEN p.proacl IS NULL THEN 'public' ELSE coalesce((
            SELECT string_agg(
                CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee)::text END
                  || CASE WHEN g.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END,
                ', ' ORDER BY CASE g.grantee WHEN 0 THEN 'public'
                  ELSE pg_get_userbyid(g.grantee)::text END COLLATE "C")
            FROM aclexplode(p.proacl) g
            WHERE g.privilege_type = 'EXECUTE' AND g.grantee <> p.proowner), '') END,
          'comment', coalesce((SELECT d.description FROM pg_description d
            WHERE d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass AND d.objsubid = 0), ''),
          'parallel', CASE p.proparallel
            WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END,
          'arguments', pg_get_function_arguments(p.oid)""";

  /**
   * Functions, procedures and aggregates, one row each: oid, kind, schema, name, identity, mark,
   * attributes. A condition on {@code p}, a row of pg_proc, can follow.
   */
  public static final String ROUTINES =
      """
      SELECT p.oid, CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate'
          WHEN 'w' THEN 'window function' ELSE 'function' END AS kind,
        n.nspname AS schema, p.proname AS name,
        %2$s AS identity,
        %3$s AS mark,
        CASE WHEN p.prokind = 'a' THEN jsonb_build_object(
          %1$s,
          'state function', a.aggtransfn::regprocedure::text,
          'state type', format_type(a.aggtranstype, NULL),
          'state size', a.aggtransspace::text,
          'final function', CASE a.aggfinalfn::oid WHEN 0 THEN ''
            ELSE a.aggfinalfn::regprocedure::text END,
          'final function arguments', CASE WHEN a.aggfinalextra THEN 'all' ELSE 'state' END,
          'final function modify', a.aggfinalmodify::text,
          'combine function', CASE a.aggcombinefn::oid WHEN 0 THEN ''
            ELSE a.aggcombinefn::regprocedure::text END,
          'serial functions', CASE a.aggserialfn::oid WHEN 0 THEN ''
            ELSE a.aggserialfn::regprocedure || ', ' || a.aggdeserialfn::regprocedure END,
          'moving state', CASE a.aggmtransfn::oid WHEN 0 THEN '' ELSE concat_ws(', ',
            a.aggmtransfn::regprocedure, a.aggminvtransfn::regprocedure,
            format_type(a.aggmtranstype, NULL), a.aggmtransspace, a.aggmfinalfn::regprocedure,
            a.aggmfinalextra, a.aggmfinalmodify, a.aggminitval) END,
          'aggregate kind', CASE a.aggkind WHEN 'n' THEN 'normal' WHEN 'o' THEN 'ordered set'
            ELSE 'hypothetical set' END,
          'initial', coalesce(quote_literal(a.agginitval), ''),
          'sort operator', CASE a.aggsortop WHEN 0 THEN ''
            ELSE a.aggsortop::regoperator::text END)
        ELSE jsonb_build_object(
          %1$s,
          'returns', coalesce(pg_get_function_result(p.oid), ''),
          'language', l.lanname,
          'volatility', CASE p.provolatile
            WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END,
          'strict', p.proisstrict::text,
          'leakproof', p.proleakproof::text,
          'security', CASE WHEN p.prosecdef THEN 'definer' ELSE 'invoker' END,
          'cost', p.procost::text,
          'rows', p.prorows::text,
          'support', CASE p.prosupport::oid WHEN 0 THEN '' ELSE p.prosupport::regproc::text END,
          'transforms', coalesce((SELECT string_agg(format_type(t.type, NULL), ', ' ORDER BY t.nr)
            FROM unnest(p.protrftypes) WITH ORDINALITY AS t(type, nr)), ''),
          'set', coalesce((SELECT string_agg(s.setting, E'\\n' ORDER BY s.setting COLLATE "C")
            FROM unnest(p.proconfig) AS s(setting)), ''),
          'body', encode(sha256(convert_to(p.prosrc, getdatabaseencoding())), 'hex')) END
          AS attributes,
        NULL::text AS table_name
      FROM pg_proc p
      JOIN pg_namespace n ON n.oid = p.pronamespace
      JOIN pg_language l ON l.oid = p.prolang
      LEFT JOIN pg_aggregate a ON a.aggfnoid = p.oid
      """
          .formatted(OF_ALL, ROUTINE_IDENTITY, MarkSql.ROUTINE);

  /**
   * What decides whether CREATE OR REPLACE will do for a routine, and what is lost when it is
   * dropped: inputs, defaults, result, body, grantees, grantors. A condition on {@code p}, a row of
   * pg_proc, can follow.
   */
  static final String SIGNATURES =
      """
      SELECT
        ARRAY(SELECT coalesce(p.proargnames[i], '')
          FROM generate_series(1, coalesce(array_length(p.proallargtypes, 1), p.pronargs)) AS i
          WHERE p.proargmodes IS NULL OR p.proargmodes[i] IN ('i', 'b', 'v')) AS inputs,
        p.pronargdefaults AS defaults,
        CASE WHEN p.proretset THEN 'SETOF ' ELSE '' END
          || CASE WHEN p.prorettype = 'record'::regtype AND p.proargmodes IS NOT NULL
          THEN '(' || (SELECT string_agg(
                coalesce(p.proargnames[i], '') || ' ' || format_type(p.proallargtypes[i], NULL),
                ', ' ORDER BY i)
              FROM generate_series(1, array_length(p.proallargtypes, 1)) AS i
              WHERE p.proargmodes[i] IN ('o', 'b', 't')) || ')'
          ELSE format_type(p.prorettype, NULL) END AS result,
        p.prosrc AS body,
        ARRAY(SELECT CASE g.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(g.grantee)::text END
          FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
          WHERE g.grantee <> p.proowner ORDER BY 1) AS grantees,
        ARRAY(SELECT pg_get_userbyid(g.grantee)::text FROM aclexplode(p.proacl) g
          WHERE g.is_grantable AND g.grantee <> p.proowner ORDER BY 1) AS grantors
      FROM pg_proc p
      """;

  /** The same columns for what is no routine. */
  static final String NO_SIGNATURES =
      """
      SELECT NULL::text[] AS inputs, 0 AS defaults, NULL::text AS result, NULL::text AS body,
        NULL::text[] AS grantees, NULL::text[] AS grantors""";

  /**
   * Triggers of tables and views, one row each. Those that PostgreSQL made of one for partitions
   * are parts of it. A condition on {@code t}, a row of pg_trigger, can follow.
   */
  public static final String TRIGGERS =
      """
      SELECT t.oid, 'trigger' AS kind, n.nspname AS schema, t.tgname AS name,
        %1$s AS identity,
        %2$s AS mark,
        format('%%I.%%I', n.nspname, c.relname) AS table_name,
        jsonb_build_object(
          'timing', CASE WHEN t.tgtype & 64 <> 0 THEN 'instead of'
            WHEN t.tgtype & 2 <> 0 THEN 'before' ELSE 'after' END,
          'level', CASE WHEN t.tgtype & 1 <> 0 THEN 'row' ELSE 'statement' END,
          'events', concat_ws(' or ',
            CASE WHEN t.tgtype & 4 <> 0 THEN 'insert' END,
            CASE WHEN t.tgtype & 16 <> 0 THEN 'update' END,
            CASE WHEN t.tgtype & 8 <> 0 THEN 'delete' END,
            CASE WHEN t.tgtype & 32 <> 0 THEN 'truncate' END),
          'of', coalesce((SELECT string_agg(a.attname, ', ' ORDER BY a.attname COLLATE "C")
            FROM pg_attribute a WHERE a.attrelid = t.tgrelid AND a.attnum = ANY (t.tgattr)), ''),
          'condition', coalesce(CASE WHEN t.tgqual IS NOT NULL THEN substring(
            pg_get_triggerdef(t.oid) FROM ' WHEN [(](.*)[)] EXECUTE FUNCTION ') END, ''),
          'old table', coalesce(t.tgoldtable, ''),
          'new table', coalesce(t.tgnewtable, ''),
          'arguments', replace(encode(t.tgargs, 'escape'), E'\\\\000', E'\\n'),
          'constraint', CASE WHEN t.tgconstraint = 0 THEN '' WHEN NOT t.tgdeferrable
            THEN 'not deferrable' WHEN t.tginitdeferred THEN 'initially deferred'
            ELSE 'initially immediate' END,
          'from', CASE t.tgconstrrelid WHEN 0 THEN '' ELSE t.tgconstrrelid::regclass::text END,
          'function', t.tgfoid::regprocedure::text,
          'enabled', (
            WITH RECURSIVE part AS (
              SELECT t.oid, t.tgenabled
              UNION ALL
              SELECT x.oid, x.tgenabled FROM pg_trigger x JOIN part ON x.tgparentid = part.oid
              WHERE c.relkind = 'p')
            SELECT string_agg(DISTINCT CASE part.tgenabled WHEN 'O' THEN 'origin'
              WHEN 'A' THEN 'always' WHEN 'R' THEN 'replica' ELSE 'disabled' END, ', ')
            FROM part)) AS attributes
      FROM pg_trigger t
      JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
      """
          .formatted(TRIGGER_IDENTITY, MarkSql.TRIGGER);

  /**
   * Event triggers, one row each. A condition on {@code e}, a row of pg_event_trigger, can follow.
   */
  public static final String EVENT_TRIGGERS =
      """
      SELECT e.oid, 'event trigger' AS kind, '' AS schema, e.evtname AS name,
        format('%I', e.evtname) AS identity, NULL::text AS mark, NULL::text AS table_name,
        jsonb_build_object(
          'event', e.evtevent,
          'tags', coalesce((SELECT string_agg(tag, ', ' ORDER BY tag COLLATE "C")
            FROM unnest(e.evttags) AS tag), ''),
          'function', e.evtfoid::regprocedure::text,
          'enabled', CASE e.evtenabled WHEN 'O' THEN 'origin' WHEN 'A' THEN 'always'
            WHEN 'R' THEN 'replica' ELSE 'disabled' END,
          'owner', pg_get_userbyid(e.evtowner),
          'comment', coalesce(obj_description(e.oid, 'pg_event_trigger'), '')) AS attributes
      FROM pg_event_trigger e
      """;

  private SnapshotSql() {}
}
