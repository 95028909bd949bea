package org.plpython.python;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.Other;
import org.plpython.python.Statement.Other.Effect;

/** Tells which statements of a file may affect which of its names when the file is run. */
final class Reach {
  private final Map<String, Set<String>> usedThrough = new HashMap<>();
  private final Set<String> variables = new HashSet<>();
  private final Map<Statement, Set<String>> affectedNames = new HashMap<>();

  Reach(PythonFile file) {
    for (Statement statement : file.statements()) {
      for (String name : statement.names().binds()) {
        usedThrough.computeIfAbsent(name, n -> new HashSet<>()).addAll(statement.names().uses());
        if (statement instanceof Other other && other.effect() == Effect.ANY) {
          variables.add(name);
        }
      }
    }
    file.statements().forEach(statement -> affectedNames.put(statement, affected(statement)));
  }

  /** Whether running the statement may bind or change one of the names. */
  boolean mayAffect(Statement statement, Set<String> names) {
    return !Collections.disjoint(affectedNames.getOrDefault(statement, Set.of()), names);
  }

  /**
   * What a statement binds, what it stores into, and what that or a call in it may change:
   * variables that can be reached from what it evaluates, and, where it is there for its effect
   * only, every name in it ({@code random.seed(1)}).
   */
  private Set<String> affected(Statement statement) {
    if (statement instanceof Other other && other.effect() == Effect.MAIN_GUARD) {
      return Set.of();
    }
    Set<String> affected = new HashSet<>(statement.names().binds());
    affected.addAll(statement.names().stores());
    Set<String> passed = new HashSet<>(statement.names().passes());
    for (Decorator decorator : Bundler.decorators(statement)) {
      passed.addAll(decorator.names().passes());
    }
    passed.addAll(statement.names().stores());
    Set<String> reached = reachedFrom(passed);
    reached.retainAll(variables);
    affected.addAll(reached);
    if (statement.names().binds().isEmpty()) {
      affected.addAll(passed);
    }
    return affected;
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
