package org.plpython.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plpython.descriptor.Place;
import org.plpython.python.Occurrence;
import org.plpython.python.PythonFile;
import org.plpython.source.Diagnostic;
import org.plpython.source.Position;

/** Takes what one rule finds. Of two findings of the same words at one place one is left out. */
final class Findings {
  private final Rule rule;
  private final List<Diagnostic> found;
  private final Set<Diagnostic> known = new HashSet<>();

  /**
   * For a rule.
   *
   * @param found takes what it finds
   */
  Findings(Rule rule, List<Diagnostic> found) {
    this.rule = rule;
    this.found = found;
  }

  /** Reports something in the code. */
  void report(Occurrence place, String message, String advice) {
    report(place.site().file(), place.position(), message, advice);
  }

  /** Reports something in a file. */
  void report(PythonFile file, Position position, String message, String advice) {
    report(Place.of(file, position), message, advice);
  }

  /** Reports something in a declaration. */
  void report(Place place, String message, String advice) {
    Diagnostic finding =
        new Diagnostic(
            place.file(),
            place.position(),
            rule.severity(),
            rule.id(),
            place.notation().of(message),
            place.notation().of(advice));
    if (known.add(finding)) {
      found.add(finding);
    }
  }
}
