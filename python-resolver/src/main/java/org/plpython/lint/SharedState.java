package org.plpython.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plpython.descriptor.Declaration;
import org.plpython.python.Occurrence;
import org.plpython.python.Occurrence.Binding;
import org.plpython.python.Occurrence.Call;
import org.plpython.python.Occurrence.Store;
import org.plpython.python.PythonFile;
import org.plpython.python.Reference;
import org.plpython.python.Statement.Other;
import org.plpython.source.Severity;

/** A variable of a file that several functions use, and one of them changes. */
final class SharedState implements Rule {
  private static final Set<String> CHANGING =
      Set.of(
          "add",
          "append",
          "appendleft",
          "clear",
          "discard",
          "extend",
          "insert",
          "pop",
          "popitem",
          "popleft",
          "remove",
          "reverse",
          "setdefault",
          "sort",
          "update");

  @Override
  public String id() {
    return "shared-state";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    Set<Variable> reported = new HashSet<>();
    changes(project)
        .filter(change -> change.place().site().isDeferred())
        .forEach(
            change -> {
              List<Declaration> users = users(project, change);
              List<Declaration> changers = project.runningWith(change.place().site().statement());
              if (users.size() > 1 && !changers.isEmpty() && reported.add(change.variable())) {
                report(change, changers.get(0), users, findings);
              }
            });
  }

  private record Variable(PythonFile file, String name) {}

  private record Change(Occurrence place, Variable variable) {
    Change(Occurrence place, String name) {
      this(place, new Variable(place.site().file(), name));
    }
  }

  private static Stream<Change> changes(Project project) {
    return Stream.of(
            project
                .running(Binding.class)
                .filter(Binding::isGlobal)
                .map(it -> new Change(it, it.name())),
            project.running(Store.class).flatMap(it -> change(it, it.target())),
            project
                .running(Call.class)
                .filter(it -> CHANGING.contains(it.function().lastName()))
                .flatMap(it -> change(it, it.function())))
        .flatMap(changes -> changes);
  }

  private static Stream<Change> change(Occurrence place, Reference target) {
    return target.root() == Reference.Root.FILE
        ? Stream.of(new Change(place, target.name().replaceFirst("[.\\[(].*", "")))
        : Stream.empty();
  }

  /** The declarations that run with a statement which makes the variable. */
  private static List<Declaration> users(Project project, Change change) {
    return change.variable().file().binding(change.variable().name()).stream()
        .filter(Other.class::isInstance)
        .flatMap(statement -> project.runningWith(statement).stream())
        .distinct()
        .toList();
  }

  private static void report(
      Change change, Declaration changer, List<Declaration> users, Findings findings) {
    Optional<Declaration> other = users.stream().filter(it -> it != changer).findFirst();
    findings.report(
        change.place(),
        "'%s' changes '%s', of which '%s' has a copy of its own"
            .formatted(
                changer.function().name(),
                change.variable().name(),
                other.orElse(changer).function().name()),
        "In the database each function has its own copy of the file's variables, in each session:"
            + " keep in a table what several functions share.");
  }
}
