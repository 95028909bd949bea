package org.plpython.deploy;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.Dependents;
import org.plpython.plan.PlanSettings.Removal;

/**
 * Installs objects in the transaction of a connection; commits and rollbacks are its owner's. The
 * registry knows nothing of them.
 */
public final class Installer {
  private static final PlanSettings SETTINGS =
      new PlanSettings(
          Optional.empty(), Optional.empty(), true, Dependents.REFUSE, Removal.DEFAULT);

  private final JoinedDeployment deployment;

  /** Over the given connection; with autocommit, each object has a transaction of its own. */
  public Installer(Connection connection) {
    this.deployment = new JoinedDeployment(connection, SETTINGS, DeploySettings.DEFAULT);
  }

  /**
   * Creates the object, or replaces it, unless it is there already. What it needs is installed
   * first: a trigger's function.
   *
   * @throws DeployException if the server refuses it, with the author's file and line
   */
  public void install(DatabaseObject object) {
    deployment.apply(
        Needs.with(List.of(object)), it -> false, Optional.empty(), DeployWatcher.NONE);
  }
}
