package org.plpython.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.plan.Refusal;

/**
 * Objects that a project has deployed as their sources are: whether the database has them so.
 *
 * @param drifted what somebody changed: the changes that would undo it
 * @param repaired what has to be made again, as far as the policy for drift lets it; what somebody
 *     dropped is among it
 * @param refusals why nothing may be deployed; empty: it may be
 */
public record StandingObjects(
    List<Change> drifted, List<DatabaseObject> repaired, List<Refusal> refusals) {
  /** Nothing is known of any. */
  public static final StandingObjects UNKNOWN =
      new StandingObjects(List.of(), List.of(), List.of());

  public StandingObjects {
    drifted = List.copyOf(drifted);
    repaired = List.copyOf(repaired);
    refusals = List.copyOf(refusals);
  }

  /** What a plan says that reports drift. */
  static StandingObjects of(Plan plan, DriftPolicy policy, List<Refusal> refusals) {
    List<Change> repaired = new ArrayList<>(plan.changes());
    if (policy != DriftPolicy.REPORT) {
      repaired.addAll(plan.drifted());
    }
    return new StandingObjects(
        plan.drifted(),
        repaired.stream()
            .flatMap(change -> change.after().stream())
            .map(target -> target.object())
            .toList(),
        refusals);
  }

  /** Why nothing may be deployed, in a tool's words; empty: it may be. */
  public Optional<String> refusal(UnaryOperator<String> words) {
    return refusals.isEmpty()
        ? Optional.empty()
        : Optional.of(
            refusals.stream()
                .map(refusal -> words.apply(refusal.toString()))
                .collect(Collectors.joining("\n")));
  }
}
