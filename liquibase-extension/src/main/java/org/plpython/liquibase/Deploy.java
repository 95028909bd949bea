package org.plpython.liquibase;

import java.util.ArrayList;
import java.util.HashSet;
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
    Past past = past();
    boolean isEarlier = isEarlier(past);
    String release = all.release();
    deployment(settings(past, isEarlier))
        .apply(
            wanted(past, isEarlier),
            it -> false,
            isEarlier || past.releases().isLatest(release)
                ? Optional.empty()
                : Optional.of(release),
            new DeployLog());
  }

  /**
   * What is written instead: whole transactions, without semicolons at the statements' ends; none:
   * there is nothing to do. What names tables and types that other change sets have yet to make is
   * written unseen.
   */
  List<String> script(Database database) {
    return session.ask(
        () -> {
          Past past = past();
          boolean isEarlier = isEarlier(past);
          PlanSettings settings = settings(past, isEarlier);
          Outcome outcome = deployment(settings).plan(wanted(past, isEarlier), it -> true);
          List<String> script = new ArrayList<>(script(outcome, settings));
          if (!script.isEmpty() && !isEarlier && !past.releases().isLatest(all.release())) {
            script.addAll(script.size() - 1, release(past, settings));
          }
          script.addAll(UnseenScripts.of(database, outcome.waiting()));
          return script;
        });
  }

  private List<String> release(Past past, PlanSettings settings) {
    return past.found()
        .map(it -> new RegistryStatements(it.registry(), settings.project().orElse("")))
        .map(it -> it.release(all.release()))
        .orElse(List.of());
  }

  /**
   * What {@link #apply} would do.
   *
   * @param mayWait says of an object whether it may be left out if what it names is not there yet
   */
  Outcome planned(Predicate<DatabaseObject> mayWait) {
    return session.ask(
        () -> {
          Past past = past();
          boolean isEarlier = isEarlier(past);
          return deployment(settings(past, isEarlier)).plan(wanted(past, isEarlier), mayWait);
        });
  }

  private boolean isEarlier(Past past) {
    return !session.settings().isAllowDowngrade() && past.releases().isSuperseded(all.release());
  }

  private List<DatabaseObject> wanted(Past past, boolean isEarlier) {
    Set<String> registered = names(past.objects());
    return objects.stream()
        .filter(it -> !isEarlier || !registered.contains(ChangelogObjects.name(it)))
        .toList();
  }

  private List<String> script(Outcome outcome, PlanSettings settings) {
    try {
      return new Deployment(session.connection(), settings, session.timing())
          .script(outcome.plan());
    } catch (RefusedException refused) {
      throw new UnexpectedLiquibaseException(Wording.of(refused), refused);
    }
  }

  private Past past() {
    return deployment(session.plan()).past();
  }

  private JoinedDeployment deployment(PlanSettings settings) {
    return new JoinedDeployment(session.connection(), settings, session.timing());
  }

  private static Set<String> names(List<Registered> objects) {
    return objects.stream().map(ChangelogObjects::name).collect(Collectors.toSet());
  }

  /** Nothing is removed that the changelog wants, or that is none of ours to remove. */
  private PlanSettings settings(Past past, boolean isEarlier) {
    Set<String> wanted = all.names();
    Set<String> own = new HashSet<>();
    objects.forEach(it -> own.add(ChangelogObjects.name(it)));
    List<String> staying = new ArrayList<>();
    Set<String> others = OtherChangelogs.objects(session, all.folders());
    for (Registered row : past.objects()) {
      String name = ChangelogObjects.name(row);
      boolean isOther = wanted.contains(name) && !own.contains(name);
      boolean isKept = !own.contains(name) && !isPruning && !isOtherForm(row);
      if (isOther || isKept || isEarlier || others.contains(PythonChangeSet.id(name))) {
        staying.add(row.identity());
      }
    }
    return session.plan().protecting(staying);
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
