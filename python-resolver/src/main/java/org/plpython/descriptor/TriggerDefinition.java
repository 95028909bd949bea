package org.plpython.descriptor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a trigger is, but for its names; the manual's CREATE TRIGGER.
 *
 * @param events sorted; empty only where a mistake in them has been reported
 * @param columns after UPDATE OF; empty: any
 * @param condition after WHEN, as SQL
 * @param arguments that the function finds in {@code TD["args"]}
 * @param constraint how a constraint trigger may be deferred; empty: it is an ordinary one
 * @param enabled empty: not declared, and what somebody set stays
 */
public record TriggerDefinition(
    Timing timing,
    Level level,
    List<Event> events,
    List<String> columns,
    Optional<String> condition,
    TransitionTables transitionTables,
    List<String> arguments,
    Optional<Deferral> constraint,
    Optional<EnabledState> enabled) {
  public TriggerDefinition {
    Objects.requireNonNull(timing);
    Objects.requireNonNull(level);
    Objects.requireNonNull(condition);
    Objects.requireNonNull(transitionTables);
    Objects.requireNonNull(constraint);
    Objects.requireNonNull(enabled);
    events = List.copyOf(events);
    columns = List.copyOf(columns);
    arguments = List.copyOf(arguments);
  }
}
