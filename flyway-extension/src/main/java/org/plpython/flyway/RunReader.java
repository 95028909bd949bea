package org.plpython.flyway;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.flywaydb.core.api.resolver.MigrationResolver;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.jspecify.annotations.Nullable;
import org.plpython.catalog.Registered;
import org.plpython.catalog.ReleaseLog;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.JoinedDeployment;
import org.plpython.deploy.JoinedDeployment.Past;
import org.plpython.deploy.StandingObjects;
import org.plpython.flyway.AbsentMigration.Fate;
import org.plpython.flyway.Situation.Instance;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Release;
import org.plpython.object.ScriptFile;
import org.plpython.plan.PlanSettings;
import org.plpython.resolver.PythonResolver.Resolved;

/**
 * Looks at the history, the registry and the objects of the database, and makes migrations of what
 * the sources hold and of what they no longer hold. It writes nothing.
 */
final class RunReader {
  private static final Log LOG = LogFactory.getLog(RunReader.class);

  private final MigrationResolver.Context context;
  private final PlPythonConfiguration settings;
  private final List<DatabaseObject> objects;
  private final List<ScriptFile> scripts;
  private final String release;

  RunReader(MigrationResolver.Context context, Resolved sources) {
    this.context = context;
    this.scripts = sources.scripts();
    this.settings = PlPythonConfiguration.of(context.configuration);
    this.objects = sources.objects();
    this.release = Release.of(objects);
  }

  /**
   * The migrations.
   *
   * @throws FlywayException if more would be removed than may be, or the database cannot be asked
   */
  Collection<ResolvedMigration> migrations() {
    try (OwnConnection own = OwnConnection.open(context.configuration)) {
      return migrations(own.connection(), own.history());
    } catch (SQLException error) {
      throw new FlywayException(
          "The database could not be asked what of the Python sources it holds: "
              + error.getMessage(),
          error);
    }
  }

  private Collection<ResolvedMigration> migrations(Connection connection, HistoryName name)
      throws SQLException {
    History history = History.read(connection, name);
    PendingScripts.check(scripts, history, context.configuration);
    Map<String, HistoryRow> rows = history.objects();
    PlanSettings plan = settings.planSettings(name.project(), name.registry());
    Past past = past(new JoinedDeployment(connection, plan, settings.deploySettings()));
    Instance instance = instance(history, past.releases());
    Absences absences =
        new Absences(settings.getRemoval(), plan.removal(), instance, release, past, rows, objects);
    absences.refuseTooMany();
    Situation situation = situation(instance, name, rows, past, absences, plan);
    Run run = new Run(situation, standing(connection, situation, past));
    Run.begin(context.configuration, run);
    List<ResolvedMigration> migrations = new ArrayList<>(absences.migrations(run));
    for (DatabaseObject object : objects) {
      migration(run, object, situation, rows).ifPresent(migrations::add);
    }
    run.expect(migrations, rows);
    scripts.forEach(it -> migrations.add(new ScriptMigration(it, objects, context.configuration)));
    return migrations;
  }

  /** What there is of objects that the history has as their sources are. */
  private static StandingObjects standing(Connection connection, Situation situation, Past past) {
    if (past.objects().isEmpty()) {
      return StandingObjects.UNKNOWN;
    }
    PlanSettings plan = situation.plan();
    try {
      StandingObjects standing =
          new JoinedDeployment(connection, plan, situation.timing())
              .standing(past, situation.standing());
      standing.drifted().forEach(change -> DeployLog.warnOfDrift(change, plan.drift()));
      return standing;
    } catch (DeployException unreadable) {
      LOG.warn(Wording.of(unreadable));
      return StandingObjects.UNKNOWN;
    }
  }

  /** An earlier instance leaves what is there, and Flyway must find it as it is. */
  private static Optional<ResolvedMigration> migration(
      Run run, DatabaseObject object, Situation situation, Map<String, HistoryRow> history) {
    Optional<HistoryRow> row = Optional.ofNullable(history.get(Description.of(object)));
    boolean isLeft =
        switch (situation.instance()) {
          case CURRENT -> false;
          case EARLIER -> situation.isLive(object);
          case BEHIND -> true;
        };
    if (!isLeft) {
      return Optional.of(new PlPythonMigration(run, object));
    }
    return row.map(it -> new AbsentMigration(run, it.description(), Fate.KEPT, "", row));
  }

  private Situation situation(
      Instance instance,
      HistoryName name,
      Map<String, HistoryRow> history,
      Past past,
      Absences absences,
      PlanSettings plan) {
    Map<String, HistoryRow> live =
        history.entrySet().stream()
            .filter(it -> !it.getValue().isRemoval())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    boolean isCurrent = instance == Instance.CURRENT;
    List<DatabaseObject> wanted =
        objects.stream().filter(it -> isCurrent || !live.containsKey(Description.of(it))).toList();
    Set<String> wantedNow =
        wanted.stream()
            .map(it -> Description.withoutTurn(Description.of(it)))
            .collect(Collectors.toSet());
    List<String> staying =
        past.objects().stream()
            .filter(it -> !absences.removes(it) && !wantedNow.contains(Description.of(it)))
            .map(Registered::identity)
            .toList();
    return new Situation(
        instance,
        name,
        live,
        past.objects(),
        release,
        isCurrent && !past.releases().isLatest(release) ? Optional.of(release) : Optional.empty(),
        wanted,
        wanted.stream().filter(it -> isAsItsSource(live.get(Description.of(it)), it)).toList(),
        plan.protecting(staying),
        settings.deploySettings());
  }

  private static boolean isAsItsSource(@Nullable HistoryRow row, DatabaseObject object) {
    return row != null && Objects.equals(row.checksum(), object.checksum().crc32());
  }

  /** Who may not read the registry gets no worse an answer than who has none, until he deploys. */
  private static Past past(JoinedDeployment deployment) {
    try {
      return deployment.past();
    } catch (DeployException unreadable) {
      LOG.warn(Wording.of(unreadable));
      return Past.UNKNOWN;
    }
  }

  private Instance instance(History history, ReleaseLog releases) {
    if (settings.isAllowDowngrade()) {
      return Instance.CURRENT;
    }
    Optional<MigrationVersion> known = LocalVersions.highest(context, scripts);
    Optional<MigrationVersion> later =
        history.highest().filter(it -> known.isEmpty() || it.compareTo(known.get()) > 0);
    if (later.isPresent()) {
      LOG.warn(
          "The history has version "
              + later.get()
              + ", which is later than any migration here: this is an earlier release, and leaves"
              + " all Python functions and triggers as the later one made them.");
      return Instance.BEHIND;
    } else if (releases.isSuperseded(release)) {
      LOG.warn(
          "These Python sources were deployed before, and others since: what those changed or added"
              + " stays, and only what is missing is installed. To go back to these for good, set"
              + " flyway.plpython.allowDowngrade=true for one migrate.");
      return Instance.EARLIER;
    }
    return Instance.CURRENT;
  }
}
