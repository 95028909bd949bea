package org.plpython.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.Installed;
import org.plpython.catalog.RegistryTable;
import org.plpython.catalog.ServerFacts;
import org.plpython.catalog.TriggerPart;
import org.plpython.object.EventTrigger;
import org.plpython.object.Routine;
import org.plpython.plan.Decision.Alter;
import org.plpython.plan.Decision.Make;
import org.plpython.plan.Decision.Note;
import org.plpython.plan.Decision.Remove;

/** Makes changes of decisions, with what hangs on the objects, and their statements. */
final class PlanBuilder {
  private static final Comparator<Change> ORDER =
      Comparator.<Change, String>comparing(change -> change.item().kind())
          .thenComparing(change -> change.item().identity());

  private final PlanSettings settings;
  private final ServerFacts server;
  private final RegistryTable registry;
  private final Comparison comparison;
  private final Decisions decisions;
  private final List<Change> changes = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Refusal> refusals;
  private final Set<String> dropped = new HashSet<>();

  PlanBuilder(
      PlanSettings settings,
      ServerFacts server,
      RegistryTable registry,
      Comparison comparison,
      Decisions decisions) {
    this.settings = settings;
    this.server = server;
    this.registry = registry;
    this.comparison = comparison;
    this.decisions = decisions;
    this.refusals = new ArrayList<>(decisions.refusals());
  }

  Plan build(Map<Long, List<Dependent>> dependents, Map<Long, List<TriggerPart>> parts) {
    List<Remove> gone = decisions(Remove.class);
    Removals removals = new Removals(gone, comparison.staying(), settings.removal());
    removals.removed().forEach(it -> dropped.add(it.row().identity()));
    Set<String> hanging = hanging(dependents);
    ChangeStatements statements = new ChangeStatements(server, parts);
    Refusals refused = new Refusals(statements);
    for (Make make : decisions(Make.class)) {
      changes.add(new Change.Create(make.target(), make.reason(), hazards(make)));
    }
    for (Alter alter : decisions(Alter.class)) {
      boolean isDropped = alter.isDropped() || hanging.contains(alter.target().identity());
      changes.add(isDropped ? recreate(alter, dependents) : replace(alter));
    }
    for (Note note : decisions(Note.class)) {
      if (hanging.contains(note.target().identity())) {
        changes.add(recreate(asAlter(note), dependents));
      } else {
        notes.add(note);
      }
    }
    removals.removed().forEach(it -> it.before().ifPresent(b -> changes.add(drop(it, b))));
    changes.sort(ORDER);
    refusals.addAll(refused.of(changes, dependents(dependents), settings.dependents()));
    removals.refusal().ifPresent(refusals::add);
    return new Plan(
        settings.project(),
        changes,
        comparison.done() + notes.size(),
        decisions.drifted().stream().map(this::replace).toList(),
        kept(removals),
        refusals,
        new Script(registry, settings, statements)
            .steps(changes, notes, vanished(removals), comparison.unmarked(), dependents));
  }

  private <T extends Decision> List<T> decisions(Class<T> kind) {
    return decisions.decided().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private List<Item> kept(Removals removals) {
    return Stream.concat(
            removals.kept().stream(), comparison.unclaimed().stream().map(Removals::item))
        .toList();
  }

  private static List<Remove> vanished(Removals removals) {
    return removals.removed().stream().filter(it -> it.before().isEmpty()).toList();
  }

  /** What is wanted, and hangs on something that is dropped and made again. */
  private Set<String> hanging(Map<Long, List<Dependent>> dependents) {
    Set<String> hanging = new HashSet<>();
    for (Alter alter : decisions(Alter.class)) {
      if (alter.isDropped()) {
        dependents.getOrDefault(alter.before().oid(), List.of()).stream()
            .filter(it -> comparison.isWanted(Refusals.kind(it), it.identity()))
            .forEach(it -> hanging.add(it.identity()));
      }
    }
    return hanging;
  }

  private static Alter asAlter(Note note) {
    return new Alter(note.target(), note.before(), Reason.SIGNATURE_CHANGED, List.of(), true);
  }

  /** What is neither ours and wanted, nor removed anyway. */
  private Map<Long, List<Dependent>> dependents(Map<Long, List<Dependent>> all) {
    Map<Long, List<Dependent>> others = new TreeMap<>();
    all.forEach((oid, list) -> others.put(oid, others(list)));
    return others;
  }

  private List<Dependent> others(List<Dependent> dependents) {
    return dependents.stream()
        .filter(it -> !comparison.isWanted(Refusals.kind(it), it.identity()))
        .filter(it -> !dropped.contains(it.identity()))
        .toList();
  }

  private Change replace(Alter alter) {
    return new Change.Replace(
        alter.target(),
        alter.before(),
        alter.reason(),
        alter.differences(),
        hazards(alter.target(), false));
  }

  private Change recreate(Alter alter, Map<Long, List<Dependent>> dependents) {
    List<Dependent> others = others(dependents.getOrDefault(alter.before().oid(), List.of()));
    List<Hazard> hazards = hazards(alter.target(), true);
    if (!others.isEmpty()) {
      hazards.add(new Hazard.Dependents(others.stream().map(Refusals::name).toList()));
    }
    return new Change.Recreate(
        alter.target(), alter.before(), alter.reason(), alter.differences(), others, hazards);
  }

  private static List<Hazard> hazards(Target target, boolean isDropped) {
    List<Hazard> hazards = new ArrayList<>();
    target.table().ifPresent(table -> hazards.add(lock(table, isDropped)));
    if (target.object() instanceof EventTrigger) {
      hazards.add(new Hazard.Superuser("event triggers are theirs alone"));
    } else if (target.object() instanceof Routine.Function function
        && (function.attributes().leakproof() || function.attributes().support().isPresent())) {
      hazards.add(new Hazard.Superuser("leakproof and support are theirs alone"));
    }
    return hazards;
  }

  private static Hazard lock(String table, boolean isDropped) {
    return new Hazard.Lock(isDropped ? "ACCESS EXCLUSIVE" : "SHARE ROW EXCLUSIVE", table);
  }

  private static List<Hazard> hazards(Make make) {
    List<Hazard> hazards = hazards(make.target(), false);
    make.overloads().forEach(identity -> hazards.add(new Hazard.Overload(identity)));
    return hazards;
  }

  private static Change drop(Remove remove, Installed before) {
    return new Change.Drop(
        Removals.item(remove.row()),
        before,
        before.table().map(table -> List.of(lock(table, true))).orElse(List.of()));
  }
}
