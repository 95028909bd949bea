package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.DependentDefinition.Default;
import org.plpython.catalog.DependentDefinition.Rule;
import org.plpython.catalog.DependentDefinition.Trigger;
import org.plpython.catalog.DependentDefinition.View;
import org.plpython.object.SqlText;

/**
 * Writes the statements that drop what depends on a routine and create it again as it was. They go
 * by the search path {@code pg_catalog}, as what they are made of was read; all of them belong in
 * one transaction.
 */
public final class DependentStatements {
  private final Dependent dependent;

  /** For one dependent. */
  public DependentStatements(Dependent dependent) {
    this.dependent = dependent;
  }

  /** Drop it, and what is part of it; what depends on it has been dropped. */
  public List<String> drop() {
    List<String> statements = new ArrayList<>();
    if (dependent.definition() instanceof Trigger trigger) {
      statements.addAll(DependentTriggerStatements.runDeferred(trigger));
    }
    statements.add(
        dependent.definition() instanceof Default column
            ? DependentTableStatements.onColumn(dependent, column) + "DROP DEFAULT"
            : "DROP " + word() + " " + dependent.name());
    return List.copyOf(statements);
  }

  /**
   * Create it, and what is part of it, after what it depends on. A line of comment says what these
   * statements cannot do.
   */
  public List<String> create() {
    List<String> statements = new ArrayList<>(definition());
    dependent
        .comment()
        .ifPresent(
            text ->
                statements.add(
                    "COMMENT ON %s %s IS %s"
                        .formatted(word(), dependent.name(), SqlText.quote(text))));
    dependent.parts().forEach(part -> statements.addAll(new DependentStatements(part).create()));
    return List.copyOf(statements);
  }

  private List<String> definition() {
    if (dependent.definition() instanceof Trigger trigger) {
      return DependentTriggerStatements.create(trigger);
    } else if (dependent.definition() instanceof View view) {
      return DependentViewStatements.create(dependent, view);
    } else if (dependent.definition() instanceof Rule rule) {
      return DependentTableStatements.create(dependent, rule);
    } else if (dependent.definition() instanceof Default column) {
      return List.of(
          DependentTableStatements.onColumn(dependent, column)
              + "SET DEFAULT "
              + column.expression());
    }
    return List.of("-- recreate by hand: " + dependent.name());
  }

  private String word() {
    return dependent.kind().name().replace('_', ' ');
  }
}
