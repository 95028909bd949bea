package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.DependentDefinition.Default;
import org.plpython.catalog.DependentDefinition.Rule;

/** Writes what is created by altering a table, or is set so. */
final class DependentTableStatements {
  private DependentTableStatements() {}

  static List<String> create(Dependent dependent, Rule rule) {
    List<String> statements = new ArrayList<>(List.of(rule.sql()));
    if (!rule.state().equals(Rule.NEW)) {
      statements.add(
          "ALTER TABLE %s %s RULE %s"
              .formatted(
                  dependent.relation().orElseThrow(),
                  Enabling.of(Enabling.inCatalog(rule.state())),
                  rule.rule()));
    }
    return statements;
  }

  /** Each table has its own default. */
  static String onColumn(Dependent dependent, Default column) {
    return "ALTER TABLE ONLY "
        + dependent.relation().orElseThrow()
        + " ALTER COLUMN "
        + column.column()
        + " ";
  }
}
