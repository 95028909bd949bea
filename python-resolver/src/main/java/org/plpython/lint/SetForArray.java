package org.plpython.lint;

import java.util.Map;
import org.plpython.python.Value.Kind;
import org.plpython.source.Severity;

/** What is no sequence, where a list is promised. */
final class SetForArray implements Rule {
  private static final Map<Kind, String> NO_SEQUENCES =
      Map.of(
          Kind.DICT, "a dictionary",
          Kind.FROZENSET, "a set",
          Kind.ITERATOR, "an iterator",
          Kind.SET, "a set");

  @Override
  public String id() {
    return "set-for-array";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    new ArrayResults(project)
        .forEach(
            (returned, kind) -> {
              if (NO_SEQUENCES.containsKey(kind)) {
                findings.report(
                    returned,
                    "the function returns " + NO_SEQUENCES.get(kind) + ", and promises a list",
                    "The call fails, as an array is made of a sequence only: write sorted(...) or"
                        + " list(...).");
              }
            });
  }
}
