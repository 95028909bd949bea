package org.plpython.report;

import org.plpython.plan.Item;

/** A migration tool's run for people: its migrations, and what becomes of our objects. */
public final class MigrationPlanText {
  private final MigrationPlan run;
  private final boolean isColored;
  private final Page page;

  private MigrationPlanText(MigrationPlan run, boolean isColored) {
    this.run = run;
    this.isColored = isColored;
    this.page = new Page(isColored);
  }

  /**
   * The text; the same input gives the same text.
   *
   * @param isColored whether it is for a terminal that shows colours
   */
  public static String of(MigrationPlan run, boolean isColored) {
    return new MigrationPlanText(run, isColored).text();
  }

  private String text() {
    run.migrations().forEach(this::add);
    for (String failure : run.failures()) {
      page.add(Color.RED, "refused").line(": " + failure);
    }
    page.line(migrations()).end();
    for (Item item : run.waiting()) {
      page.add(Color.FAINT, "wait")
          .line(" %s  for a %s  (%s)".formatted(item, run.tool().unit(), item.source()));
    }
    return page + PlanText.of(run.plan(), isColored);
  }

  private void add(PendingMigration migration) {
    page.add(Color.GREEN, "run")
        .add(
            " "
                + migration
                    .version()
                    .map(version -> "version " + version)
                    .orElse(run.tool().unversioned()))
        .add(" ")
        .add(Color.BOLD, migration.description())
        .line("  %s  (%s)".formatted(migration.type(), migration.script()));
  }

  private String migrations() {
    int count = run.migrations().size();
    return count
        + " "
        + run.tool().unit()
        + (count == 1 ? "" : "s")
        + " to run"
        + (run.isRefused() ? "; refused: none will be run" : "");
  }
}
