package org.plpython.flyway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.catalog.Registered;
import org.plpython.deploy.DeploySettings;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.PlanSettings;

/**
 * What a run has found before anything is done.
 *
 * @param instance how it stands to what others have deployed
 * @param history Flyway's table
 * @param live the last rows of objects that the history has and that are not removed, by
 *     description
 * @param registered what the registry has of the project
 * @param release what the sources hold, as a hash
 * @param newRelease the same if it has to be noted as deployed; empty: it is the latest already, or
 *     shall not become it
 * @param wanted the objects to install
 * @param standing those of them that the history has as their sources are
 * @param plan what may be done; all that stays is protected in it
 * @param timing how long to wait
 */
record Situation(
    Instance instance,
    HistoryName history,
    Map<String, HistoryRow> live,
    List<Registered> registered,
    String release,
    Optional<String> newRelease,
    List<DatabaseObject> wanted,
    List<DatabaseObject> standing,
    PlanSettings plan,
    DeploySettings timing) {
  Situation {
    live = Map.copyOf(live);
    registered = List.copyOf(registered);
    wanted = List.copyOf(wanted);
    standing = List.copyOf(standing);
  }

  /** How an instance of an application stands to what others have deployed. */
  enum Instance {
    /** No later one has deployed. */
    CURRENT,
    /** It deployed before, and a later one has since. */
    EARLIER,
    /** The history has versions that it does not know. */
    BEHIND
  }

  /** Whether the history has an object, in whatever form. */
  boolean isLive(DatabaseObject object) {
    return live.containsKey(Description.of(object));
  }

  /** The plan's settings for looking at some objects: nothing is removed, and drift is told. */
  PlanSettings looking() {
    return plan.looking(registered);
  }
}
