package org.plpython.flyway;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.plpython.deploy.DeployWatcher;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.report.DeployLine;

/** Tells Flyway's log what a deploy does: one line for each change. */
final class DeployLog implements DeployWatcher {
  private static final Log LOG = LogFactory.getLog(DeployLog.class);

  @Override
  public void planned(Plan plan) {
    plan.changes().forEach(change -> LOG.info(DeployLine.of(change)));
  }

  /** Says that somebody changed an object, and what becomes of that. */
  static void warnOfDrift(Change change, DriftPolicy policy) {
    LOG.warn(DeployLine.ofDrift(change, policy, "flyway.plpython.driftPolicy=repair", "migrate"));
  }
}
