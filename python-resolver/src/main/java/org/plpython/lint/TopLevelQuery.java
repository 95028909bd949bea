package org.plpython.lint;

import java.util.Set;
import org.plpython.python.Occurrence.Call;
import org.plpython.source.Severity;

/** A query that runs when a file is loaded. */
final class TopLevelQuery implements Rule {
  private static final Set<String> QUERIES =
      Set.of("cursor", "execute", "prepare", "subtransaction");

  @Override
  public String id() {
    return "top-level-query";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .loaded(Call.class)
        .filter(TopLevelQuery::isQuery)
        .forEach(
            call ->
                findings.report(
                    call,
                    "plpy.%s() runs when the file is loaded".formatted(call.function().lastName()),
                    "That is once in each session, before a function's first call and with its"
                        + " caller's rights; what it read stays. Do it in a function, with"
                        + " functools.lru_cache if once is enough."));
  }

  /** Whether a call asks the database. */
  static boolean isQuery(Call call) {
    return call.function().ofPlpy().filter(QUERIES::contains).isPresent();
  }
}
