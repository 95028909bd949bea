package org.plpython.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.python.Expression;
import org.plpython.python.Names;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;
import org.plpython.python.Statement.ImportedName;
import org.plpython.python.Statement.Other;
import org.plpython.python.Statement.Other.Effect;

/** Tells which top-level statements run with a declaration: what it names, and what that names. */
final class Travel {
  private final SourceModules modules;
  private final IdentityHashMap<PythonFile, Map<String, List<Statement>>> indexes =
      new IdentityHashMap<>();

  Travel(SourceModules modules) {
    this.modules = modules;
  }

  /** The statements, of the declaration's file and of those that it imports. */
  Collection<Statement> with(Declaration declaration) {
    Search search = new Search();
    search.add(declaration.file(), declaration.function());
    if (declaration instanceof TriggerDeclaration trigger) {
      trigger.triggers().stream()
          .flatMap(options -> options.model().stream())
          .filter(Expression.Name.class::isInstance)
          .forEach(model -> search.open(trigger.file(), ((Expression.Name) model).id()));
    }
    return search.run();
  }

  private record Name(PythonFile file, String name) {}

  private final class Search {
    private final IdentityHashMap<Statement, PythonFile> found = new IdentityHashMap<>();
    private final Set<Name> seen = new HashSet<>();
    private final Deque<Name> open = new ArrayDeque<>();

    Collection<Statement> run() {
      while (!open.isEmpty()) {
        Name next = open.pop();
        for (Statement statement : affecting(next)) {
          add(next.file(), statement);
          follow(next, statement);
        }
      }
      return found.keySet();
    }

    void open(PythonFile file, String name) {
      Name next = new Name(file, name);
      if (seen.add(next)) {
        open.push(next);
      }
    }

    void add(PythonFile file, Statement statement) {
      if (found.put(statement, file) == null) {
        open(file, "");
        uses(statement).forEach(name -> open(file, name));
      }
    }

    private void follow(Name next, Statement statement) {
      for (ImportedName imported : statement.imported()) {
        if (imported.name().equals(next.name())) {
          modules.find(imported.origin(), next.file()).ifPresent(target -> openTarget(target));
        }
      }
    }

    private void openTarget(SourceModules.Target target) {
      target
          .name()
          .map(Stream::of)
          .orElseGet(() -> index(target.file()).keySet().stream())
          .forEach(name -> open(target.file(), name));
    }
  }

  /** The names themselves, without the attributes that are taken of them. */
  private static Stream<String> uses(Statement statement) {
    return Stream.concat(
            statement.names().uses().stream(),
            statement.decorators().stream().flatMap(decorator -> decorator.names().uses().stream()))
        .map(name -> name.replaceFirst("\\..*", ""));
  }

  private List<Statement> affecting(Name name) {
    return index(name.file()).getOrDefault(name.name(), List.of());
  }

  private Map<String, List<Statement>> index(PythonFile file) {
    return indexes.computeIfAbsent(file, Travel::indexed);
  }

  /** The statements by the names that they bind or change; those of any function under none. */
  private static Map<String, List<Statement>> indexed(PythonFile file) {
    Map<String, List<Statement>> index = new HashMap<>();
    for (Statement statement : file.statements()) {
      affected(statement)
          .forEach(name -> index.computeIfAbsent(name, n -> new ArrayList<>()).add(statement));
    }
    return index;
  }

  private static Set<String> affected(Statement statement) {
    if (statement instanceof Other other && other.effect() == Effect.MAIN_GUARD) {
      return Set.of();
    }
    Names names = statement.names();
    Set<String> affected = new HashSet<>(names.binds());
    affected.addAll(names.stores());
    affected.addAll(names.receivers());
    if (statement.imported().stream().anyMatch(Travel::isForAll)) {
      affected.add("");
    }
    return affected;
  }

  private static boolean isForAll(ImportedName imported) {
    return imported.name().equals("*") || imported.origin().startsWith("__future__.");
  }
}
