package org.plpython.lint;

import java.util.Set;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.RoutineKind;
import org.plpython.python.Occurrence.Call;
import org.plpython.source.Severity;

/** Only procedures may end a transaction. */
final class CommitInFunction implements Rule {
  private static final Set<String> ENDING = Set.of("commit", "rollback");

  @Override
  public String id() {
    return "commit-in-function";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public void check(Project project, Findings findings) {
    project
        .running(Call.class)
        .filter(call -> call.function().ofPlpy().filter(ENDING::contains).isPresent())
        .forEach(
            call ->
                project.runningWith(call.site().statement()).stream()
                    .filter(declaration -> !mayEndTransactions(declaration))
                    .findFirst()
                    .ifPresent(declaration -> report(call, declaration, findings)));
  }

  private static boolean mayEndTransactions(Declaration declaration) {
    return declaration instanceof FunctionDeclaration routine
        && routine.kind() == RoutineKind.PROCEDURE
        && routine.attributes().settings().isEmpty();
  }

  private static void report(Call call, Declaration declaration, Findings findings) {
    findings.report(
        call,
        "plpy.%s() in '%s' fails: only a procedure without the option 'set' may end a transaction"
            .formatted(call.function().lastName(), declaration.function().name()),
        "PostgreSQL says 'invalid transaction termination'. Leave it to the caller, or undo a part"
            + " of the work: with plpy.subtransaction().");
  }
}
