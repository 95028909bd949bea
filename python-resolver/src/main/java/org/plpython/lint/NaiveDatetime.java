package org.plpython.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plpython.python.Occurrence.Call;
import org.plpython.python.Statement.Function;
import org.plpython.source.Position;
import org.plpython.source.Severity;

/** A time without a zone, where a function gives a {@code datetime}. */
final class NaiveDatetime implements Rule {
  private static final String DATETIME = "datetime.datetime";

  /** With so many arguments, or fewer, they tell no zone. */
  private static final Map<String, Integer> MOST_ARGUMENTS =
      Map.of(
          DATETIME + ".fromtimestamp", 1,
          DATETIME + ".now", 0,
          DATETIME + ".today", 0,
          DATETIME + ".utcfromtimestamp", 1,
          DATETIME + ".utcnow", 0);

  @Override
  public String id() {
    return "naive-datetime";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    List<Call> calls =
        project
            .running(Call.class)
            .filter(call -> call.function().name().startsWith(DATETIME))
            .toList();
    Set<Place> completed = new HashSet<>();
    calls.forEach(call -> completed.add(Place.of(call, call.function().name())));
    calls.stream()
        .filter(call -> isNaive(call) && givesDatetime(call))
        .filter(call -> !isCompleted(call, completed))
        .forEach(
            call ->
                findings.report(
                    call,
                    call.function().lastName() + "() gives a time without a zone",
                    "PostgreSQL's timestamptz is a point in time: write"
                        + " datetime.now(timezone.utc)."));
  }

  private record Place(String file, Position position, String function) {
    static Place of(Call call, String function) {
      return new Place(call.site().file().source().displayPath(), call.position(), function);
    }
  }

  private static boolean isNaive(Call call) {
    return call.arguments().size() <= MOST_ARGUMENTS.getOrDefault(call.function().name(), -1);
  }

  private static boolean givesDatetime(Call call) {
    return call.site().statement() instanceof Function function
        && function
            .returns()
            .filter(it -> new Annotations(call.site().file()).holds(it, DATETIME))
            .isPresent();
  }

  /** {@code datetime.now().astimezone()} begins where {@code datetime.now()} does. */
  private static boolean isCompleted(Call call, Set<Place> calls) {
    String result = call.function().name() + "()";
    return calls.contains(Place.of(call, result + ".astimezone"))
        || calls.contains(Place.of(call, result + ".replace"));
  }
}
