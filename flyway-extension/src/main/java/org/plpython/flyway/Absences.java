package org.plpython.flyway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogFactory;
import org.plpython.catalog.Registered;
import org.plpython.deploy.JoinedDeployment.Past;
import org.plpython.flyway.AbsentMigration.Fate;
import org.plpython.flyway.Situation.Instance;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.PlanSettings.Removal;
import org.plpython.settings.RemovalPolicy;

/** What becomes of objects that the history or the registry has, and the sources have not. */
final class Absences {
  private static final Log LOG = LogFactory.getLog(Absences.class);

  private final RemovalPolicy policy;
  private final Removal removal;
  private final Instance instance;
  private final String release;
  private final Past past;
  private final Map<String, HistoryRow> history;
  private final Map<String, Registered> registered = new TreeMap<>();
  private final Set<String> others = new HashSet<>();
  private final Map<String, Fate> fates = new TreeMap<>();
  private final Set<String> removed = new HashSet<>();

  /**
   * Decides.
   *
   * @param history the last row of each object of ours, by description
   */
  Absences(
      RemovalPolicy policy,
      Removal removal,
      Instance instance,
      String release,
      Past past,
      Map<String, HistoryRow> history,
      List<DatabaseObject> objects) {
    this.policy = policy;
    this.removal = removal;
    this.instance = instance;
    this.release = release;
    this.past = past;
    this.history = history;
    past.objects().forEach(it -> registered.put(Description.of(it), it));
    past.others().forEach(it -> others.add(Description.of(it)));
    Set<String> descriptions = new TreeSet<>();
    Set<String> wanted = new HashSet<>();
    for (DatabaseObject object : objects) {
      descriptions.add(Description.of(object));
      wanted.add(Description.withoutTurn(Description.of(object)));
    }
    for (String description : candidates(wanted)) {
      if (!descriptions.contains(description)) {
        fates.put(description, fate(description, wanted));
      }
    }
    fates.forEach(
        (description, fate) -> {
          if (fate == Fate.REMOVED) {
            removed.add(Description.withoutTurn(description));
          }
        });
  }

  private Set<String> candidates(Set<String> wanted) {
    Set<String> candidates = new TreeSet<>(history.keySet());
    if (instance == Instance.CURRENT) {
      Set<String> known = new HashSet<>();
      history.keySet().forEach(it -> known.add(Description.withoutTurn(it)));
      registered.keySet().stream()
          .filter(it -> !known.contains(it) && !wanted.contains(it))
          .forEach(candidates::add);
    }
    return candidates;
  }

  /** One whose turn has changed is wanted under another description. */
  private Fate fate(String description, Set<String> wanted) {
    String object = Description.withoutTurn(description);
    return wanted.contains(object)
        ? Fate.KEPT
        : fate(
            Optional.ofNullable(history.get(description)),
            Optional.ofNullable(registered.get(object)));
  }

  private Fate fate(Optional<HistoryRow> row, Optional<Registered> object) {
    if (object.isEmpty() && row.filter(it -> isOfOthers(it.description())).isPresent()) {
      return Fate.KEPT;
    }
    boolean stays =
        instance != Instance.CURRENT
            || policy == RemovalPolicy.NEVER
            || object.filter(it -> !removal.covers(it)).isPresent();
    if (stays || (object.isEmpty() && row.filter(HistoryRow::isRemoval).isPresent())) {
      return Fate.KEPT;
    }
    if (object.isEmpty()) {
      row.ifPresent(Absences::warnOfUnknown);
    }
    boolean isDue =
        policy == RemovalPolicy.NOW
            || object.isEmpty()
            || row.filter(HistoryRow::isDeferral).filter(it -> !isOfThisRelease(it)).isPresent();
    return isDue ? Fate.REMOVED : Fate.DEFERRED;
  }

  private static void warnOfUnknown(HistoryRow row) {
    LOG.warn(
        "The "
            + Description.withoutTurn(row.description())
            + " ("
            + row.source()
            + ") is no longer in the sources, and the registry does not know it: if it is in the"
            + " database, it stays there.");
  }

  /** Several projects may have one history. */
  private boolean isOfOthers(String description) {
    return others.contains(Description.withoutTurn(description));
  }

  private boolean isOfThisRelease(HistoryRow deferral) {
    return Objects.equals(deferral.checksum(), AbsentMigration.deferral(release));
  }

  /** Whether an object is dropped. */
  boolean removes(Registered object) {
    return removed.contains(Description.of(object));
  }

  /**
   * Looks whether that is too much.
   *
   * @throws FlywayException if more would be removed than may be
   */
  void refuseTooMany() {
    long gone = past.objects().stream().filter(this::removes).count();
    removal
        .refusal(gone, past.objects().size() - gone)
        .ifPresent(
            refusal -> {
              throw new FlywayException(Wording.of(refusal.toString()));
            });
  }

  /** The migrations that stand in their place. */
  List<AbsentMigration> migrations(Run run) {
    Map<String, String> sources = sources();
    List<AbsentMigration> migrations = new ArrayList<>();
    fates.forEach(
        (description, fate) ->
            migrations.add(
                new AbsentMigration(
                    run,
                    description,
                    fate,
                    sources.getOrDefault(description, ""),
                    Optional.ofNullable(history.get(description)))));
    return migrations;
  }

  /** Where the objects were, as far as anybody knows. */
  private Map<String, String> sources() {
    Map<String, String> sources = new HashMap<>();
    registered.forEach((description, object) -> sources.put(description, object.source()));
    history.forEach((description, row) -> sources.put(description, row.source()));
    return sources;
  }
}
