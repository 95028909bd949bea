package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plpython.catalog.DependentColumn;
import org.plpython.object.Identifier;
import org.plpython.object.SqlText;

/** Writes what somebody has set of columns. */
final class DependentColumnStatements {
  private DependentColumnStatements() {}

  /**
   * Sets it again.
   *
   * @param word what ALTER calls the relation's kind
   */
  static List<String> set(String word, String relation, DependentColumn column) {
    String name = Identifier.quote(column.name());
    String alter = "ALTER " + word + " " + relation + " ALTER COLUMN " + name + " SET ";
    List<String> statements = new ArrayList<>();
    column.statistics().ifPresent(target -> statements.add(alter + "STATISTICS " + target));
    column.storage().ifPresent(storage -> statements.add(alter + "STORAGE " + storage));
    column.compression().ifPresent(method -> statements.add(alter + "COMPRESSION " + method));
    if (!column.options().isEmpty()) {
      statements.add(alter + options(column.options()));
    }
    column
        .comment()
        .ifPresent(
            text ->
                statements.add(
                    DependentStatements.comment("COLUMN " + relation + "." + name, text)));
    return statements;
  }

  /** From {@code name=value} as the catalogs have it. */
  static String options(List<String> options) {
    return options.stream()
        .map(DependentColumnStatements::option)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String option(String option) {
    int equals = option.indexOf('=');
    return option.substring(0, equals) + " = " + SqlText.quote(option.substring(equals + 1));
  }
}
