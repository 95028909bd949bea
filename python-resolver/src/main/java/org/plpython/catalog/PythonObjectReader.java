package org.plpython.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plpython.object.Identifier;

/**
 * Finds all objects of PL/Python in a schema by one query. Those of extensions are left out, and so
 * are triggers that PostgreSQL made of one for partitions. An event trigger counts to the schema of
 * its function.
 */
public final class PythonObjectReader {
  /** What a database does not have in common with another one that is to be the same. */
  private static final Set<String> LEFT_OUT = Set.of("owner", "execute", "body");

  private static final String OF_EXTENSION =
      """
      EXISTS (SELECT FROM pg_depend d
          WHERE d.classid = '%s'::regclass AND d.objid = %s.oid AND d.deptype = 'e')""";

  private static final String OBJECTS =
      """
      WITH python AS MATERIALIZED (
        SELECT p.oid, p.pronamespace FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
        WHERE l.lanname IN ('plpython3u', 'plpython2u', 'plpythonu') AND p.prokind <> 'a'),
      object AS (
        SELECT o.kind, o.oid::regprocedure::text AS name,
          NULL::text AS table_name, o.attributes, pg_get_functiondef(o.oid) AS definition,
          (SELECT p.prosrc FROM pg_proc p WHERE p.oid = o.oid) AS body
        FROM (%1$s WHERE n.nspname = ?::name AND p.oid IN (SELECT oid FROM python)
          AND NOT %2$s OFFSET 0) o
        UNION ALL
        SELECT o.kind, quote_ident(o.name),
          (SELECT t.tgrelid::regclass::text FROM pg_trigger t WHERE t.oid = o.oid),
          o.attributes || jsonb_build_object(
            'comment', coalesce(obj_description(o.oid, 'pg_trigger'), '')),
          pg_get_triggerdef(o.oid, true), NULL
        FROM (%3$s WHERE n.nspname = ?::name AND t.tgfoid IN (SELECT oid FROM python)
          AND NOT t.tgisinternal AND t.tgparentid = 0 AND NOT %4$s OFFSET 0) o
        UNION ALL
        SELECT o.kind, quote_ident(o.name), NULL, o.attributes,
          format('CREATE EVENT TRIGGER %%I ON %%I%%s EXECUTE FUNCTION %%s', e.evtname, e.evtevent,
            (SELECT ' WHEN TAG IN (' || string_agg(quote_literal(tag), ', ') || ')'
              FROM unnest(e.evttags) AS tag), e.evtfoid::regprocedure), NULL
        FROM (%5$s WHERE NOT %6$s OFFSET 0) o
        JOIN pg_event_trigger e ON e.oid = o.oid
        JOIN python ON python.oid = e.evtfoid
        JOIN pg_namespace n ON n.oid = python.pronamespace AND n.nspname = ?::name)
      SELECT o.kind, o.name, o.table_name, o.definition, o.body, a.names, a.vals
      FROM object o, LATERAL (
        SELECT array_agg(x.key) AS names, array_agg(x.value) AS vals
        FROM jsonb_each_text(o.attributes) x) a
      ORDER BY o.kind, o.table_name COLLATE "C", o.name COLLATE "C\""""
          .formatted(
              SnapshotSql.ROUTINES,
              OF_EXTENSION.formatted("pg_proc", "p"),
              SnapshotSql.TRIGGERS,
              OF_EXTENSION.formatted("pg_trigger", "t"),
              SnapshotSql.EVENT_TRIGGERS,
              OF_EXTENSION.formatted("pg_event_trigger", "e"));

  private PythonObjectReader() {}

  /** Those of a schema, by kind and name. The session is left as it was. */
  public static List<PythonObject> read(Connection connection, String schema) throws SQLException {
    if (connection.getAutoCommit()) {
      connection.setAutoCommit(false);
      try {
        return read(connection, schema);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    String path = SearchPath.get(connection);
    SearchPath.set(connection, Identifier.quote(schema) + ", pg_temp");
    List<PythonObject> objects =
        new Query(connection, OBJECTS, schema, schema, schema).all(row -> object(row, schema));
    SearchPath.set(connection, path);
    return objects;
  }

  private static PythonObject object(ResultSet row, String schema) throws SQLException {
    SortedMap<String, String> attributes = new TreeMap<>();
    List<String> names = Query.texts(row, "names");
    List<String> values = Query.texts(row, "vals");
    for (int i = 0; i < names.size(); i++) {
      if (!values.get(i).isEmpty() && !LEFT_OUT.contains(names.get(i))) {
        attributes.put(names.get(i), values.get(i));
      }
    }
    Optional<String> body = Optional.ofNullable(row.getString("body"));
    String definition = row.getString("definition");
    return new PythonObject(
        row.getString("kind"),
        row.getString("name"),
        Optional.ofNullable(row.getString("table_name")),
        attributes,
        body.map(it -> head(definition, it, schema)).orElse(definition),
        body);
  }

  /**
   * A routine's definition up to its body. PostgreSQL ends it with {@code AS}, the body between
   * dollar quotes of a length of its own choice, and a line end; its schema stands before its name.
   */
  private static String head(String definition, String body, String schema) {
    int close = definition.lastIndexOf('$');
    int quote = close - definition.lastIndexOf('$', close - 1) + 1;
    int end = close + 1 - 2 * quote - body.length() - "\nAS ".length();
    int name = definition.indexOf(Identifier.quote(schema) + ".");
    return definition.substring(0, name)
        + definition.substring(name + Identifier.quote(schema).length() + 1, end);
  }
}
