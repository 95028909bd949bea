package org.plpython.sql;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.DependentDefinition;
import org.plpython.catalog.DependentDefinition.Constraint;
import org.plpython.catalog.DependentDefinition.Default;
import org.plpython.catalog.DependentDefinition.GeneratedColumn;
import org.plpython.catalog.DependentDefinition.Index;
import org.plpython.catalog.DependentDefinition.Policy;
import org.plpython.catalog.DependentDefinition.Publication;
import org.plpython.catalog.DependentDefinition.Rule;
import org.plpython.catalog.DependentDefinition.Trigger;
import org.plpython.catalog.DependentDefinition.Unwritten;
import org.plpython.catalog.DependentDefinition.View;
import org.plpython.catalog.DependentKind;
import org.plpython.object.SqlText;

/**
 * Writes the statements that drop what depends on a routine and create it again as it was. They go
 * by the search path {@code pg_catalog}, as what they are made of was read; all of them belong in
 * one transaction. What nobody can write stands there as a line of comment that says so.
 */
public final class DependentStatements {
  /** A domain stays; the others' own statements write their comments. */
  private static final Set<DependentKind> WITHOUT_COMMENT =
      EnumSet.of(
          DependentKind.DOMAIN,
          DependentKind.TRIGGER,
          DependentKind.GENERATED_COLUMN,
          DependentKind.OTHER);

  private final Dependent dependent;

  /** For one dependent. */
  public DependentStatements(Dependent dependent) {
    this.dependent = dependent;
  }

  /** Drop it, and what is part of it; what depends on it has been dropped. */
  public List<String> drop() {
    DependentDefinition definition = dependent.definition();
    if (definition instanceof Unwritten) {
      return List.of(byHand("drop"));
    } else if (definition instanceof Constraint constraint) {
      return List.of(DependentTableStatements.drop(dependent, constraint));
    } else if (definition instanceof Default value) {
      return List.of(DependentTableStatements.drop(dependent, value));
    } else if (definition instanceof GeneratedColumn column) {
      return List.of(DependentTableStatements.drop(dependent, column));
    } else if (definition instanceof Publication publication) {
      return List.of(DependentTableStatements.drop(dependent, publication));
    }
    List<String> statements = new ArrayList<>();
    if (definition instanceof Trigger trigger) {
      statements.addAll(DependentTriggerStatements.runDeferred(trigger));
    }
    statements.add("DROP " + word(dependent) + " " + dependent.name());
    return List.copyOf(statements);
  }

  /** Create it, and what is part of it, after what it depends on. */
  public List<String> create() {
    List<String> statements = new ArrayList<>(definition());
    if (!WITHOUT_COMMENT.contains(dependent.kind())) {
      dependent
          .comment()
          .map(text -> comment(word(dependent) + " " + dependent.name(), text))
          .ifPresent(statements::add);
    }
    dependent.parts().forEach(part -> statements.addAll(new DependentStatements(part).create()));
    return List.copyOf(statements);
  }

  private List<String> definition() {
    DependentDefinition definition = dependent.definition();
    if (definition instanceof Unwritten) {
      return List.of(byHand("recreate"));
    } else if (definition instanceof Trigger trigger) {
      return DependentTriggerStatements.create(trigger);
    } else if (definition instanceof View view) {
      return DependentViewStatements.create(dependent, view);
    } else if (definition instanceof Rule rule) {
      return DependentTableStatements.create(dependent, rule);
    } else if (definition instanceof Index index) {
      return DependentIndexStatements.create(index);
    } else if (definition instanceof Constraint constraint) {
      return DependentTableStatements.create(dependent, constraint);
    } else if (definition instanceof Default value) {
      return List.of(DependentTableStatements.create(dependent, value));
    } else if (definition instanceof GeneratedColumn column) {
      return DependentTableStatements.create(dependent, column);
    } else if (definition instanceof Policy policy) {
      return List.of(DependentTableStatements.create(dependent, policy));
    } else if (definition instanceof Publication publication) {
      return List.of(DependentTableStatements.create(dependent, publication));
    }
    return DependentRoutineStatements.create(dependent, definition);
  }

  /** A name may hold a line's end, which would end the comment. */
  private String byHand(String verb) {
    String what =
        dependent.kind() == DependentKind.OTHER
            ? dependent.name()
            : word(dependent).toLowerCase(Locale.ROOT) + " " + dependent.name();
    return "-- " + verb + " by hand: " + what.replaceAll("\\R", " ");
  }

  /** What SQL calls its kind. */
  static String word(Dependent dependent) {
    return switch (dependent.kind()) {
      case DOMAIN_CONSTRAINT -> "CONSTRAINT";
      case GENERATED_COLUMN -> "COLUMN";
      default -> dependent.kind().name().replace('_', ' ');
    };
  }

  static String comment(String on, String text) {
    return "COMMENT ON " + on + " IS " + SqlText.quote(text);
  }
}
