package org.plpython.liquibase;

import java.util.stream.Collectors;
import liquibase.Scope;
import org.plpython.deploy.DeployWatcher;
import org.plpython.plan.Change;
import org.plpython.plan.Difference;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings.DriftPolicy;

/** Tells Liquibase's log what a deploy does: one line for each change. */
final class DeployLog implements DeployWatcher {
  @Override
  public void planned(Plan plan) {
    plan.changes()
        .forEach(
            change ->
                Scope.getCurrentScope().getLog(DeployLog.class).info("Python: " + line(change)));
  }

  private static String line(Change change) {
    String drift = drift(change);
    return change.action()
        + " "
        + change.item()
        + ", "
        + change.reason()
        + (drift.isEmpty() ? "" : ", changed in the database: " + drift)
        + " ("
        + change.item().source()
        + ")";
  }

  private static String drift(Change change) {
    return change.differences().stream()
        .filter(Difference::isDrift)
        .map(Difference::attribute)
        .collect(Collectors.joining(", "));
  }

  /** Says that somebody changed an object, and what becomes of that. */
  static void warnOfDrift(Change change, DriftPolicy policy) {
    Scope.getCurrentScope()
        .getLog(DeployLog.class)
        .warning(
            "The "
                + change.item()
                + " ("
                + change.item().source()
                + ") was changed in the database since the last deploy: "
                + drift(change)
                + ". "
                + switch (policy) {
                  case REPORT ->
                      "It stays so; liquibase.plpython.driftPolicy=repair has it undone at the next"
                          + " update.";
                  case REPAIR -> "The next update undoes that.";
                  case FAIL -> "Nothing is deployed until that is undone or in the sources.";
                });
  }
}
