package org.plpython.catalog;

/**
 * Marks: texts that say in which state an object is, without saying what the state is. As long as
 * an object has the mark that it had, {@link SnapshotSql} says of it what it said; that is far more
 * work to find out. A mark holds the versions of the object's rows in the catalog, and every name
 * of something else that the server writes when it is asked about the object: who renames a type, a
 * role or a schema leaves those rows as they are.
 *
 * <p>A version is where a row stands, which transaction wrote it, and with which of its commands: a
 * transaction may change an object once more after it was marked. A database that was dumped and
 * restored has other versions, and marks say nothing there. They want the same search path and
 * settings as snapshots.
 */
final class MarkSql {
  /**
   * Of {@code p}, a row of pg_proc, with {@code l}, its language. Arguments' types are in its
   * identity. NULL for aggregates, of which there are few.
   */
  static final String ROUTINE =
      """
      CASE WHEN p.prokind IN ('f', 'p') THEN ROW(
        p.oid, p.xmin, p.cmin, p.ctid,
        pg_get_userbyid(p.proowner), p.proacl, l.lanname, p.prorettype::regtype,
        p.proallargtypes::regtype[], p.protrftypes::regtype[], p.prosupport,
        pg_get_expr(p.proargdefaults, 0),
        (SELECT ROW(d.xmin, d.cmin, d.ctid) FROM pg_description d
          WHERE d.objoid = p.oid AND d.classoid = 'pg_proc'::regclass AND d.objsubid = 0)
        )::text END""";

  /**
   * Of {@code t}, a row of pg_trigger, with {@code c}, its table. NULL where the server writes
   * names of columns, or where partitions have triggers of their own.
   */
  static final String TRIGGER =
      """
      CASE WHEN t.tgqual IS NULL AND t.tgattr = '' AND t.tgconstrrelid = 0 AND c.relkind <> 'p'
        THEN ROW(t.oid, t.xmin, t.cmin, t.ctid, t.tgfoid::regprocedure)::text END""";

  /** Whether {@code r}, a row of the registry, has the mark of its object. */
  static final String IS_UNTOUCHED =
      """
      CASE WHEN r.mark IS NULL THEN false
        WHEN r.kind = 'trigger' THEN EXISTS (
          SELECT FROM pg_trigger t
          JOIN pg_class c ON c.oid = t.tgrelid
          JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE t.tgname = r.name::name AND n.nspname = r.schema::name
            AND %s = r.identity AND %s = r.mark)
        ELSE EXISTS (
          SELECT FROM pg_proc p
          JOIN pg_namespace n ON n.oid = p.pronamespace
          JOIN pg_language l ON l.oid = p.prolang
          WHERE p.proname = r.name::name AND n.nspname = r.schema::name
            AND %s = r.identity AND %s = r.mark) END"""
          .formatted(SnapshotSql.TRIGGER_IDENTITY, TRIGGER, SnapshotSql.ROUTINE_IDENTITY, ROUTINE);

  private MarkSql() {}
}
