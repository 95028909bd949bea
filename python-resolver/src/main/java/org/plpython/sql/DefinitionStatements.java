package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plpython.descriptor.EnabledState;
import org.plpython.object.Identifier;
import org.plpython.object.SqlText;

/**
 * Writes statements about objects as the server itself defines them, each of one piece: a DO block
 * that is carried out as a whole or not at all, looks names up in one schema first, and leaves the
 * search path as it was.
 */
public final class DefinitionStatements {
  private final Optional<String> schema;

  /**
   * For objects of a schema.
   *
   * @param schema without quotes; empty: what the session's search path finds
   */
  public DefinitionStatements(Optional<String> schema) {
    this.schema = schema;
  }

  /**
   * Makes an object as its definition says, with nothing else.
   *
   * @param definition its CREATE statement
   * @param comment empty: it has none
   * @param enabled a trigger's state in words: {@code origin}, {@code disabled}
   */
  public String create(
      DefinedObject object,
      String definition,
      Optional<String> comment,
      Optional<String> enabled,
      Quoting quoting) {
    List<String> statements = new ArrayList<>();
    statements.add("EXECUTE " + quoting.quote(definition));
    enabled.ifPresent(state -> statements.add(enable(object, state)));
    statements.add(
        "COMMENT ON %s IS %s"
            .formatted(object.sql(false), comment.map(quoting::quote).orElse("NULL")));
    return block(List.of(), statements);
  }

  private static String enable(DefinedObject trigger, String state) {
    String enable = Enabling.of(EnabledState.valueOf(state.toUpperCase(Locale.ROOT)));
    return trigger
        .table()
        .map(table -> "ALTER TABLE %s %s TRIGGER %s".formatted(table, enable, trigger.name()))
        .orElseGet(() -> "ALTER EVENT TRIGGER %s %s".formatted(trigger.name(), enable));
  }

  /**
   * Drops an object, if nothing hangs on it, and what the registry says of it.
   *
   * @param ifExists whether it may be gone
   * @param registry as SQL, looked for as names in that schema are; it need not be there
   */
  public String drop(DefinedObject object, boolean ifExists, String registry) {
    return block(
        List.of(
            "found oid", "registry regclass := to_regclass(%s)".formatted(SqlText.quote(registry))),
        List.of(
            find(object),
            path("'pg_catalog'"),
            """
            IF registry IS NOT NULL THEN
                EXECUTE format('DELETE FROM %%s WHERE identity = $1', registry) USING %s;
              END IF"""
                .formatted(identity(object)),
            path(inSchema()),
            "DROP " + object.sql(ifExists)));
  }

  /** Before PostgreSQL 16 a routine is not looked for quietly where a type is missing. */
  private static String find(DefinedObject object) {
    return object.isTrigger()
        ? "found := to_regclass(%s)".formatted(SqlText.quote(object.table().orElse(object.name())))
        : """
          BEGIN
              found := to_regprocedure(%s);
            EXCEPTION WHEN undefined_object OR invalid_schema_name THEN
            END"""
            .formatted(SqlText.quote(object.name()));
  }

  /** The identity that the registry knows. */
  private static String identity(DefinedObject object) {
    if (!object.isTrigger()) {
      return """
          (SELECT format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes))
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = found)""";
    }
    return object.table().isEmpty()
        ? SqlText.quote(object.name())
        : """
          (SELECT format('%%I.%%I.', n.nspname, c.relname) || %s
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = found)"""
            .formatted(SqlText.quote(object.name()));
  }

  private String inSchema() {
    return schema
        .map(
            first ->
                "concat_ws(', ', %s, nullif(path, ''))"
                    .formatted(SqlText.quote(Identifier.quote(first))))
        .orElse("path");
  }

  private static String path(String value) {
    return "PERFORM set_config('search_path', " + value + ", true)";
  }

  private String block(List<String> variables, List<String> statements) {
    StringBuilder text = new StringBuilder("\nDECLARE\n");
    append(text, "path CONSTANT text := current_setting('search_path')");
    append(
        text, "lookup CONSTANT text := set_config('search_path', %s, true)".formatted(inSchema()));
    variables.forEach(it -> append(text, it));
    text.append("BEGIN\n");
    statements.forEach(it -> append(text, it));
    append(text, path("path"));
    return "DO " + DollarQuote.quote(text.append("END\n").toString());
  }

  private static void append(StringBuilder text, String statement) {
    text.append("  ").append(statement).append(";\n");
  }
}
