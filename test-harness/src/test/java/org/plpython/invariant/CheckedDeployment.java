package org.plpython.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.DeployWatcher;
import org.plpython.deploy.Deployment;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;

/** A deployment after which there is nothing left to do; {@link Invariants} look at the rest. */
public final class CheckedDeployment {
  private final Connection connection;
  private final PlanSettings settings;

  public CheckedDeployment(Connection connection, PlanSettings settings) {
    this.connection = connection;
    this.settings = settings;
  }

  /** Deploys, and finds that a plan is empty then. */
  public Plan apply(List<DatabaseObject> objects) {
    Deployment deployment = new Deployment(connection, settings, DeploySettings.DEFAULT);
    Plan done = deployment.apply(objects, DeployWatcher.NONE);
    Invariants.of(connection).deployed(objects, settings, done);
    Plan again = deployment.plan(objects);
    assertThat(again.refusals()).as("refusals of a plan after a deploy").isEmpty();
    assertThat(again.changes()).as("changes of a plan after a deploy").isEmpty();
    return done;
  }
}
