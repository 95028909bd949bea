package org.plpython.flyway;

import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.plpython.deploy.DetachedTriggers;
import org.plpython.deploy.JoinedDeployment;
import org.plpython.deploy.Needs;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Install;
import org.plpython.object.Trigger;
import org.plpython.plan.Change;
import org.plpython.plan.PlanSettings;

/**
 * What is done around each pending versioned migration, in its transaction: functions that it may
 * call are there before it, triggers that would be in its way are not, and what it takes along is
 * made again after it.
 */
final class VersionedStage {
  private static final Log LOG = LogFactory.getLog(VersionedStage.class);

  private final Situation situation;
  private final PlanSettings plan;
  private final Set<String> early = new HashSet<>();
  private final Set<String> registered = new HashSet<>();
  private Optional<DetachedTriggers> detached = Optional.empty();

  VersionedStage(Situation situation) {
    this.situation = situation;
    this.plan = situation.looking();
    situation.registered().forEach(it -> registered.add(Description.of(it)));
    situation.wanted().stream()
        .filter(it -> it.install() == Install.EARLY)
        .forEach(it -> early.add(Description.of(it)));
  }

  /** Installs what shall be early, as far as what it names is there, and detaches triggers. */
  void before(Connection connection) {
    if (!early.isEmpty()) {
      install(connection, early);
    }
    List<Trigger> triggers =
        situation.wanted().stream()
            .filter(Trigger.class::isInstance)
            .map(Trigger.class::cast)
            .filter(Trigger::isDetached)
            .filter(it -> registered.contains(Description.withoutTurn(Description.of(it))))
            .toList();
    if (!triggers.isEmpty()) {
      detached = Optional.of(DetachedTriggers.detach(connection, triggers));
    }
  }

  /** Attaches them again, and makes again what the migration has taken along. */
  void after(Connection connection) {
    List<String> refused = detached.map(it -> it.attach(connection)).orElse(List.of());
    detached = Optional.empty();
    refused.forEach(it -> LOG.warn("Not attached again as it was, but to be made anew: " + it));
    if (situation.standing().isEmpty()) {
      return;
    }
    Set<String> missing = new HashSet<>();
    for (Change change : deployment(connection).unchecked(situation.standing()).changes()) {
      if (change instanceof Change.Create create) {
        missing.add(Description.of(create.target().object()));
      }
    }
    if (!missing.isEmpty()) {
      install(connection, missing);
    }
  }

  /** Takes out of the descriptions what is installed now. */
  private void install(Connection connection, Set<String> descriptions) {
    List<DatabaseObject> objects =
        Needs.with(
            situation.wanted().stream()
                .filter(it -> descriptions.contains(Description.of(it)))
                .toList());
    JoinedDeployment.Outcome outcome =
        deployment(connection).apply(objects, it -> true, Optional.empty(), new DeployLog());
    Set<String> waiting = new HashSet<>();
    outcome.waiting().forEach(it -> waiting.add(Description.of(it)));
    descriptions.retainAll(waiting);
  }

  private JoinedDeployment deployment(Connection connection) {
    return new JoinedDeployment(connection, plan, situation.timing());
  }
}
