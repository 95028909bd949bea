package org.plpython.python;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.plpython.python.Statement.ClassDefinition;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.Function;
import org.plpython.python.Statement.Other;
import org.plpython.python.Statement.Other.Effect;

/**
 * Finds what a function needs of its file: every top-level statement that binds a name it uses or
 * that may affect such a name, transitively, and nothing else. Meaning comes before minimality.
 */
public final class Bundler {
  /** Whoever calls these may use any name of the file. */
  private static final Set<String> ANY_NAME = Set.of("globals", "eval", "exec");

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
    this.reach = new Reach(file.statements(), this::keptDecorators);
  }

  /**
   * What the function needs, itself included.
   *
   * @param more names that are needed beside it
   */
  public Bundle bundle(Function function, Collection<String> more) {
    Search search = new Search();
    search.add(function);
    search.open(List.of(function.name()));
    search.open(more);
    file.statements().stream().filter(this::isForWholeFile).forEach(search::add);
    search.run();
    return write(search.needed, search.names);
  }

  /** Statements that are needed, and names whose statements are. */
  private final class Search {
    private final Set<Statement> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> names = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    void run() {
      while (!open.isEmpty()) {
        String name = open.pop();
        reach.affecting(name).forEach(this::add);
        if (isAnyName(name)) {
          file.statements().stream().filter(Bundler::isRun).forEach(this::add);
        } else if (name.equals("__doc__")) {
          file.statements().stream().filter(Bundler::isDocstring).forEach(this::add);
        }
      }
    }

    void add(Statement statement) {
      if (needed.add(statement)) {
        open(statement.names().uses());
        keptDecorators(statement).forEach(decorator -> open(decorator.names().uses()));
      }
    }

    void open(Collection<String> more) {
      more.stream().filter(names::add).forEach(open::push);
    }
  }

  private boolean isAnyName(String name) {
    return ANY_NAME.contains(name) && !file.binds(name);
  }

  private static boolean isRun(Statement statement) {
    return !(statement instanceof Other other && other.effect() == Effect.MAIN_GUARD);
  }

  private static boolean isDocstring(Statement statement) {
    return statement instanceof Other other && other.effect() == Effect.DOCSTRING;
  }

  private List<Decorator> keptDecorators(Statement statement) {
    return decorators(statement).stream().filter(decorator -> !isMark(decorator)).toList();
  }

  private static List<Decorator> decorators(Statement statement) {
    if (statement instanceof Function function) {
      return function.decorators();
    }
    return statement instanceof ClassDefinition definition ? definition.decorators() : List.of();
  }

  private boolean isMark(Decorator decorator) {
    return file.qualify(decorator.expression().called()).filter(isMark).isPresent();
  }

  /**
   * Imports from the future change how the file is compiled; star imports may bind anything, and so
   * may a statement that reaches for the file's names by their text.
   */
  private boolean isForWholeFile(Statement statement) {
    Names names = statement.names();
    return statement.imported().stream()
            .anyMatch(name -> name.origin().startsWith("__future__.") || name.name().equals("*"))
        || (isRun(statement)
            && (names.passes().stream().anyMatch(this::isAnyName)
                || names.stores().stream().anyMatch(this::isAnyName)));
  }

  private boolean isMarksImport(Statement statement) {
    return !statement.imported().isEmpty()
        && statement.imported().stream().allMatch(name -> isMark.test(name.origin()));
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
