package org.plpython.catalog;

/** The registry as queries see it, whether it is there yet or not. */
public final class RegistrySql {
  /**
   * The number that every row bears. It is raised when the meaning of a row changes: rows of an
   * earlier one are compared as if nothing were recorded, and written anew; a later one stops us.
   */
  public static final int FORMAT = 1;

  private static final String EMPTY =
      """
      (SELECT NULL::text AS project, NULL::text AS kind, NULL::text AS schema, NULL::text AS name,
        NULL::text AS identity, NULL::text AS declared, NULL::text AS source, NULL::text AS checksum, NULL::int AS format,
        NULL::jsonb AS installed, NULL::text AS mark WHERE false)""";

  private RegistrySql() {}

  /** What rows are read from. */
  static String rows(RegistryTable registry) {
    if (!registry.exists()) {
      return EMPTY;
    }
    return registry.isMarked()
        ? registry.sql()
        : "(SELECT *, NULL::text AS mark FROM %s)".formatted(registry.sql());
  }

  /** All rows, of all projects; without what is large. */
  static String all(RegistryTable registry) {
    return """
        SELECT project, kind, schema, name, identity, declared, source, checksum, format FROM %s r
        ORDER BY kind, identity COLLATE "C\""""
        .formatted(rows(registry));
  }

  /**
   * The rows of a project, and those of some identities; without what is large, and with whether
   * the objects have not been touched since they were marked.
   */
  static String registered(RegistryTable registry) {
    return """
        SELECT project, kind, schema, name, identity, declared, source, checksum, format,
          %s AS is_untouched
        FROM %s r
        WHERE project = ? OR identity = ANY (?::text[]) ORDER BY kind, identity COLLATE "C\""""
        .formatted(MarkSql.IS_UNTOUCHED, rows(registry));
  }
}
