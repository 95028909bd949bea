package org.plpython.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A global name of a file, and what its object leads to. */
final class Symbol {
  /** Stands for all names of a file. */
  static final String ALL = "*";

  /** Stands for a file's module as an object, from which everything in it can be had. */
  static final String MODULE = ".";

  private final PythonFile file;
  private final String name;
  private final Set<Symbol> contents = new LinkedHashSet<>();
  private final Set<Symbol> changedByCall = new HashSet<>();
  private final List<Unit> affecting = new ArrayList<>();
  private boolean isVariable;

  Symbol(PythonFile file, String name) {
    this.file = file;
    this.name = name;
  }

  PythonFile file() {
    return file;
  }

  String name() {
    return name;
  }

  /** What may be found in its object: what a function uses, what a registry holds. */
  Set<Symbol> contents() {
    return contents;
  }

  /** What functions in it change when they are called. */
  Set<Symbol> changedByCall() {
    return changedByCall;
  }

  /** The statements that bind it or may change its object. */
  List<Unit> affecting() {
    return affecting;
  }

  /** Whether a call may change its object. */
  boolean isVariable() {
    return isVariable;
  }

  void makeVariable() {
    isVariable = true;
  }
}
