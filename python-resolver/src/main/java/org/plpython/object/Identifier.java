package org.plpython.object;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Identifiers in SQL, quoted exactly where {@code quote_ident} does it; the only place that does.
 */
public final class Identifier {
  /** What PostgreSQL keeps of a name: NAMEDATALEN less one; the manual's section 4.1.1. */
  static final int LONGEST_BYTES = 63;

  /** {@code select word from pg_get_keywords() where catcode <> 'U'}, PostgreSQL 15 to 18. */
  private static final Set<String> KEYWORDS =
      Set.of(
          """
          all analyse analyze and any array as asc asymmetric authorization between bigint binary
          bit boolean both case cast char character check coalesce collate collation column
          concurrently constraint create cross current_catalog current_date current_role
          current_schema current_time current_timestamp current_user dec decimal default deferrable
          desc distinct do else end except exists extract false fetch float for foreign freeze from
          full grant greatest group grouping having ilike in initially inner inout int integer
          intersect interval into is isnull join json json_array json_arrayagg json_exists
          json_object json_objectagg json_query json_scalar json_serialize json_table json_value
          lateral leading least left like limit localtime localtimestamp merge_action national
          natural nchar none normalize not notnull null nullif numeric offset on only or order out
          outer overlaps overlay placing position precision primary real references returning right
          row select session_user setof similar smallint some substring symmetric system_user table
          tablesample then time timestamp to trailing treat trim true union unique user using
          values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement
          xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
          """
              .strip()
              .split("\\s+"));

  private Identifier() {}

  /** The name as SQL. */
  public static String quote(String name) {
    return isPlain(name) && !KEYWORDS.contains(name)
        ? name
        : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Lower-case ASCII letters, digits and underscores; no digit first. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isPlain = (c >= 'a' && c <= 'z') || c == '_' || (i > 0 && c >= '0' && c <= '9');
      if (!isPlain) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Whether PostgreSQL keeps the whole name. */
  static boolean isKeptWhole(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
  }
}
