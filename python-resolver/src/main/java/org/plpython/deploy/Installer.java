package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Trigger;
import org.plpython.plan.Plan;
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

  private final Connection connection;

  /** Over the given connection; with autocommit, each object has a transaction of its own. */
  public Installer(Connection connection) {
    this.connection = connection;
  }

  /**
   * Creates the object, or replaces it, unless it is there already. What it needs is installed
   * first: a trigger's function.
   *
   * @throws DeployException if the server refuses it, with the author's file and line
   */
  public void install(DatabaseObject object) {
    try {
      boolean isAlone = connection.getAutoCommit();
      connection.setAutoCommit(false);
      Plan plan = new PlanReader(connection, SETTINGS).read(withNeeded(object));
      new PlanRunner(connection, DeployWatcher.NONE).run(plan);
      connection.setAutoCommit(isAlone);
    } catch (SQLException error) {
      throw ServerError.explain(object, error);
    }
  }

  private static List<DatabaseObject> withNeeded(DatabaseObject object) {
    List<DatabaseObject> objects = new ArrayList<>();
    if (object instanceof Trigger trigger) {
      objects.add(trigger.function());
    } else if (object instanceof EventTrigger trigger) {
      objects.add(trigger.function());
    } else if (object instanceof Aggregate aggregate) {
      objects.add(aggregate.state());
      aggregate.finalFunction().ifPresent(objects::add);
      aggregate.combineFunction().ifPresent(objects::add);
    }
    objects.add(object);
    return objects;
  }
}
