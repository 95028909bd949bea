package org.plpython.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plpython.catalog.Catalog;
import org.plpython.catalog.Installed;
import org.plpython.catalog.Registered;
import org.plpython.catalog.Trial;
import org.plpython.catalog.Wanted;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.TrialStatements;

/**
 * Puts what shall be there beside what is there: by identity, and where a routine has got other
 * argument types, by name.
 */
final class Comparison {
  private static final Set<String> OF_ROUTINE =
      Set.of("arguments", "returns", "cost", "rows", "set");
  private static final Set<String> NEVER_TRIED = Set.of("comment", "execute", "owner");

  private final String project;
  private final TargetResolver resolver;
  private final PlanSettings.Removal removal;
  private final List<Target> targets;
  private final List<Target> pending;
  private final Catalog catalog;
  private final Map<Key, Installed> installed = new LinkedHashMap<>();
  private final Map<Key, Registered> registered = new LinkedHashMap<>();
  private final Map<Key, Target> wanted = new HashMap<>();
  private final Map<String, List<String>> foreign;
  private final Map<String, List<Registered>> vanished;
  private final Map<String, Installed> renamed;
  private final List<Registered> gone;

  Comparison(
      PlanSettings settings, TargetResolver resolver, List<Target> targets, Catalog catalog) {
    this.project = settings.project().orElse("");
    this.removal = settings.removal();
    this.resolver = resolver;
    this.targets = List.copyOf(targets);
    this.pending =
        targets.stream().filter(it -> !catalog.upToDate().contains(it.identity())).toList();
    this.catalog = catalog;
    catalog.installed().forEach(it -> installed.put(new Key(it.kind(), it.identity()), it));
    catalog.registered().forEach(it -> registered.put(new Key(it.kind(), it.identity()), it));
    targets.forEach(it -> wanted.put(key(it), it));
    foreign = foreign();
    vanished =
        abandoned()
            .filter(row -> installed(row).isEmpty())
            .collect(Collectors.groupingBy(row -> row.kind() + " " + row.name()));
    renamed = renamed();
    gone = gone(renamed.values());
  }

  /** What is looked for in the catalog. */
  static List<Wanted> wanted(List<Target> targets) {
    return targets.stream()
        .map(
            it ->
                new Wanted(
                    it.object().kind(),
                    it.schema(),
                    it.name(),
                    it.identity(),
                    it.item().source(),
                    it.object().checksum().sha256()))
        .toList();
  }

  private static Key key(Target target) {
    return new Key(target.object().kind(), target.identity());
  }

  /** Functions, procedures and aggregates share their names. */
  private record Key(String space, String identity) {
    Key {
      space = space.endsWith("trigger") ? space : "routine";
    }
  }

  /** How many targets are there already, as they shall be. */
  int done() {
    return targets.size() - pending.size();
  }

  /** Those of them that the registry has no mark of. */
  List<Target> unmarked() {
    return targets.stream().filter(it -> catalog.unmarked().contains(it.identity())).toList();
  }

