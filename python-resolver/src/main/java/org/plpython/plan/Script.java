package org.plpython.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.Installed;
import org.plpython.catalog.RegistryTable;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Decision.Note;
import org.plpython.plan.Decision.Remove;
import org.plpython.sql.DependentStatements;
import org.plpython.sql.DropStatements;
import org.plpython.sql.RegistryRow;
import org.plpython.sql.RegistryStatements;

/** Puts the statements of changes into an order in which the server takes them. */
final class Script {
  /** A statement about more rows than these would be too long to read, and no faster. */
  private static final int ROWS = 500;

  private final RegistryTable registry;
  private final RegistryStatements rows;
  private final boolean hasRegistry;
  private final ChangeStatements statements;
  private final List<Step> steps = new ArrayList<>();

  Script(RegistryTable registry, PlanSettings settings, ChangeStatements statements) {
    this.registry = registry;
    this.rows = new RegistryStatements(registry, settings.project().orElse(""));
    this.hasRegistry = settings.registry().isPresent();
    this.statements = statements;
  }

  /**
   * All statements.
   *
   * @param notes objects that are only noted in the registry
   * @param vanished rows of what is neither wanted nor there
   * @param unmarked what is up to date, and known to be so only after a close look
   * @param hanging in the database, by the oid of what is dropped
   */
  List<Step> steps(
      List<Change> changes,
      List<Note> notes,
      List<Remove> vanished,
      List<Target> unmarked,
      Map<Long, List<Dependent>> hanging) {
    DropOrder drops = new DropOrder(changes, hanging);
    List<Change.Recreate> recreated = of(changes, Change.Recreate.class);
    Collection<Dependent> dependents = dependents(recreated);
    dependents.forEach(it -> add(new DependentStatements(it).drop(), Optional.empty()));
    for (Change change : drops.early()) {
      add(drop(change), change.after().map(Target::object));
    }
    for (Change change : CreationOrder.of(changes, Change.class)) {
      make(change);
    }
    List<String> rest = new ArrayList<>();
    reversed(dependents).forEach(it -> rest.addAll(new DependentStatements(it).create()));
    drops.late().forEach(change -> rest.addAll(drop(change)));
    if (hasRegistry) {
      List<String> record = record(changes, notes, vanished);
      rest.addAll(record);
      // nothing is written for the marks alone
      rest.addAll(record.isEmpty() || !registry.isMarked() ? List.of() : marks(unmarked));
    }
    if (!rest.isEmpty()) {
      add(List.of(RegistryStatements.CATALOG_PATH), Optional.empty());
      add(rest, Optional.empty());
    }
    return steps;
  }

