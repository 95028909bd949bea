package org.plpython.report;

import java.util.List;
import java.util.stream.Collectors;
import org.plpython.plan.Plan;

/** A plan as a script for psql. */
public final class PlanSql {
  private PlanSql() {}

  /**
   * The script: a comment that sums up the plan, and statements. psql ends at the first one that
   * fails, with nothing done, if they are one transaction.
   *
   * @param statements without semicolons at their ends; none: the script does nothing
   */
  public static String of(Plan plan, List<String> statements) {
    String summary = comment(summary(plan));
    return statements.isEmpty()
        ? summary
        : statements.stream()
            .map(statement -> statement + ";\n")
            .collect(
                Collectors.joining(
                    "\n",
                    summary + "\n\\set ON_ERROR_STOP on\nSET client_encoding = 'UTF8';\n\n",
                    ""));
  }

  private static String summary(Plan plan) {
    return plan.changes().stream()
        .map(change -> change.action() + " " + change.item() + "  " + change.reason() + "\n")
        .collect(Collectors.joining("", "", Summary.of(plan)));
  }

  /** An identity may hold a line end, and what follows that is no command. */
  private static String comment(String text) {
    return new Page(false)
        .add(text)
        .toString()
        .lines()
        .map(line -> "-- " + line + "\n")
        .collect(Collectors.joining());
  }
}
