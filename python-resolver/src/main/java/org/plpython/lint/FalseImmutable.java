package org.plpython.lint;

import java.util.Set;
import java.util.stream.Stream;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Volatility;
import org.plpython.python.Occurrence.Call;
import org.plpython.python.Reference;
import org.plpython.source.Severity;

/** A function that is declared immutable, and asks something else than its arguments. */
final class FalseImmutable implements Rule {
  private static final Set<String> QUERIES = Set.of("execute", "prepare", "cursor");
  private static final Set<String> BUILTINS = Set.of("open", "input");
  private static final Set<String> IMPORTED =
      Set.of(
          "datetime.date.today",
          "datetime.datetime.now",
          "datetime.datetime.today",
          "datetime.datetime.utcnow",
          "os.getenv",
          "os.urandom",
          "time.localtime",
          "time.monotonic",
          "time.time",
          "time.time_ns",
          "uuid.uuid1",
          "uuid.uuid4");
  private static final Set<String> MODULES =
      Set.of("httpx", "random", "requests", "secrets", "socket", "subprocess");

  @Override
  public String id() {
    return "false-immutable";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .running(Call.class)
        .filter(call -> call.site().isDeferred() && isUnsteady(call.function()))
        .forEach(
            call ->
                immutable(project, call)
                    .findFirst()
                    .ifPresent(declaration -> report(call, declaration, findings)));
  }

  private static Stream<Declaration> immutable(Project project, Call call) {
    return project.runningWith(call.site().statement()).stream()
        .filter(
            declaration ->
                declaration instanceof FunctionDeclaration function
                    && function.attributes().volatility() == Volatility.IMMUTABLE);
  }

  /** A random number generator of one's own may have a seed of one's own. */
  private static boolean isUnsteady(Reference function) {
    String module = function.name().replaceFirst("\\..*", "");
    return function.ofPlpy().filter(QUERIES::contains).isPresent()
        || function.isBuiltin(BUILTINS)
        || function.isImported(IMPORTED)
        || (function.root() == Reference.Root.IMPORT
            && MODULES.contains(module)
            && !function.name().startsWith("random.Random"));
  }

  private static String name(Reference function) {
    return function.ofPlpy().map("plpy."::concat).orElse(function.name());
  }

  private static void report(Call call, Declaration declaration, Findings findings) {
    findings.report(
        call,
        "'%s' is declared immutable, and calls %s()"
            .formatted(declaration.function().name(), name(call.function())),
        "PostgreSQL may keep its first result for good, in an index too. Declare volatility=\"stable\" if it"
            + " only reads, else leave the option out.");
  }
}
