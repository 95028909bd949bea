package org.plpython.flyway;

import java.util.stream.Collectors;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.plpython.deploy.DeployWatcher;
import org.plpython.plan.Change;
import org.plpython.plan.Difference;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings.DriftPolicy;

/** Tells Flyway's log what a deploy does: one line for each change. */
final class DeployLog implements DeployWatcher {
  private static final Log LOG = LogFactory.getLog(DeployLog.class);

  @Override
  public void planned(Plan plan) {
    plan.changes().forEach(change -> LOG.info("Python: " + line(change)));
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
    LOG.warn(
        "The "
            + change.item()
            + " ("
            + change.item().source()
            + ") was changed in the database since the last deploy: "
            + drift(change)
            + ". "
            + switch (policy) {
              case REPORT ->
                  "It stays so; flyway.plpython.driftPolicy=repair has it undone at the next migrate.";
              case REPAIR -> "The next migrate undoes that.";
              case FAIL -> "Nothing is deployed until that is undone or in the sources.";
            });
  }
}
