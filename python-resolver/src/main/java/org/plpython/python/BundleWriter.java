package org.plpython.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.plpython.python.Statement.Decorator;

/** Writes statements of a file one after the other, as they stand there. */
final class BundleWriter {
  private final Predicate<String> isMark;

  BundleWriter(Predicate<String> isMark) {
    this.isMark = isMark;
  }

  BundledFile write(PythonFile file, String module, Collection<Unit> units, Set<String> marksUsed) {
    List<String> lines = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    int previous = 0;
    for (Unit unit : units) {
      Lines own = unit.statement().lines();
      if (isMarksImport(unit.statement())) {
        continue;
      } else if (previous > 0 && own.first() > previous + 1) {
        lines.add("");
        numbers.add(0);
      }
      Set<Integer> dropped = linesOfMarks(unit);
      for (int i = own.first(); i <= own.last(); i++) {
        if (!dropped.contains(i)) {
          lines.add(file.line(i));
          numbers.add(i);
        }
      }
      previous = own.last();
    }
    return new BundledFile(file, module, lines, numbers, marksUsed);
  }

  private boolean isMarksImport(Statement statement) {
    return !statement.imported().isEmpty()
        && statement.imported().stream().allMatch(name -> isMark.test(name.origin()));
  }

  private static Set<Integer> linesOfMarks(Unit unit) {
    Set<Integer> lines = new HashSet<>();
    for (Decorator decorator : Unit.decoratorsOf(unit.statement())) {
      if (!unit.decorators().contains(decorator)) {
        for (int i = decorator.lines().first(); i <= decorator.lines().last(); i++) {
          lines.add(i);
        }
      }
    }
    return lines;
  }
}
