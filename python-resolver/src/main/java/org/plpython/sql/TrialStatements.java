package org.plpython.sql;

import java.util.List;
import java.util.Optional;
import org.plpython.catalog.Trial;
import org.plpython.descriptor.Attributes;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Parameter;
import org.plpython.object.Routine;
import org.plpython.object.Trigger;

/** Writes likenesses of objects, for the sake of the expressions that only the server can read. */
public final class TrialStatements {
  private TrialStatements() {}

  /**
   * The object's likeness.
   *
   * @param identity the object's, as the server writes it
   * @param name of the likeness, which nothing else in the temporary schema has
   * @return empty if nothing in the object depends on how the server reads it
   */
  public static Optional<Trial> of(DatabaseObject object, String identity, String name) {
    List<String> statements = statements(object, name, "pg_temp." + name);
    return statements.isEmpty()
        ? Optional.empty()
        : Optional.of(new Trial(identity, object.kind(), name, statements));
  }

  private static List<String> statements(DatabaseObject object, String name, String temporary) {
    if (object instanceof Routine.Function function && isOpen(function)) {
      return List.of(RoutineStatements.trial(function, temporary));
    } else if (object instanceof Aggregate aggregate) {
      return List.of(AggregateStatements.create(aggregate, temporary));
    } else if (object instanceof Trigger trigger && trigger.definition().condition().isPresent()) {
      return List.of(
          "CREATE TABLE %s (LIKE %s)".formatted(temporary, trigger.table().sql()),
          new TriggerStatements(trigger).trial(name, temporary));
    }
    return List.of();
  }

  private static boolean isOpen(Routine.Function function) {
    Attributes attributes = function.attributes();
    return function.parameters().stream().map(Parameter::defaultValue).anyMatch(Optional::isPresent)
        || !attributes.settings().isEmpty()
        || attributes.cost() != Attributes.DEFAULT.cost()
        || attributes.rows().isPresent();
  }
}
