package org.plpython.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a deploy will do: exactly this, or nothing.
 *
 * @param project whose objects these are
 * @param changes sorted by kind and identity
 * @param unchanged how many objects stay as they are
 * @param drifted what somebody changed in the database and stays so: the changes that would undo it
 * @param kept objects of the project, or of none if there is none, that are no longer in the
 *     sources and stay nevertheless
 * @param refusals why nothing will be done; empty: it can be
 * @param steps the statements, in their order
 */
public record Plan(
    Optional<String> project,
    List<Change> changes,
    int unchanged,
    List<Change> drifted,
    List<Item> kept,
    List<Refusal> refusals,
    List<Step> steps) {
  public Plan {
    changes = List.copyOf(changes);
    drifted = List.copyOf(drifted);
    kept = List.copyOf(kept);
    refusals = List.copyOf(refusals);
    steps = List.copyOf(steps);
  }

  /** One that does nothing, and knows of no objects. */
  public static Plan empty(Optional<String> project) {
    return new Plan(project, List.of(), 0, List.of(), List.of(), List.of(), List.of());
  }

  /** Whether the database holds already what it shall hold. */
  public boolean isEmpty() {
    return changes.isEmpty() && refusals.isEmpty();
  }

  /** The same, refused for more reasons. */
  public Plan refusedFor(List<Refusal> reasons) {
    return new Plan(
        project,
        changes,
        unchanged,
        drifted,
        kept,
        Stream.concat(refusals.stream(), reasons.stream()).toList(),
        steps);
  }

  /** The same with its refusals in other words, such as a migration tool's. */
  public Plan worded(UnaryOperator<String> words) {
    return new Plan(
        project,
        changes,
        unchanged,
        drifted,
        kept,
        refusals.stream().map(it -> it.worded(words)).toList(),
        steps);
  }

  /** How many changes are of a class. */
  public long count(Class<? extends Change> kind) {
    return changes.stream().filter(kind::isInstance).count();
  }
}
