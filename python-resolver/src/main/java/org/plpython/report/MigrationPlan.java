package org.plpython.report;

import java.util.List;
import org.plpython.plan.Item;
import org.plpython.plan.Plan;

/**
 * What one run of a migration tool will do.
 *
 * @param tool whose run it is
 * @param migrations in the order in which they run
 * @param failures why the tool will run none of them, in its words
 * @param plan what becomes of our objects, as far as that can be told before the others have run
 * @param waiting objects of ours that are made once others of the migrations have made what they
 *     name
 */
public record MigrationPlan(
    MigrationTool tool,
    List<PendingMigration> migrations,
    List<String> failures,
    Plan plan,
    List<Item> waiting) {
  public MigrationPlan {
    migrations = List.copyOf(migrations);
    failures = List.copyOf(failures);
    waiting = List.copyOf(waiting);
  }

  /** Whether nothing will be done, and nothing has to be. */
  public boolean isEmpty() {
    return migrations.isEmpty() && failures.isEmpty() && waiting.isEmpty() && plan.isEmpty();
  }

  /** Whether nothing will be done although something has to be. */
  public boolean isRefused() {
    return !failures.isEmpty() || !plan.refusals().isEmpty();
  }
}