  /** The likenesses that show how the server reads what is there already and may have to change. */
  List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (Target target : pending) {
      if (installed.containsKey(key(target))) {
        TrialStatements.of(
                target.object(), target.identity(), "plpython_trial_" + (trials.size() + 1))
            .ifPresent(trials::add);
      }
    }
    return trials;
  }

  /**
   * Each target that may have to change, beside what is there.
   *
   * @param tried what the server made of the likenesses, by identity
   */
  List<Match> matches(Map<String, SortedMap<String, String>> tried) {
    List<Match> matches = new ArrayList<>();
    for (Target target : pending) {
      Optional<Installed> before =
          Optional.ofNullable(installed.get(key(target)))
              .or(() -> Optional.ofNullable(renamed.get(target.identity())));
      Optional<Registered> row =
          Optional.ofNullable(registered.get(key(target)))
              .or(() -> before.map(it -> registered.get(new Key(it.kind(), it.identity()))))
              .or(() -> before.filter(this::mayBeOurs).flatMap(it -> moved(target)));
      SortedMap<String, String> attributes =
          asServerWrites(target, tried.getOrDefault(target.identity(), new TreeMap<>()));
      matches.add(new Match(target, before, row, attributes));
    }
    return matches;
  }

  private SortedMap<String, String> asServerWrites(Target target, SortedMap<String, String> tried) {
    String kind = target.object().kind();
    SortedMap<String, String> attributes = resolver.attributes(target.object());
    tried.forEach(
        (name, value) -> {
          boolean tells =
              switch (kind) {
                case "trigger" -> name.equals("condition");
                case "aggregate" -> !NEVER_TRIED.contains(name);
                default -> OF_ROUTINE.contains(name);
              };
          if (tells) {
            attributes.put(name, value);
          }
        });
    return attributes;
  }

  /** The rows of the project for what the sources do not hold, in their order. */
  List<Registered> gone() {
    return gone;
  }

  private List<Registered> gone(Collection<Installed> renamed) {
    Set<Registered> staying =
        renamed.stream()
            .map(it -> registered.get(new Key(it.kind(), it.identity())))
            .collect(Collectors.toSet());
    return abandoned().filter(row -> !staying.contains(row)).toList();
  }

  private Stream<Registered> abandoned() {
    return registered.values().stream()
        .filter(row -> row.project().equals(project) && !project.isEmpty())
        .filter(row -> !wanted.containsKey(new Key(row.kind(), row.identity())));
  }

  /** What the sources do not hold and nobody's project has; only where no project is given. */
  List<Registered> unclaimed() {
    return registered.values().stream()
        .filter(row -> project.isEmpty() && row.project().isEmpty())
        .filter(row -> !wanted.containsKey(new Key(row.kind(), row.identity())))
        .filter(row -> installed(row).isPresent())
        .toList();
  }

  /** How many objects of the project the registry has that stay, perhaps changed. */
  long staying() {
    return registered.values().stream().filter(row -> row.project().equals(project)).count()
        - gone.size();
  }

  /** What is there of a row; an object of another kind that has its identity is another one. */
  Optional<Installed> installed(Registered row) {
    return Optional.ofNullable(installed.get(new Key(row.kind(), row.identity())))
        .filter(it -> it.kind().equals(row.kind()));
  }

  /**
   * Routines whose argument types have changed: of a name, one is new and one of ours is gone.
   * Where more than one is, nobody can say which has become which. What may not be removed stays
   * beside the new one.
   */
  private Map<String, Installed> renamed() {
    Map<String, List<Target>> created = new HashMap<>();
    for (Target target : pending) {
      if (isRoutine(target) && !installed.containsKey(key(target))) {
        created.computeIfAbsent(name(target), name -> new ArrayList<>()).add(target);
      }
    }
    Map<String, List<Installed>> left = new HashMap<>();
    abandoned()
        .filter(removal::covers)
        .flatMap(row -> installed(row).stream())
        .forEach(it -> left.computeIfAbsent(name(it), name -> new ArrayList<>()).add(it));
    Map<String, Installed> renamed = new HashMap<>();
    created.forEach(
        (name, targets) -> {
          List<Installed> before = left.getOrDefault(name, List.of());
          if (targets.size() == 1 && before.size() == 1) {
            renamed.put(targets.get(0).identity(), before.get(0));
          }
        });
    return renamed;
  }

  private static boolean isRoutine(Target target) {
    return key(target).space().equals("routine");
  }

  private static String name(Target target) {
    return target.schema() + "." + target.name();
  }

  private static String name(Installed routine) {
    return routine.kind().endsWith("trigger") ? "" : routine.schema() + "." + routine.name();
  }

  /** Routines of a target's name that no deploy of ours made, sorted. */
  List<String> foreignOverloads(Target target) {
    return isRoutine(target)
        ? foreign.getOrDefault(name(target), List.of()).stream().sorted().toList()
        : List.of();
  }

  private Map<String, List<String>> foreign() {
    Map<String, List<String>> foreign = new HashMap<>();
    for (Installed it : catalog.installed()) {
      Key key = new Key(it.kind(), it.identity());
      if (!registered.containsKey(key) && !wanted.containsKey(key)) {
        foreign.computeIfAbsent(name(it), name -> new ArrayList<>()).add(it.identity());
      }
    }
    return foreign;
  }

  /** A trigger whose function is registered, or a routine in PL/Python. */
  private boolean mayBeOurs(Installed found) {
    return found.kind().equals("trigger")
        ? registered.containsKey(new Key("routine", found.attribute("function")))
        : found.attribute("language").equals(DdlWriter.LANGUAGE);
  }

  /**
   * The row of what is there under another identity now, as its schema or its table has got another
   * one: of its name, one of ours is in neither the sources nor the database.
   */
  private Optional<Registered> moved(Target target) {
    List<Registered> rows =
        vanished.getOrDefault(target.object().kind() + " " + target.name(), List.of());
    return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
  }

  /** Whether an object that hangs on another one is wanted itself. */
  boolean isWanted(String kind, String identity) {
    return wanted.containsKey(new Key(kind, identity));
  }

  /** Those of some identities that are up to date, and so not known in detail. */
  Collection<String> unknown(Collection<String> identities) {
    return identities.stream().filter(catalog.upToDate()::contains).toList();
  }
}
