package org.plpython.flyway;

import java.sql.Connection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.JoinedDeployment;
import org.plpython.deploy.Surroundings;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.plan.Refusal;

/**
 * The objects of which the history says that they are as their sources: whether the database has
 * them so.
 */
final class StandingObjects {
  private static final Log LOG = LogFactory.getLog(StandingObjects.class);

  private final Connection connection;
  private final Situation situation;
  private final Optional<Surroundings> found;

  /**
   * Of a situation.
   *
   * @param found what the transaction of the connection has found already
   */
  StandingObjects(Connection connection, Situation situation, Optional<Surroundings> found) {
    this.connection = connection;
    this.situation = situation;
    this.found = found;
  }

  /** A run in which those that are not are made again, as far as the policy for drift lets them. */
  Run begin() {
    if (!situation.registered().isEmpty() && !situation.standing().isEmpty()) {
      try {
        return beginKnowing();
      } catch (DeployException unreadable) {
        LOG.warn(Wording.of(unreadable));
      }
    }
    return new Run(situation, Set.of(), Optional.empty());
  }

  private Run beginKnowing() {
    DriftPolicy policy = situation.plan().drift();
    Plan plan = plan(DriftPolicy.REPORT);
    plan.drifted().forEach(change -> DeployLog.warnOfDrift(change, policy));
    return new Run(
        situation,
        repaired(plan, policy),
        policy == DriftPolicy.FAIL ? refusal(plan(policy)) : Optional.empty());
  }

  private Plan plan(DriftPolicy policy) {
    return new JoinedDeployment(connection, situation.looking().with(policy), situation.timing())
        .unchecked(situation.standing(), found);
  }

  private static Set<String> repaired(Plan plan, DriftPolicy policy) {
    Set<String> repaired = new HashSet<>();
    if (policy != DriftPolicy.REPORT) {
      plan.drifted().forEach(it -> repaired.add(description(it)));
    }
    plan.changes().stream()
        .filter(change -> change.after().isPresent())
        .forEach(it -> repaired.add(description(it)));
    return repaired;
  }

  private static String description(Change change) {
    return Description.of(change.after().orElseThrow().object());
  }

  private static Optional<String> refusal(Plan plan) {
    return Optional.of(
            plan.refusals().stream()
                .map(Refusal::toString)
                .map(Wording::of)
                .collect(Collectors.joining("\n")))
        .filter(text -> !text.isEmpty());
  }
}
