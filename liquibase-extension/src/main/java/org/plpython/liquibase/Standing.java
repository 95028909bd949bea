package org.plpython.liquibase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.Scope;
import liquibase.logging.Logger;
import org.plpython.catalog.Registered;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.JoinedDeployment;
import org.plpython.deploy.JoinedDeployment.Past;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.plan.Refusal;

/**
 * How the database stands to what a changelog wants.
 *
 * @param isEarlier whether these sources were deployed before, and others since
 * @param registered the names of what the registry has of the project
 * @param repaired names of objects to deploy whatever Liquibase's checksums say (it may have been
 *     told to forget them): the registry has them as their sources were, or as they are, and the
 *     database has not; or they were removed, and are wanted again
 * @param drift why nothing may be deployed, in words; empty: it may be
 */
record Standing(
    boolean isEarlier, Set<String> registered, Set<String> repaired, Optional<String> drift) {
  Standing {
    registered = Set.copyOf(registered);
    repaired = Set.copyOf(repaired);
  }

  static Standing read(Session session, ChangelogObjects wanted) {
    return session.ask(() -> new Reader(session, wanted).read());
  }

  private record Reader(Session session, ChangelogObjects wanted, PlanSettings settings) {
    Reader(Session session, ChangelogObjects wanted) {
      this(session, wanted, session.plan());
    }

    Standing read() {
      try {
        return read(deployment(settings).past());
      } catch (DeployException unreadable) {
        log().warning(Wording.of(unreadable));
        return new Standing(false, Set.of(), Set.of(), Optional.empty());
      }
    }

    private Standing read(Past past) {
      Set<String> names =
          past.objects().stream().map(ChangelogObjects::name).collect(Collectors.toSet());
      boolean isEarlier =
          !session.settings().isAllowDowngrade() && past.releases().isSuperseded(wanted.release());
      if (isEarlier) {
        log()
            .warning(
                "These Python sources were deployed before, and others since: what those changed or"
                    + " added stays, and only what is missing is installed. To go back to these for"
                    + " good, set liquibase.plpython.allowDowngrade=true for one update.");
      }
      Map<String, String> checksums = new HashMap<>();
      past.objects().forEach(it -> checksums.put(ChangelogObjects.name(it), it.checksum()));
      List<DatabaseObject> standing = new ArrayList<>();
      List<DatabaseObject> absent = new ArrayList<>();
      Set<String> repaired = new HashSet<>();
      for (DatabaseObject object : wanted.objects()) {
        String name = ChangelogObjects.name(object);
        if (object.checksum().sha256().equals(checksums.get(name))) {
          standing.add(object);
        } else if (checksums.containsKey(name)) {
          repaired.add(name);
        } else if (!past.objects().isEmpty()) {
          absent.add(object);
        }
      }
      standing.forEach(it -> repaired.remove(ChangelogObjects.name(it)));
      look(past, absent, DriftPolicy.REPORT).changes().stream()
          .filter(Change.Create.class::isInstance)
          .forEach(it -> repaired.add(name(it)));
      if (standing.isEmpty()) {
        return new Standing(isEarlier, names, repaired, Optional.empty());
      }
      Plan plan = look(past, standing, DriftPolicy.REPORT);
      plan.drifted().forEach(it -> DeployLog.warnOfDrift(it, settings.drift()));
      repaired.addAll(repaired(plan));
      return new Standing(
          isEarlier,
          names,
          repaired,
          settings.drift() == DriftPolicy.FAIL
              ? refusal(look(past, standing, DriftPolicy.FAIL))
              : Optional.empty());
    }

    private Plan look(Past past, List<DatabaseObject> standing, DriftPolicy policy) {
      PlanSettings looking =
          settings
              .protecting(past.objects().stream().map(Registered::identity).toList())
              .with(policy);
      return deployment(looking).unchecked(standing, past.found());
    }

    private JoinedDeployment deployment(PlanSettings settings) {
      return new JoinedDeployment(session.connection(), settings, session.timing());
    }

    private Set<String> repaired(Plan plan) {
      Set<String> repaired = new HashSet<>();
      if (settings.drift() != DriftPolicy.REPORT) {
        plan.drifted().forEach(it -> repaired.add(name(it)));
      }
      plan.changes().stream()
          .filter(change -> change.after().isPresent())
          .forEach(it -> repaired.add(name(it)));
      return repaired;
    }

    private static String name(Change change) {
      return ChangelogObjects.name(change.after().orElseThrow().object());
    }

    private static Optional<String> refusal(Plan plan) {
      return Optional.of(
              plan.refusals().stream()
                  .map(Refusal::toString)
                  .map(Wording::of)
                  .collect(Collectors.joining("\n")))
          .filter(text -> !text.isEmpty());
    }

    private static Logger log() {
      return Scope.getCurrentScope().getLog(Standing.class);
    }
  }
}
