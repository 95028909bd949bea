package org.plpython.python;

import java.util.List;
import java.util.Set;
import org.plpython.python.Statement.ClassDefinition;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.Function;
import org.plpython.python.Statement.Other;
import org.plpython.python.Statement.Other.Effect;

/** A top-level statement among those of all files, its names found. */
final class Unit {
  private final PythonFile file;
  private final int index;
  private final Statement statement;
  private final List<Decorator> decorators;
  private final Linked names;

  /**
   * What a statement and its decorators do, over all files.
   *
   * @param binds what it binds
   * @param uses what it refers to, what it imports included
   * @param stores what it stores into
   * @param changes what it changes by itself, that included
   * @param passes what it hands to a call or changes: what is found there may change too
   * @param handed what of that is not only called
   * @param later what functions in it change when they are called
   * @param handedLater what functions in it hand to a call
   */
  record Linked(
      Set<Symbol> binds,
      Set<Symbol> uses,
      Set<Symbol> stores,
      Set<Symbol> changes,
      Set<Symbol> passes,
      Set<Symbol> handed,
      Set<Symbol> later,
      Set<Symbol> handedLater) {}

  /**
   * A statement.
   *
   * @param index its place in the file
   * @param decorators those that are run
   * @param names of the statement and of these decorators
   */
  Unit(PythonFile file, int index, Statement statement, List<Decorator> decorators, Linked names) {
    this.file = file;
    this.index = index;
    this.statement = statement;
    this.decorators = decorators;
    this.names = names;
  }

  PythonFile file() {
    return file;
  }

  int index() {
    return index;
  }

  Statement statement() {
    return statement;
  }

  List<Decorator> decorators() {
    return decorators;
  }

  Linked names() {
    return names;
  }

  List<ImportClause> imports() {
    return statement.names().imports();
  }

  /** Whether running it calls something. */
  boolean calls() {
    return !statement.names().passes().isEmpty() || !decorators.isEmpty();
  }

  private Effect effect() {
    return statement instanceof Other other ? other.effect() : Effect.ANY;
  }

  /** Whether it is run in the server. */
  boolean isRun() {
    return effect() != Effect.MAIN_GUARD;
  }

  boolean isDocstring() {
    return effect() == Effect.DOCSTRING;
  }

  /** Whether running it may change what others bound. */
  boolean hasEffects() {
    return effect() == Effect.ANY;
  }

  /** Whether what it binds has a state that a call may change. */
  boolean bindsVariables() {
    return statement instanceof ClassDefinition
        || (statement instanceof Other other && other.effect() == Effect.ANY);
  }

  /** The decorators that a statement carries. */
  static List<Decorator> decoratorsOf(Statement statement) {
    if (statement instanceof Function function) {
      return function.decorators();
    }
    return statement instanceof ClassDefinition definition ? definition.decorators() : List.of();
  }
}
