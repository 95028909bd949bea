package org.plpython.report;

import java.util.stream.Collectors;
import org.plpython.plan.Change;
import org.plpython.plan.Difference;
import org.plpython.plan.PlanSettings.DriftPolicy;

/** Changes as a migration tool's log has them: one line each, and no bodies. */
public final class DeployLine {
  private DeployLine() {}

  /** What a deploy does. */
  public static String of(Change change) {
    String drift = drift(change);
    return "Python: "
        + change.action()
        + " "
        + change.item()
        + ", "
        + change.reason()
        + (drift.isEmpty() ? "" : ", changed in the database: " + drift)
        + " ("
        + change.item().source()
        + ")";
  }

  /**
   * That somebody changed an object, and what becomes of that.
   *
   * @param repairing the setting by which it is undone, with its value
   * @param verb of the tool, by which it deploys
   */
  public static String ofDrift(Change change, DriftPolicy policy, String repairing, String verb) {
    return "The "
        + change.item()
        + " ("
        + change.item().source()
        + ") was changed in the database since the last deploy: "
        + drift(change)
        + ". "
        + switch (policy) {
          case REPORT -> "It stays so; " + repairing + " has it undone at the next " + verb + ".";
          case REPAIR -> "The next " + verb + " undoes that.";
          case FAIL -> "Nothing is deployed until that is undone or in the sources.";
        };
  }

  private static String drift(Change change) {
    return change.differences().stream()
        .filter(Difference::isDrift)
        .map(Difference::attribute)
        .collect(Collectors.joining(", "));
  }
}
