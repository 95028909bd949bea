package org.plpython.sql;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.plpython.catalog.RegistrySql;
import org.plpython.catalog.RegistryTable;
import org.plpython.catalog.SnapshotSql;
import org.plpython.object.SqlText;

/**
 * Writes the statements about the registry. Those that write rows want a search path of pg_catalog
 * alone, as the server's own text for an object depends on it.
 */
public final class RegistryStatements {
  /** What the server has written names every schema but pg_catalog. */
  public static final String CATALOG_PATH = "SET LOCAL search_path TO pg_catalog";

  /**
   * Whether a row goes on saying what was there before: it has just been renamed, or its source
   * says the same otherwise. What is made again as it was is what was there before itself.
   */
  private static final String SAME =
      """
      r.definition = ''
            OR r.definition = excluded.definition AND r.checksum <> excluded.checksum""";

  private final RegistryTable registry;
  private final String project;

  /** For a project's rows. */
  public RegistryStatements(RegistryTable registry, String project) {
    this.registry = registry;
    this.project = project;
  }

  /** Makes the table, unless an earlier statement of the same script has. */
  public List<String> create() {
    return List.of(
        """
        CREATE TABLE IF NOT EXISTS %s (
          project text NOT NULL,
          kind text NOT NULL,
          identity text NOT NULL,
          declared text NOT NULL,
          schema text NOT NULL,
          name text NOT NULL,
          source text NOT NULL,
          checksum text NOT NULL,
          definition text NOT NULL,
          earlier_definition text,
          earlier_kind text,
          earlier_identity text,
          installed jsonb NOT NULL,
          installed_at timestamptz NOT NULL DEFAULT now(),
          installed_by text NOT NULL DEFAULT current_user,
          format integer NOT NULL,
          mark text,
          PRIMARY KEY (kind, identity))"""
            .formatted(registry.sql()),
        "COMMENT ON TABLE %s IS %s"
            .formatted(
                registry.sql(),
                SqlText.quote("What plpython-migrate installed in this database; do not edit.")));
  }

  /** Gives the table of an earlier version what it lacks. */
  public List<String> upgrade() {
    return List.of(
        """
        ALTER TABLE %s
          ADD COLUMN IF NOT EXISTS mark text,
          ADD COLUMN IF NOT EXISTS earlier_kind text,
          ADD COLUMN IF NOT EXISTS earlier_identity text"""
            .formatted(registry.sql()));
  }

  /** Notes objects of one kind that are installed now; all routines are of one kind here. */
  public String record(List<RegistryRow> rows) {
    return record(rows, SqlText::quote);
  }

  /**
   * Notes one whose identity and table stand in the row as SQL that is evaluated when it is noted.
   */
  public String recordComputed(RegistryRow row) {
    return record(List.of(row), sql -> sql);
  }

  private String record(List<RegistryRow> rows, UnaryOperator<String> name) {
    return """
        INSERT INTO %1$s AS r
          (project, kind, identity, declared, schema, name, source, checksum, definition,
          earlier_definition, earlier_kind, earlier_identity, installed, format, mark)
        SELECT %2$s, o.kind, o.identity, v.declared, o.schema, o.name, v.source, v.checksum,
          v.definition, v.found, o.kind, o.identity, o.attributes - v.undeclared::text[], %3$d,
          o.mark
        FROM (VALUES
        %4$s
        ) AS v(identity, declared, table_name, name, source, checksum, undeclared, found, definition)
        JOIN LATERAL (
        %5$s) o ON true
        ON CONFLICT (kind, identity) DO UPDATE SET
          project = excluded.project, declared = excluded.declared, source = excluded.source,
          checksum = excluded.checksum,
          earlier_definition = CASE WHEN %6$s THEN r.earlier_definition ELSE r.definition END,
          earlier_kind = CASE WHEN %6$s THEN r.earlier_kind ELSE r.kind END,
          earlier_identity = CASE WHEN %6$s THEN r.earlier_identity ELSE r.identity END,
          definition = excluded.definition, installed = excluded.installed,
          installed_at = excluded.installed_at, installed_by = excluded.installed_by,
          format = excluded.format, mark = excluded.mark"""
        .formatted(
            registry.sql(),
            SqlText.quote(project),
            RegistrySql.FORMAT,
            rows.stream().map(row -> values(row, name)).collect(Collectors.joining(",\n")),
            snapshot(rows.get(0).kind()),
            SAME);
  }

