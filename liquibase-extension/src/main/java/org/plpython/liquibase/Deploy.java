package org.plpython.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import org.plpython.catalog.Registered;
import org.plpython.deploy.Deployment;
import org.plpython.deploy.JoinedDeployment;
import org.plpython.deploy.JoinedDeployment.Outcome;
import org.plpython.deploy.JoinedDeployment.Past;
import org.plpython.deploy.RefusedException;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.PlanSettings;
import org.plpython.sql.RegistryStatements;

/**
 * Brings some objects of a changelog into the database by one plan.
 *
 * @param objects those
 * @param all what else the changelog wants, which stays as it is
 * @param isPruning whether what nothing in the changelog wants is removed; other forms of the
 *     objects themselves are, always
 */
record Deploy(
    Session session, List<DatabaseObject> objects, ChangelogObjects all, boolean isPruning) {
  Deploy {
    objects = List.copyOf(objects);
  }

  /**
   * Does it, or nothing.
   *
   * @throws org.plpython.deploy.DeployException if it is refused
   */
  void apply() {
    Prospect prospect = prospect();
    prospect
        .deployment()
        .apply(prospect.wanted(), it -> false, prospect.newRelease(), new DeployLog());
  }

  /**
   * What is written instead: whole transactions, without semicolons at the statements' ends; none:
   * there is nothing to do. What names tables and types that other change sets have yet to make is
   * written unseen.
   */
  List<String> script(Database database) {
    return session.ask(
        () -> {
          Prospect prospect = prospect();
          Outcome outcome = prospect.deployment().plan(prospect.wanted(), it -> true);
          List<String> script = new ArrayList<>(script(outcome, prospect.settings()));
          if (!script.isEmpty()) {
            script.addAll(script.size() - 1, prospect.noteOfRelease());
          }
          script.addAll(UnseenScripts.of(database, outcome.waiting()));
          return script;
        });
  }

  private List<String> script(Outcome outcome, PlanSettings settings) {
    try {
      return new Deployment(session.connection(), settings, session.timing())
          .script(outcome.plan());
    } catch (RefusedException refused) {
      throw new UnexpectedLiquibaseException(Wording.of(refused), refused);
    }
  }

  /**
   * What {@link #apply} would do.
   *
   * @param mayWait says of an object whether it may be left out if what it names is not there yet
   */
  Outcome planned(Predicate<DatabaseObject> mayWait) {
    return session.ask(
        () -> {
          Prospect prospect = prospect();
          return prospect.deployment().plan(prospect.wanted(), mayWait);
        });
  }

  /**
   * What can be said before there is a plan.
   *
   * @param settings with all that stays protected
   * @param wanted the objects to install: in an instance of an earlier release, those alone that
   *     the registry does not have
   * @param newRelease what the sources hold, if it has to be noted as deployed
   */
  private record Prospect(
      Session session,
      Past past,
      PlanSettings settings,
      List<DatabaseObject> wanted,
      Optional<String> newRelease) {
    JoinedDeployment deployment() {
      return session.deployment(settings);
    }

    List<String> noteOfRelease() {
      return newRelease.isPresent() && past.found().isPresent()
          ? new RegistryStatements(past.found().get().registry(), settings.project().orElse(""))
              .release(newRelease.get())
          : List.of();
    }
  }

  private Prospect prospect() {
    Past past = session.deployment(session.plan()).past();
    String release = all.release();
    boolean isEarlier = session.isEarlier(past, release);
    Set<String> registered =
        past.objects().stream().map(ChangelogObjects::name).collect(Collectors.toSet());
    return new Prospect(
        session,
        past,
        session.plan().protecting(staying(past, isEarlier)),
        objects.stream()
            .filter(it -> !isEarlier || !registered.contains(ChangelogObjects.name(it)))
            .toList(),
        isEarlier || past.releases().isLatest(release) ? Optional.empty() : Optional.of(release));
  }

  /** Nothing is removed that the changelog wants, or that is none of ours to remove. */
  private List<String> staying(Past past, boolean isEarlier) {
    Set<String> wanted = all.names();
    Set<String> own = objects.stream().map(ChangelogObjects::name).collect(Collectors.toSet());
    Set<String> others = OtherChangelogs.objects(session, all.folders());
    List<String> staying = new ArrayList<>();
    for (Registered row : past.objects()) {
      String name = ChangelogObjects.name(row);
      boolean isOther = wanted.contains(name) && !own.contains(name);
      boolean isKept = !own.contains(name) && !isPruning && !isOtherForm(row);
      if (isOther || isKept || isEarlier || others.contains(PythonChangeSet.id(name))) {
        staying.add(row.identity());
      }
    }
    return staying;
  }

  /** Whether it is a routine of the name of one of the objects, with other arguments. */
  private boolean isOtherForm(Registered row) {
    return objects.stream()
        .anyMatch(
            it ->
                row.kind().equals(it.kind())
                    && nameOf(row.declared()).equals(nameOf(it.identity())));
  }

  private static String nameOf(String identity) {
    int arguments = identity.indexOf('(');
    return arguments < 0 ? identity : identity.substring(0, arguments);
  }
}