  private static <T extends Change> List<T> of(List<Change> changes, Class<T> kind) {
    return changes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<String> drop(Change change) {
    return DropStatements.of(change.present().orElseThrow());
  }

  private static <T> List<T> reversed(Collection<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  /** Each once; what hangs on two routines stands before what it hangs on in both lists. */
  private static Collection<Dependent> dependents(List<Change.Recreate> recreated) {
    Map<String, Dependent> all = new LinkedHashMap<>();
    for (Change.Recreate change : recreated) {
      change.dependents().forEach(it -> all.putIfAbsent(Refusals.name(it), it));
    }
    return all.values();
  }

  private void make(Change change) {
    if (change instanceof Change.Create create) {
      add(statements.creation(create.target()), Optional.of(create.target().object()));
    } else if (change instanceof Change.Replace replace) {
      add(statements.replacement(replace), Optional.of(replace.target().object()));
    } else if (change instanceof Change.Recreate recreate) {
      add(statements.recreation(recreate), Optional.of(recreate.target().object()));
    }
  }

  private List<String> record(List<Change> changes, List<Note> notes, List<Remove> vanished) {
    List<String> sql = new ArrayList<>();
    for (Change.Recreate change : of(changes, Change.Recreate.class)) {
      renamed(change.before(), change.item()).ifPresent(sql::add);
    }
    List<List<RegistryRow>> batches = batches(changes, notes);
    batches.forEach(batch -> sql.add(rows.record(batch)));
    sql.addAll(forgotten(of(changes, Change.Drop.class), vanished, sql.isEmpty()));
    if (!sql.isEmpty() && !registry.exists()) {
      // before anything else, as a new event trigger must not see it
      addFirst(rows.create());
    } else if (!batches.isEmpty() && !registry.isMarked()) {
      addFirst(rows.upgrade());
    }
    return sql;
  }

  /**
   * Takes rows out of the registry; with the last one goes the table.
   *
   * @param isAll whether nothing else is done to it
   */
  private List<String> forgotten(List<Change.Drop> dropped, List<Remove> vanished, boolean isAll) {
    List<String> sql = new ArrayList<>();
    for (Change.Drop change : dropped) {
      sql.add(rows.forget(change.item().kind(), change.item().identity()));
    }
    vanished.forEach(it -> sql.add(rows.forget(it.row().kind(), it.row().identity())));
    boolean isLast = isAll && !sql.isEmpty() && sql.size() == registry.rows();
    return isLast && registry.isOwn() ? rows.drop() : sql;
  }

  private Optional<String> renamed(Installed before, Item item) {
    boolean isSame = before.kind().equals(item.kind()) && before.identity().equals(item.identity());
    return isSame || !registry.exists()
        ? Optional.empty()
        : Optional.of(rows.rename(before.kind(), before.identity(), item.kind(), item.identity()));
  }

  private List<List<RegistryRow>> batches(List<Change> changes, List<Note> notes) {
    Map<String, List<RegistryRow>> byQuery = new LinkedHashMap<>();
    for (Change change : changes) {
      change.after().ifPresent(it -> addRow(byQuery, it, found(change)));
    }
    notes.forEach(note -> addRow(byQuery, note.target(), found(note)));
    return batches(byQuery);
  }

  private List<String> marks(List<Target> unmarked) {
    Map<String, List<RegistryStatements.Marked>> byQuery = new LinkedHashMap<>();
    for (Target it : unmarked) {
      byQuery
          .computeIfAbsent(query(it), query -> new ArrayList<>())
          .add(
              new RegistryStatements.Marked(
                  it.object().kind(), it.identity(), it.table().orElse(""), it.name()));
    }
    return batches(byQuery).stream().map(rows::mark).toList();
  }

  private static <T> List<List<T>> batches(Map<String, List<T>> byQuery) {
    List<List<T>> batches = new ArrayList<>();
    for (List<T> all : byQuery.values()) {
      for (int i = 0; i < all.size(); i += ROWS) {
        batches.add(all.subList(i, Math.min(all.size(), i + ROWS)));
      }
    }
    return batches;
  }

  /** What a change takes over from others. */
  private static Optional<String> found(Change change) {
    return change.present().filter(it -> it.recorded().isEmpty()).map(it -> "");
  }

  /** What is taken over as it is. */
  private Optional<String> found(Note note) {
    return note.before().recorded().isEmpty()
        ? Optional.of(definition(note.target()))
        : Optional.empty();
  }

  private String definition(Target target) {
    return String.join(";\n", statements.creation(target));
  }

  private void addRow(
      Map<String, List<RegistryRow>> byQuery, Target target, Optional<String> found) {
    byQuery
        .computeIfAbsent(query(target), query -> new ArrayList<>())
        .add(
            new RegistryRow(
                target.object().kind(),
                target.identity(),
                target.object().identity(),
                target.table().orElse(""),
                target.name(),
                target.item().source(),
                target.object().checksum().sha256(),
                target.undeclared(),
                found,
                definition(target)));
  }

  private static String query(Target target) {
    String kind = target.object().kind();
    return kind.endsWith("trigger") ? kind : "routine";
  }

  private void addFirst(List<String> sql) {
    steps.addAll(0, sql.stream().map(it -> new Step(it, Optional.empty())).toList());
  }

  private void add(List<String> sql, Optional<DatabaseObject> object) {
    sql.forEach(statement -> steps.add(new Step(statement, object)));
  }
}
