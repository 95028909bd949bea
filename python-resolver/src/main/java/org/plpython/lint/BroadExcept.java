package org.plpython.lint;

import java.util.List;
import java.util.Set;
import org.plpython.python.Occurrence.Call;
import org.plpython.python.Occurrence.Handler;
import org.plpython.source.Severity;

/** A handler that takes everything, around a query. */
final class BroadExcept implements Rule {
  private static final Set<String> EVERYTHING = Set.of("BaseException");
  private static final Set<String> QUERIES = Set.of("execute", "cursor", "fetch", "prepare");

  @Override
  public String id() {
    return "broad-except";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    List<Call> queries = project.running(Call.class).filter(BroadExcept::isQuery).toList();
    project
        .running(Handler.class)
        .filter(handler -> takesEverything(handler) && !handler.isReraising())
        .filter(handler -> queries.stream().anyMatch(query -> isTried(query, handler)))
        .forEach(
            handler ->
                findings.report(
                    handler,
                    "this handler hides every error of the query, a cancelled one's too",
                    "Name what is expected, such as plpy.spiexceptions.UniqueViolation, or raise"
                        + " again at its end. What the failed query did is undone all the same."));
  }

  private static boolean takesEverything(Handler handler) {
    return handler.types().isEmpty()
        || handler.types().stream().anyMatch(type -> type.isBuiltin(EVERYTHING));
  }

  private static boolean isQuery(Call call) {
    return QUERIES.contains(call.function().lastName());
  }

  private static boolean isTried(Call query, Handler handler) {
    int line = query.position().line();
    return query.site().file() == handler.site().file()
        && line >= handler.tried().first()
        && line <= handler.tried().last();
  }
}
