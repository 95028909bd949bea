package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plpython.catalog.CatalogReader;
import org.plpython.catalog.Registered;
import org.plpython.catalog.RegistryTable;
import org.plpython.catalog.ReleaseLog;
import org.plpython.catalog.SessionSettings;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.plan.PlanSettings.DriftPolicy;
import org.plpython.plan.Refusal;
import org.plpython.sql.RegistryStatements;

/**
 * A deploy in a transaction that somebody else has begun, and ends: a migration tool's. The session
 * has afterwards the settings that it had before. With autocommit, each deploy has a transaction of
 * its own.
 */
public final class JoinedDeployment {
  private final Connection connection;
  private final PlanSettings settings;
  private final Opening opening;

  /** Over a connection that nothing else uses meanwhile. */
  public JoinedDeployment(Connection connection, PlanSettings settings, DeploySettings timing) {
    this.connection = connection;
    this.settings = settings;
    this.opening = new Opening(timing);
  }

  /**
   * What was done, or would be.
   *
   * @param plan of what can be installed now
   * @param waiting what can be installed once something else is made
   */
  public record Outcome(Plan plan, List<DatabaseObject> waiting) {
    public Outcome {
      waiting = List.copyOf(waiting);
    }
  }

  /**
   * What {@link #apply} would do. Nothing is written, but the transaction goes on.
   *
   * @param mayWait says of an object whether it may be left out, with those that need it, if what
   *     it names is not there yet
   * @throws DeployException if the server cannot be asked
   */
  public Outcome plan(List<DatabaseObject> objects, Predicate<DatabaseObject> mayWait) {
    return inTransaction(
        () -> {
          SqlRunner.runTogether(connection, opening.settings());
          return possible(objects, mayWait);
        });
  }

  /**
   * What {@link #apply} would do, without looking for what the server and the role cannot take.
   *
   * @throws DeployException if the server cannot be asked
   */
  public Plan unchecked(List<DatabaseObject> objects) {
    return unchecked(objects, Optional.empty());
  }

  /**
   * The same.
   *
   * @param found what this transaction has found already
   * @throws DeployException if the server cannot be asked
   */
  public Plan unchecked(List<DatabaseObject> objects, Optional<Surroundings> found) {
    return inTransaction(
        () -> {
          SqlRunner.runTogether(connection, opening.settings());
          return new PlanReader(connection, settings)
              .read(objects, false, found.isPresent() ? found.get() : surroundings());
        });
  }

  /**
   * How the database stands to objects that were deployed as their sources are.
   *
   * @param past what this transaction has found
   * @throws DeployException if the server cannot be asked
   */
  public StandingObjects standing(Past past, List<DatabaseObject> objects) {
    if (objects.isEmpty()) {
      return StandingObjects.UNKNOWN;
    }
    PlanSettings looking = settings.looking(past.objects());
    return StandingObjects.of(
        with(looking).unchecked(objects, past.found()),
        settings.drift(),
        settings.drift() == DriftPolicy.FAIL
            ? with(looking.with(DriftPolicy.FAIL)).unchecked(objects, past.found()).refusals()
            : List.of());
  }

  private JoinedDeployment with(PlanSettings others) {
    return new JoinedDeployment(connection, others, opening.timing());
  }

  /**
   * Does it.
   *
   * @param mayWait says of an object whether it may be left out, with those that need it, if what
   *     it names is not there yet
   * @param release the state of the sources that is deployed by this; empty: it is not noted
   * @throws RefusedException if the plan is refused; nothing was changed then
   * @throws DeployException if the server refuses a statement; the transaction can only be rolled
   *     back then
   */
  public Outcome apply(
      List<DatabaseObject> objects,
      Predicate<DatabaseObject> mayWait,
      Optional<String> release,
      DeployWatcher watcher) {
    return inTransaction(
        () -> {
          waitForTurn();
          SqlRunner.runTogether(connection, opening.settings());
          Outcome outcome = possible(objects, mayWait);
          new PlanRunner(connection, watcher).run(outcome.plan());
          if (release.isPresent()) {
            note(release.get());
          }
          return outcome;
        });
  }

  /**
   * What a project has deployed.
   *
   * @param objects that the registry has
   * @param others what the registry has of other projects
   * @param releases the states of its sources
   * @param found what was found on the way; empty: nobody could look
   */
  public record Past(
      List<Registered> objects,
      List<Registered> others,
      ReleaseLog releases,
      Optional<Surroundings> found) {
    /** Nothing, as far as is known. */
    public static final Past UNKNOWN =
        new Past(List.of(), List.of(), new ReleaseLog(List.of()), Optional.empty());

    public Past {
      objects = List.copyOf(objects);
      others = List.copyOf(others);
    }
  }

  /**
   * What the project has deployed before.
   *
   * @throws DeployException if the server cannot be asked
   */
  public Past past() {
    return inTransaction(
        () -> {
          Surroundings found = surroundings();
          RegistryTable registry = found.registry();
          Map<Boolean, List<Registered>> isOwn =
              CatalogReader.registered(connection, registry).stream()
                  .collect(Collectors.partitioningBy(it -> it.project().equals(project())));
          return new Past(
              isOwn.getOrDefault(true, List.of()),
              isOwn.getOrDefault(false, List.of()),
              ReleaseLog.read(connection, registry, project()),
              Optional.of(found));
        });
  }

  private String project() {
    return settings.project().orElse("");
  }

  private Surroundings surroundings() throws SQLException {
    return Surroundings.read(connection, settings);
  }

  private void waitForTurn() throws SQLException {
    try {
      SqlRunner.runAll(connection, opening.turn());
    } catch (SQLException error) {
      throw opening.explained(error);
    }
  }

  private void note(String release) throws SQLException {
    RegistryTable registry = surroundings().registry();
    if (registry.exists()) {
      SqlRunner.runAll(connection, new RegistryStatements(registry, project()).release(release));
    }
  }

  /** Leaves out what must wait, until nothing is refused that may wait. */
  private Outcome possible(List<DatabaseObject> objects, Predicate<DatabaseObject> mayWait)
      throws SQLException {
    List<DatabaseObject> rest = new ArrayList<>(objects);
    List<DatabaseObject> waiting = new ArrayList<>();
    Set<String> installed = new LinkedHashSet<>();
    while (true) {
      Plan plan = new PlanReader(connection, settings.protecting(installed)).read(rest);
      List<DatabaseObject> more =
          Needs.withDependents(
              plan.refusals().stream()
                  .map(Refusal::waiting)
                  .flatMap(List::stream)
                  .filter(mayWait)
                  .toList(),
              rest);
      if (more.isEmpty() || !more.stream().allMatch(mayWait)) {
        return new Outcome(plan, waiting);
      }
      plan.changes().stream()
          .filter(change -> change.after().filter(it -> more.contains(it.object())).isPresent())
          .flatMap(change -> change.present().stream())
          .forEach(it -> installed.add(it.identity()));
      waiting.addAll(more);
      rest.removeAll(more);
    }
  }

  private <T> T inTransaction(JoinedTransaction.Work<T> work) {
    try {
      return JoinedTransaction.run(
          connection,
          () -> {
            SessionSettings before = SessionSettings.read(connection, Opening.names());
            T result = work.run();
            before.restore(connection);
            return result;
          });
    } catch (SQLException error) {
      throw Deployment.lost(error, "deploying", ConnectionLoss.Outcome.ROLLED_BACK);
    }
  }
}
