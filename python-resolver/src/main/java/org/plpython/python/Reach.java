package org.plpython.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.plpython.python.Statement.ClassDefinition;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.ImportedName;
import org.plpython.python.Statement.Other;
import org.plpython.python.Statement.Other.Effect;

/** Tells which statements of a file may affect which of its names when the file is run. */
final class Reach {
  /** Modules that a call of their functions, made for its result, leaves as they are. */
  private static final Set<String> STATELESS =
      Set.of(
          "base64",
          "collections",
          "dataclasses",
          "datetime",
          "decimal",
          "enum",
          "fractions",
          "functools",
          "hashlib",
          "itertools",
          "json",
          "logging",
          "math",
          "operator",
          "pathlib",
          "re",
          "statistics",
          "string",
          "textwrap",
          "typing",
          "unicodedata",
          "uuid");

  private final Function<Statement, List<Decorator>> decorators;
  private final Map<String, Set<String>> usedThrough = new HashMap<>();
  private final Map<String, Set<String>> changedThrough = new HashMap<>();
  private final Set<String> variables = new HashSet<>();
  private final Set<String> stateless = new HashSet<>();
  private final Map<String, List<Statement>> affecting = new HashMap<>();

  /**
   * For the statements of a file.
   *
   * @param decorators of a statement: those that are run
   */
  Reach(List<Statement> statements, Function<Statement, List<Decorator>> decorators) {
    this.decorators = decorators;
    statements.forEach(this::addBindings);
    while (addContents(statements)) {
      // What was put into an object may reach further objects, and so on.
    }
    for (Statement statement : statements) {
      for (String name : affectedBy(statement)) {
        affecting.computeIfAbsent(name, n -> new ArrayList<>()).add(statement);
      }
    }
  }

  /** The statements that bind the name or may change its object, in the file's order. */
  List<Statement> affecting(String name) {
    return affecting.getOrDefault(name, List.of());
  }

  /**
   * Variables are what a call may change: names bound to what is no constant, classes, and whatever
   * something stores into.
   */
  private void addBindings(Statement statement) {
    Names names = statement.names();
    for (String name : names.binds()) {
      changedThrough.computeIfAbsent(name, n -> new HashSet<>()).addAll(names.later());
      if (statement instanceof ClassDefinition
          || (statement instanceof Other other && other.effect() == Effect.ANY)) {
        variables.add(name);
      }
    }
    variables.addAll(names.stores());
    for (ImportedName imported : statement.imported()) {
      if (STATELESS.contains(imported.origin().replaceFirst("\\..*", ""))) {
        stateless.add(imported.name());
      }
    }
  }

  /**
   * What a statement uses or binds may be found in the objects that it binds or changes, from then
   * on: what a function calls, functions in a registry.
   *
   * @return whether that was news
   */
  private boolean addContents(List<Statement> statements) {
    boolean grown = false;
    for (Statement statement : statements) {
      Set<String> contents = new HashSet<>(statement.names().uses());
      contents.addAll(statement.names().binds());
      decorators.apply(statement).forEach(d -> contents.addAll(d.names().uses()));
      for (String name : affectedBy(statement)) {
        grown |= usedThrough.computeIfAbsent(name, n -> new HashSet<>()).addAll(contents);
      }
    }
    return grown;
  }

  private Set<String> affectedBy(Statement statement) {
    Effect effect = statement instanceof Other other ? other.effect() : Effect.ANY;
    if (effect == Effect.MAIN_GUARD) {
      return Set.of();
    }
    Set<String> affected = new HashSet<>(statement.names().binds());
    if (effect == Effect.ANY) {
      affected.addAll(changedBy(statement));
    }
    return affected;
  }

  /**
   * What the statement stores into or calls a method of, what can be reached from there or from
   * what it hands to a call, and, where it is there for its effect only, all that it hands over.
   */
  private Set<String> changedBy(Statement statement) {
    Names names = statement.names();
    Set<String> changed = new HashSet<>(names.stores());
    Set<String> passed = new HashSet<>(names.passes());
    changed.addAll(names.receivers());
    for (Decorator decorator : decorators.apply(statement)) {
      changed.addAll(decorator.names().receivers());
      passed.addAll(decorator.names().passes());
    }
    if (names.binds().isEmpty()) {
      changed.addAll(passed);
    } else {
      changed.removeAll(stateless);
    }
    passed.addAll(changed);
    for (String name : reachedFrom(passed)) {
      if (variables.contains(name)) {
        changed.add(name);
      }
      changed.addAll(changedThrough.getOrDefault(name, Set.of()));
    }
    return changed;
  }

  private Set<String> reachedFrom(Set<String> names) {
    Set<String> reached = new HashSet<>(names);
    Deque<String> open = new ArrayDeque<>(names);
    while (!open.isEmpty()) {
      for (String name : usedThrough.getOrDefault(open.pop(), Set.of())) {
        if (reached.add(name)) {
          open.push(name);
        }
      }
    }
    return reached;
  }
}
