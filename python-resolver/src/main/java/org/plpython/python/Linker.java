package org.plpython.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plpython.python.References.Purpose;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.ImportedName;

/** Makes the statements of a file units among those of all files. */
final class Linker {
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

  private final SourceTree tree;
  private final References references;
  private final Predicate<String> isMark;

  /**
   * Over all files.
   *
   * @param isMark tells qualified names that only declare: decorators of theirs are not run
   */
  Linker(SourceTree tree, References references, Predicate<String> isMark) {
    this.tree = tree;
    this.references = references;
    this.isMark = isMark;
  }

  /** The file's statements, in order. */
  List<Unit> link(PythonFile file) {
    Set<String> stateless = new HashSet<>();
    file.statements().forEach(statement -> addStateless(statement, stateless));
    List<Unit> units = new ArrayList<>();
    for (Statement statement : file.statements()) {
      List<Decorator> decorators =
          Unit.decoratorsOf(statement).stream().filter(d -> !isMark(file, d)).toList();
      Set<String> unchanged = statement.names().binds().isEmpty() ? Set.of() : stateless;
      units.add(
          new Unit(
              file,
              units.size(),
              statement,
              decorators,
              link(file, statement, decorators, unchanged)));
    }
    return units;
  }

  private void addStateless(Statement statement, Set<String> stateless) {
    for (ImportedName imported : statement.imported()) {
      String module = ImportClause.root(imported.origin());
      if (STATELESS.contains(module) && tree.module(module).isEmpty()) {
        stateless.add(imported.name());
      }
    }
  }

  private boolean isMark(PythonFile file, Decorator decorator) {
    return file.qualify(decorator.expression().called()).filter(isMark).isPresent();
  }

  private Unit.Linked link(
      PythonFile file, Statement statement, List<Decorator> decorators, Set<String> unchanged) {
    Names names = statement.names();
    Set<Symbol> uses = references.find(file, all(Names::uses, names, decorators), Purpose.USE);
    for (ImportClause clause : names.imports()) {
      Set<Symbol> origin = references.find(file, clause);
      uses.addAll(origin);
      references.symbol(file, clause.name()).contents().addAll(origin);
    }
    Set<Symbol> stores = references.find(file, without(unchanged, names.stores()), Purpose.CHANGE);
    Set<String> receivers = without(unchanged, all(Names::receivers, names, decorators));
    Set<Symbol> changes = references.find(file, receivers, Purpose.CHANGE);
    changes.addAll(stores);
    Set<Symbol> passes = references.find(file, all(Names::passes, names, decorators), Purpose.PASS);
    if (names.binds().isEmpty()) {
      changes.addAll(passes);
    }
    passes.addAll(changes);
    Set<Symbol> handed = references.find(file, all(Names::handed, names, decorators), Purpose.PASS);
    Set<Symbol> later = references.find(file, names.later(), Purpose.CHANGE);
    Set<Symbol> handedLater = references.find(file, names.handedLater(), Purpose.PASS);
    return new Unit.Linked(
        symbols(file, names.binds()), uses, stores, changes, passes, handed, later, handedLater);
  }

  private Set<Symbol> symbols(PythonFile file, Set<String> names) {
    Set<Symbol> symbols = new HashSet<>();
    names.forEach(name -> symbols.add(references.symbol(file, name)));
    return symbols;
  }

  private static Set<String> all(
      Function<Names, Set<String>> kind, Names names, List<Decorator> decorators) {
    Set<String> all = new HashSet<>(kind.apply(names));
    decorators.forEach(decorator -> all.addAll(kind.apply(decorator.names())));
    return all;
  }

  private static Set<String> without(Set<String> roots, Collection<String> names) {
    Set<String> kept = new HashSet<>(names);
    kept.removeIf(name -> roots.contains(ImportClause.root(name)));
    return kept;
  }
}
