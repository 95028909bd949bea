package org.plpython.liquibase;

import liquibase.Scope;
import liquibase.logging.Logger;
import org.plpython.deploy.DeployWatcher;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.report.DeployLine;

/** Tells Liquibase's log what a deploy does: one line for each change. */
final class DeployLog implements DeployWatcher {
  @Override
  public void planned(Plan plan) {
    plan.changes().forEach(change -> log().info(DeployLine.of(change)));
  }

  /** Says that somebody changed an object, and what becomes of that. */
  static void warnOfDrift(Change change, DriftPolicy policy) {
    log()
        .warning(
            DeployLine.ofDrift(change, policy, "liquibase.plpython.driftPolicy=repair", "update"));
  }

  private static Logger log() {
    return Scope.getCurrentScope().getLog(DeployLog.class);
  }
}
