package org.plpython.object;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an SQL type as an author writes it, brought to the form that PostgreSQL itself
 * writes. Modifiers such as {@code (10)} are dropped, as they are no part of a routine's signature
 * (the manual's CREATE FUNCTION).
 *
 * @param name without the brackets of an array: {@code timestamp with time zone}
 */
record SqlType(String name, boolean isArray) {
  private static final String WORD = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
  private static final Pattern TYPE =
      Pattern.compile(
          "(WORD(?:\\s*\\.\\s*WORD)?(?:\\s+WORD)*?)\\s*(?:\\([^()']*\\))?((?:\\s+WORD)*?)\\s*((?:\\[\\d*\\]\\s*)+|\\barray(?:\\s*\\[\\d*\\])?)?"
              .replace("WORD", WORD),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PART = Pattern.compile(WORD);

  /** The manual's table 8.1, and the names that pg_type has for these types. */
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("bool", "boolean"),
          Map.entry("char", "character"),
          Map.entry("bpchar", "character"),
          Map.entry("char varying", "character varying"),
          Map.entry("varchar", "character varying"),
          Map.entry("dec", "numeric"),
          Map.entry("decimal", "numeric"),
          Map.entry("float", "double precision"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("int", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("varbit", "bit varying"));

  /** Types of PostgreSQL's own whose names classes may well have; {@code pg_catalog.pg_type}. */
  private static final Set<String> OWN_TYPES =
      Set.of(
          "box",
          "bytea",
          "cidr",
          "circle",
          "date",
          "inet",
          "interval",
          "json",
          "jsonb",
          "jsonpath",
          "line",
          "lseg",
          "macaddr",
          "money",
          "name",
          "numeric",
          "oid",
          "path",
          "point",
          "polygon",
          "record",
          "refcursor",
          "regclass",
          "text",
          "tid",
          "time",
          "timestamp",
          "tsquery",
          "tsvector",
          "uuid",
          "xid",
          "xml");

  /** What PL/Python, or any language but SQL and C, refuses; the manual's section 8.21. */
  private static final Set<String> PSEUDO_TYPES =
      Set.of(
          "any",
          "anyelement",
          "anyarray",
          "anynonarray",
          "anyenum",
          "anyrange",
          "anymultirange",
          "anycompatible",
          "anycompatiblearray",
          "anycompatiblenonarray",
          "anycompatiblerange",
          "anycompatiblemultirange",
          "cstring",
          "internal",
          "language_handler",
          "fdw_handler",
          "table_am_handler",
          "index_am_handler",
          "tsm_handler",
          "trigger",
          "event_trigger",
          "pg_ddl_command",
          "void",
          "unknown");

  /** Reads a type's name; empty if it is none. */
  static Optional<SqlType> parse(String text) {
    Matcher matcher = TYPE.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = normal(matcher.group(1) + matcher.group(2));
    return name.startsWith("setof ")
        ? Optional.empty()
        : Optional.of(new SqlType(ALIASES.getOrDefault(name, name), matcher.group(3) != null));
  }

  /** Words in lower case with one blank between them; quoted ones as they are, if they must be. */
  private static String normal(String words) {
    StringBuilder normal = new StringBuilder();
    boolean isKeyword = !words.contains("\"") && !words.contains(".");
    Matcher part = PART.matcher(words);
    int end = 0;
    while (part.find()) {
      normal.append(words.substring(end, part.start()).contains(".") ? "." : end > 0 ? " " : "");
      normal.append(isKeyword ? part.group().toLowerCase(Locale.ROOT) : quoted(part.group()));
      end = part.end();
    }
    return normal.toString();
  }

  private static String quoted(String word) {
    return Identifier.quote(
        word.startsWith("\"")
            ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
            : word.toLowerCase(Locale.ROOT));
  }

  /** Whether a type of PostgreSQL's own hides one of that name in any other schema. */
  static boolean isTakenByPostgres(String name) {
    return OWN_TYPES.contains(name);
  }

  /** Whether no argument and no result of a function in PL/Python can be of the type. */
  boolean isPseudoType() {
    return PSEUDO_TYPES.contains(name.replace("\"", "").replaceFirst("^pg_catalog\\.", ""));
  }

  /** The type of an array's elements. */
  SqlType element() {
    return new SqlType(name, false);
  }

  /** As PostgreSQL writes it. */
  String sql() {
    return isArray ? name + "[]" : name;
  }
}
