package org.plpython.liquibase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import liquibase.Scope;
import org.plpython.catalog.Registered;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.JoinedDeployment.Past;
import org.plpython.deploy.StandingObjects;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Change;
import org.plpython.plan.PlanSettings;

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
    return session.ask(
        () -> {
          try {
            PlanSettings settings = session.plan();
            return new Reader(session, settings, session.deployment(settings).past()).read(wanted);
          } catch (DeployException unreadable) {
            warn(Wording.of(unreadable));
            return new Standing(false, Set.of(), Set.of(), Optional.empty());
          }
        });
  }

  private static void warn(String message) {
    Scope.getCurrentScope().getLog(Standing.class).warning(message);
  }

  private record Reader(Session session, PlanSettings settings, Past past) {
    Standing read(ChangelogObjects wanted) {
      boolean isEarlier = session.isEarlier(past, wanted.release());
      if (isEarlier) {
        warn(
            "These Python sources were deployed before, and others since: what those changed or"
                + " added stays, and only what is missing is installed. To go back to these for"
                + " good, set liquibase.plpython.allowDowngrade=true for one update.");
      }
      Map<String, String> checksums = new HashMap<>();
      for (Registered row : past.objects()) {
        checksums.put(ChangelogObjects.name(row), row.checksum());
      }
      List<DatabaseObject> standing = new ArrayList<>();
      List<DatabaseObject> absent = new ArrayList<>();
      Set<String> repaired = new HashSet<>();
      for (DatabaseObject object : wanted.objects()) {
        String name = ChangelogObjects.name(object);
        if (object.checksum().sha256().equals(checksums.get(name))) {
          standing.add(object);
        } else if (checksums.containsKey(name)) {
          repaired.add(name);
        } else {
          absent.add(object);
        }
      }
      // of two forms of an object, for two contexts, one stands
      standing.forEach(it -> repaired.remove(ChangelogObjects.name(it)));
      StandingObjects found = session.deployment(settings).standing(past, standing);
      found.drifted().forEach(it -> DeployLog.warnOfDrift(it, settings.drift()));
      found.repaired().forEach(it -> repaired.add(ChangelogObjects.name(it)));
      missing(absent).forEach(it -> repaired.add(ChangelogObjects.name(it)));
      return new Standing(isEarlier, checksums.keySet(), repaired, found.refusal(Wording::of));
    }

    /** Those that are not there; a project that has deployed nothing has all to deploy anyway. */
    private List<DatabaseObject> missing(List<DatabaseObject> absent) {
      return absent.isEmpty() || past.objects().isEmpty()
          ? List.of()
          : session
              .deployment(settings.looking(past.objects()))
              .unchecked(absent, past.found())
              .changes()
              .stream()
              .filter(Change.Create.class::isInstance)
              .map(change -> change.after().orElseThrow().object())
              .toList();
    }
  }
}
