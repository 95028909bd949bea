package org.plpython.lint;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.descriptor.Mark;
import org.plpython.python.Bundler;
import org.plpython.python.Occurrence;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree;
import org.plpython.python.SourceTree.FoundClass;
import org.plpython.python.StandardLibrary;
import org.plpython.python.Statement;
import org.plpython.python.Statement.Other;
import org.plpython.python.Statement.Other.Effect;

/** What is linted: files, what they declare, and which of their code runs with what. */
final class Project {
  /** Every interpreter has the one, and every function the other. */
  private static final Set<String> ALWAYS_THERE = Set.of("__main__", "plpy");

  private final List<PythonFile> files;
  private final List<Declaration> declarations;
  private final SourceTree tree;
  private final IdentityHashMap<Statement, List<Declaration>> running = new IdentityHashMap<>();

  Project(List<PythonFile> files, List<Declaration> declarations) {
    this.declarations = List.copyOf(declarations);
    this.tree = new SourceTree(files);
    Bundler bundler = new Bundler(tree, Mark::isDeclaring);
    for (Declaration declaration : declarations) {
      for (Statement statement :
          bundler.needed(declaration.file(), declaration.function(), models(declaration))) {
        running.computeIfAbsent(statement, s -> new ArrayList<>()).add(declaration);
      }
    }
    this.files =
        files.stream()
            .filter(file -> file.statements().stream().anyMatch(running::containsKey))
            .toList();
  }

  /** The classes that a trigger's rows are made objects of. */
  private List<FoundClass> models(Declaration declaration) {
    return declaration instanceof TriggerDeclaration trigger
        ? trigger.triggers().stream()
            .flatMap(options -> options.model().stream())
            .flatMap(model -> tree.classOf(declaration.file(), model).stream())
            .toList()
        : List.of();
  }

  /** The files that are needed in the database. */
  List<PythonFile> files() {
    return files;
  }

  /** What is declared in them. */
  List<Declaration> declarations() {
    return declarations;
  }

  /** The declarations that a top-level statement runs with, in order. */
  List<Declaration> runningWith(Statement statement) {
    return running.getOrDefault(statement, List.of());
  }

  /** What runs with any declaration. */
  <T extends Occurrence> Stream<T> running(Class<T> type) {
    return occurrences(type).filter(it -> running.containsKey(it.site().statement()));
  }

  /** What the files that are needed do when they are loaded, whether it is needed or not. */
  <T extends Occurrence> Stream<T> loaded(Class<T> type) {
    return occurrences(type)
        .filter(it -> !it.site().isDeferred() && !isMainGuard(it.site().statement()));
  }

  private <T extends Occurrence> Stream<T> occurrences(Class<T> type) {
    return files.stream()
        .flatMap(file -> file.code().occurrences().stream())
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static boolean isMainGuard(Statement statement) {
    return statement instanceof Other other && other.effect() == Effect.MAIN_GUARD;
  }

  /** Whether a file of the source roots is the module of that name, or around it. */
  boolean holdsModule(String name) {
    return tree.holds(name);
  }

  /** Whether a module is neither Python's nor ours: the server must have it installed. */
  boolean isThirdParty(String module) {
    return !module.startsWith(".")
        && !ALWAYS_THERE.contains(module)
        && !StandardLibrary.holds(module)
        && !Mark.isDeclaring(module)
        && !holdsModule(module);
  }
}
