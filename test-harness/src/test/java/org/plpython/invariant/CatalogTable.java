package org.plpython.invariant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A catalog, and how its rows {@code t} are written without identifiers. */
record CatalogTable(String name, List<Column> columns) {
  /** What only PostgreSQL can read, as it writes it. */
  private static final Map<String, String> DEPARSED =
      Map.ofEntries(
          Map.entry("pg_attrdef", "pg_get_expr(t.adbin, t.adrelid)"),
          Map.entry("pg_class", "pg_get_expr(t.relpartbound, t.oid)"),
          Map.entry("pg_constraint", "pg_get_constraintdef(t.oid)"),
          Map.entry("pg_index", "pg_get_indexdef(t.indexrelid)"),
          Map.entry("pg_partitioned_table", "pg_get_partkeydef(t.partrelid)"),
          Map.entry(
              "pg_policy",
              "concat_ws(' check ', coalesce(pg_get_expr(t.polqual, t.polrelid), ''),"
                  + " pg_get_expr(t.polwithcheck, t.polrelid))"),
          Map.entry(
              "pg_proc",
              "concat_ws(' ', pg_get_function_arguments(t.oid), pg_get_function_sqlbody(t.oid))"),
          Map.entry("pg_publication_rel", "pg_get_expr(t.prqual, t.prrelid)"),
          Map.entry("pg_rewrite", "pg_get_ruledef(t.oid)"),
          Map.entry("pg_statistic_ext", "pg_get_statisticsobjdef(t.oid)"),
          Map.entry("pg_trigger", "pg_get_triggerdef(t.oid)"),
          Map.entry("pg_type", "t.typdefault"));

  private static final String VERSIONED = "attoptions";

  /** Since its update of November 2026, PostgreSQL keeps the age of a column among its options. */
  private static final String OPTIONS =
      "(SELECT jsonb_agg(o ORDER BY o) FROM unnest(t.attoptions) o"
          + " WHERE o NOT LIKE 'pg\\_attver=%')";

  /** What nobody's having granted anything means. */
  private static final Map<String, String> DEFAULT_PRIVILEGES =
      Map.of(
          "pg_proc", "acldefault('f', t.proowner)",
          "pg_class",
              "acldefault(CASE t.relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\", t.relowner)",
          "pg_namespace", "acldefault('n', t.nspowner)",
          "pg_type", "acldefault('T', t.typowner)",
          "pg_language", "acldefault('l', t.lanowner)",
          "pg_foreign_data_wrapper", "acldefault('F', t.fdwowner)",
          "pg_foreign_server", "acldefault('S', t.srvowner)");

  /**
   * A column.
   *
   * @param target the catalog whose identifiers it holds
   */
  record Column(
      String name,
      boolean acl,
      boolean leftOut,
      boolean first,
      boolean key,
      @Nullable String target,
      boolean isArray) {
    static Column of(ResultSet row) throws SQLException {
      return new Column(
          row.getString("attname"),
          row.getBoolean("acl"),
          row.getBoolean("left_out"),
          row.getBoolean("first"),
          row.getBoolean("key"),
          row.getString("target"),
          row.getBoolean("is_array"));
    }

    /** Identities for identifiers. */
    private String identities() {
      String one = "(pg_identify_object('" + target + "'::regclass, %s, 0)).identity";
      return isArray
          ? "(SELECT jsonb_agg("
              + one.formatted("u.x")
              + " ORDER BY u.n) FROM unnest(t."
              + name
              + ") WITH ORDINALITY u(x, n))"
          : one.formatted("t." + name);
    }
  }

  CatalogTable(String name) {
    this(name, new ArrayList<>());
  }

  void add(Column column) {
    columns.add(column);
  }

  private Column first() {
    return columns.stream().filter(Column::first).findFirst().orElseThrow();
  }

  /** Arguments of pg_identify_object. */
  String subject() {
    return switch (name) {
      case "pg_attribute" -> "'pg_class'::regclass, t.attrelid, t.attnum";
      case "pg_enum" -> "'pg_type'::regclass, t.enumtypid, 0";
      case "pg_description", "pg_seclabel" -> "t.classoid, t.objoid, t.objsubid";
      default -> {
        String target = first().target();
        yield "'%s'::regclass, t.%s, 0"
            .formatted(target == null ? "pg_catalog." + name : target, first().name());
      }
    };
  }

  /** What tells rows of one subject apart. */
  String restOfKey() {
    return switch (name) {
      case "pg_attribute", "pg_description" -> "";
      case "pg_enum" -> ", t.enumlabel";
      case "pg_seclabel" -> ", t.provider";
      default ->
          columns.stream()
              .filter(column -> column.key() && !column.first())
              .map(column -> ", t." + column.name())
              .collect(Collectors.joining());
    };
  }

  /** Names of columns that are not dumped, or otherwise. */
  String leftOut() {
    return columns.stream()
        .filter(Column::leftOut)
        .map(Column::name)
        .collect(Collectors.joining(",", "'{", "}'::text[]"));
  }

  /** Names and values of what is written otherwise. */
  String rewritten() {
    Stream<String> columns =
        this.columns.stream()
            .filter(column -> !column.leftOut())
            .filter(
                column ->
                    column.acl() || column.target() != null || column.name().equals(VERSIONED))
            .map(column -> "'" + column.name() + "', " + written(column));
    Stream<String> deparsed =
        Stream.ofNullable(DEPARSED.get(name)).map(sql -> "'definition', " + sql);
    return Stream.concat(columns, deparsed).collect(Collectors.joining(", "));
  }

  private String written(Column column) {
    if (column.name().equals(VERSIONED)) {
      return OPTIONS;
    }
    if (!column.acl()) {
      return column.identities();
    }
    String fallback = DEFAULT_PRIVILEGES.get(name);
    String granted = "t." + column.name();
    return "(SELECT jsonb_agg(a::text ORDER BY a::text) FROM unnest("
        + (fallback == null ? granted : "coalesce(" + granted + ", " + fallback + ")")
        + ") a)";
  }

  /** Which rows are not PostgreSQL's own: the schema public is everybody's. */
  String condition(String firstIdentifier) {
    return switch (name) {
      case "pg_enum" -> "t.enumtypid >= " + firstIdentifier;
      case "pg_attribute" -> "t.attnum > 0 AND t.attrelid >= " + firstIdentifier;
      case "pg_description" ->
          "(t.objoid >= "
              + firstIdentifier
              + " OR t.classoid = 'pg_namespace'::regclass"
              + " AND t.objoid IN (SELECT oid FROM pg_namespace WHERE nspname = 'public'))";
      case "pg_namespace" -> "(t.nspname = 'public' OR t.oid >= " + firstIdentifier + ")";
      default -> "t." + first().name() + "::oid >= " + firstIdentifier;
    };
  }
}
