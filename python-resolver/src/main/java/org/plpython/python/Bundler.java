package org.plpython.python;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.plpython.python.Statement.ClassDefinition;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.Function;
import org.plpython.python.Statement.Import;

/**
 * Finds what a function needs of its file: every top-level statement that binds a name it uses or
 * that may affect such a name, transitively, and nothing else. Meaning comes before minimality.
 */
public final class Bundler {
  private final PythonFile file;
  private final Predicate<String> isMark;
  private final Reach reach;

  /**
   * For the functions of one file.
   *
   * @param isMark tells qualified names that only declare, such as {@code plpython.plfunction}:
   *     decorators and imports of theirs do not travel
   */
  public Bundler(PythonFile file, Predicate<String> isMark) {
    this.file = file;
    this.isMark = isMark;
    this.reach = new Reach(file);
  }

  /** What the function needs, itself included. */
  public Bundle bundle(Function function) {
    Set<Statement> needed = new LinkedHashSet<>();
    Set<String> names = new HashSet<>();
    add(function, needed, names);
    file.statements().stream().filter(Bundler::isForWholeFile).forEach(needed::add);
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Statement statement : file.statements()) {
        if (!needed.contains(statement) && reach.mayAffect(statement, names)) {
          add(statement, needed, names);
          grown = true;
        }
      }
    }
    return write(needed, names);
  }

  private void add(Statement statement, Set<Statement> needed, Set<String> names) {
    needed.add(statement);
    names.addAll(statement.names().uses());
    keptDecorators(statement).forEach(decorator -> names.addAll(decorator.names().uses()));
  }

  private List<Decorator> keptDecorators(Statement statement) {
    return decorators(statement).stream().filter(decorator -> !isMark(decorator)).toList();
  }

  static List<Decorator> decorators(Statement statement) {
    if (statement instanceof Function function) {
      return function.decorators();
    }
    return statement instanceof ClassDefinition definition ? definition.decorators() : List.of();
  }

  private boolean isMark(Decorator decorator) {
    Expression expression =
        decorator.expression() instanceof Expression.Call call
            ? call.function()
            : decorator.expression();
    return file.qualify(expression).filter(isMark).isPresent();
  }

  /** Imports from the future change how the file is compiled; star imports may bind anything. */
  private static boolean isForWholeFile(Statement statement) {
    return statement instanceof Import names
        && names.imported().stream()
            .anyMatch(name -> name.origin().startsWith("__future__.") || name.name().equals("*"));
  }

  private boolean isMarksImport(Statement statement) {
    return statement instanceof Import names
        && names.imported().stream().allMatch(name -> isMark.test(name.origin()));
  }

  private Bundle write(Set<Statement> needed, Set<String> names) {
    List<String> lines = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int previous = 0;
    for (Statement statement : file.statements()) {
      if (needed.contains(statement) && !isMarksImport(statement)) {
        if (previous > 0 && statement.lines().first() > previous + 1) {
          lines.add("");
          numbers.add(0);
        }
        writeStatement(statement, lines, numbers);
        previous = statement.lines().last();
      }
    }
    return new Bundle(lines, numbers, marksUsed(names));
  }

  private void writeStatement(Statement statement, List<String> lines, List<Integer> numbers) {
    Set<Integer> dropped = new HashSet<>();
    for (Decorator decorator : decorators(statement)) {
      if (isMark(decorator)) {
        for (int i = decorator.lines().first(); i <= decorator.lines().last(); i++) {
          dropped.add(i);
        }
      }
    }
    for (int i = statement.lines().first(); i <= statement.lines().last(); i++) {
      if (!dropped.contains(i)) {
        lines.add(file.line(i));
        numbers.add(i);
      }
    }
  }

  private Set<String> marksUsed(Set<String> names) {
    Set<String> used = new TreeSet<>(names);
    used.removeIf(name -> file.originOf(name).filter(isMark).isEmpty());
    return used;
  }
}
