package org.plpython.report;

import org.plpython.plan.Item;
import org.plpython.plan.Plan;
import org.plpython.plan.Refusal;

/**
 * A plan for people: every change with what differs, what cannot be done, and one line at the end.
 */
public final class PlanText {
  private final Page page;

  private PlanText(boolean isColored) {
    this.page = new Page(isColored);
  }

  /**
   * The text; the same plan gives the same text.
   *
   * @param isColored whether it is for a terminal that shows colours
   */
  public static String of(Plan plan, boolean isColored) {
    return new PlanText(isColored).add(plan);
  }

  private String add(Plan plan) {
    ChangeText changes = new ChangeText(page);
    plan.changes().forEach(changes::add);
    plan.refusals().forEach(this::add);
    plan.drifted().forEach(changes::addDrifted);
    for (Item item : plan.kept()) {
      page.add(Color.YELLOW, "keep")
          .line(" %s  no longer in the sources  (%s)".formatted(item, item.source()));
    }
    if (!plan.kept().isEmpty() && plan.project().isEmpty()) {
      page.line("Without --project nothing is removed.");
    }
    return page.add(Color.BOLD, Summary.of(plan)).end().toString();
  }

  private void add(Refusal refusal) {
    page.add(Color.RED, "refused").line(": " + refusal);
    refusal
        .script()
        .ifPresent(script -> page.end().add(script).add(script.endsWith("\n") ? "" : "\n").end());
  }
}