  /**
   * Marks objects of one kind that have not been touched since they were noted; all routines are of
   * one kind here. The statement looks itself whether they have been.
   */
  public String mark(List<Marked> objects) {
    return """
        UPDATE %1$s AS r SET mark = o.mark
        FROM (VALUES
        %2$s
        ) AS v(identity, table_name, name)
        JOIN LATERAL (
        %3$s) o ON true
        WHERE r.kind = o.kind AND r.identity = o.identity AND r.format = %4$d
          AND o.attributes @> r.installed"""
        .formatted(
            registry.sql(),
            objects.stream().map(RegistryStatements::values).collect(Collectors.joining(",\n")),
            snapshot(objects.get(0).kind()),
            RegistrySql.FORMAT);
  }

  /**
   * An object to mark.
   *
   * @param kind in SQL's words
   * @param identity as PostgreSQL writes it, always with its schema
   * @param table a trigger's, as SQL with its schema; empty text for others
   * @param name without schema and arguments
   */
  public record Marked(String kind, String identity, String table, String name) {}

  private static String values(Marked object) {
    return "(%s, %s, %s)"
        .formatted(
            SqlText.quote(object.identity()),
            SqlText.quote(object.table()),
            SqlText.quote(object.name()));
  }

  private static String snapshot(String kind) {
    return switch (kind) {
      case "trigger" ->
          SnapshotSql.TRIGGERS
              + "WHERE t.tgrelid = to_regclass(v.table_name) AND t.tgname = v.name::name"
              + " AND NOT t.tgisinternal";
      case "event trigger" -> SnapshotSql.EVENT_TRIGGERS + "WHERE e.evtname = v.name::name";
      default -> SnapshotSql.ROUTINES + "WHERE p.oid = to_regprocedure(v.identity)";
    };
  }

  private static String values(RegistryRow row, UnaryOperator<String> name) {
    return "(%s, %s, %s, %s, %s, %s, %s, %s::text, %s)"
        .formatted(
            name.apply(row.identity()),
            SqlText.quote(row.declared()),
            name.apply(row.table()),
            SqlText.quote(row.name()),
            SqlText.quote(row.source()),
            SqlText.quote(row.checksum()),
            SqlText.quote("{" + String.join(",", row.undeclared()) + "}"),
            row.found().map(DollarQuote::quote).orElse("NULL"),
            DollarQuote.quote(row.definition()));
  }

  /** An object is another one now, with the same past. */
  public String rename(String kind, String identity, String newKind, String newIdentity) {
    return """
        UPDATE %s SET kind = %s, identity = %s, definition = '',
          earlier_definition = definition, earlier_kind = kind, earlier_identity = identity
        WHERE %s"""
        .formatted(
            registry.sql(), SqlText.quote(newKind), SqlText.quote(newIdentity), is(kind, identity));
  }

  /** It is again the one that it was before. */
  public String restore(String kind, String identity, String earlierKind, String earlierIdentity) {
    return "UPDATE %s SET kind = %s, identity = %s WHERE %s"
        .formatted(
            registry.sql(),
            SqlText.quote(earlierKind),
            SqlText.quote(earlierIdentity),
            is(kind, identity));
  }

  /** What was there before an object is known to nobody any more. */
  public String forgetEarlier(String kind, String identity) {
    return "UPDATE %s SET earlier_definition = '' WHERE %s"
        .formatted(registry.sql(), is(kind, identity));
  }

  /** An object is no longer there. */
  public String forget(String kind, String identity) {
    return "DELETE FROM %s WHERE %s".formatted(registry.sql(), is(kind, identity));
  }

  /** An object of the project is no longer there, of which only its author's spelling is known. */
  public String forgetDeclared(String kind, String declared) {
    return "DELETE FROM %s WHERE project = %s AND kind = %s AND declared = %s"
        .formatted(
            registry.sql(), SqlText.quote(project), SqlText.quote(kind), SqlText.quote(declared));
  }

  /** Notes that a state of the sources is deployed; it is the latest then. */
  public List<String> release(String release) {
    return List.of(
        """
        CREATE TABLE IF NOT EXISTS %s (
          project text NOT NULL,
          release text NOT NULL,
          number bigint GENERATED ALWAYS AS IDENTITY,
          deployed_at timestamptz NOT NULL DEFAULT now(),
          PRIMARY KEY (project, release))"""
            .formatted(registry.releases()),
        "DELETE FROM %s WHERE project = %s AND release = %s"
            .formatted(registry.releases(), SqlText.quote(project), SqlText.quote(release)),
        "INSERT INTO %s (project, release) VALUES (%s, %s)"
            .formatted(registry.releases(), SqlText.quote(project), SqlText.quote(release)));
  }

  /** Nothing is left in it. */
  public List<String> drop() {
    return List.of("DROP TABLE " + registry.sql(), "DROP TABLE IF EXISTS " + registry.releases());
  }

  private static String is(String kind, String identity) {
    return "kind = %s AND identity = %s".formatted(SqlText.quote(kind), SqlText.quote(identity));
  }
}
