package org.plpython.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plpython.descriptor.Declaration;
import org.plpython.python.PythonFile;
import org.plpython.source.Diagnostic;

/**
 * Finds in Python files what is known to go wrong at run time. What is found has a rule's id, and
 * is left out where a comment ignores that id.
 */
public final class Linter {
  private final Set<String> ignored;

  /**
   * A linter.
   *
   * @param ignored ids of rules that are switched off
   */
  public Linter(Set<String> ignored) {
    this.ignored = Set.copyOf(ignored);
  }

  /** The ids of all rules, sorted. */
  public static List<String> ids() {
    return Stream.concat(Rules.ALL.stream().map(Rule::id), Ignores.IDS.stream()).sorted().toList();
  }

  /**
   * What is found, sorted by file and place.
   *
   * @param files all files of the source roots, those that declare nothing or have syntax errors
   *     too
   */
  public List<Diagnostic> lint(List<PythonFile> files, List<Declaration> declarations) {
    Project project = new Project(files, declarations);
    List<Diagnostic> found = new ArrayList<>();
    Rules.ALL.stream()
        .filter(rule -> !ignored.contains(rule.id()))
        .forEach(rule -> rule.check(project, new Findings(rule, found)));
    return new Ignores(files, ignored).apply(found).stream().sorted().toList();
  }
}
