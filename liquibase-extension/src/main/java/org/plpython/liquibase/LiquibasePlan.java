package org.plpython.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import org.plpython.plan.Item;
import org.plpython.plan.Plan;
import org.plpython.report.MigrationPlan;
import org.plpython.report.MigrationPlanJson;
import org.plpython.report.MigrationPlanText;
import org.plpython.report.PendingMigration;

/**
 * What {@code update} would do now: the change sets that are pending, and what becomes of the
 * functions and triggers of the Python sources. Nothing is written, not even Liquibase's own
 * tables.
 *
 * <pre>{@code
 * LiquibasePlan plan = LiquibasePlan.of(liquibase, new Contexts(), new LabelExpression());
 * System.out.print(plan.text());
 * }</pre>
 */
public final class LiquibasePlan {
  private final MigrationPlan run;

  private LiquibasePlan(MigrationPlan run) {
    this.run = run;
  }

  /**
   * Looks at the database as {@code update} would.
   *
   * @throws LiquibaseException if the database cannot be asked, or if the changelog or settings
   *     hold mistakes
   */
  public static LiquibasePlan of(Liquibase liquibase, Contexts contexts, LabelExpression labels)
      throws LiquibaseException {
    List<LiquibasePlan> plan = new ArrayList<>();
    try {
      Scope.child(
          Map.of(Scope.Attr.resourceAccessor.name(), liquibase.getResourceAccessor()),
          () ->
              plan.add(
                  of(liquibase.getDatabase(), liquibase.getDatabaseChangeLog(), contexts, labels)));
      return plan.get(0);
    } catch (LiquibaseException | RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new LiquibaseException(failure);
    }
  }

  /**
   * The same with a changelog that has been read, with the resources of Liquibase's scope.
   *
   * @throws LiquibaseException if the database cannot be asked, or if settings hold mistakes
   */
  public static LiquibasePlan of(
      Database database, DatabaseChangeLog changelog, Contexts contexts, LabelExpression labels)
      throws LiquibaseException {
    return new LiquibasePlan(new PlanReading(database, changelog, contexts, labels).read());
  }

  /** The change sets that would run, in their order; ours are among them. */
  public List<PendingMigration> changeSets() {
    return run.migrations();
  }

  /**
   * Why {@code update} would run none of them, in Liquibase's words: a checksum that does not
   * match. Reasons of ours that only the plan finds are the plan's refusals.
   */
  public List<String> failures() {
    return run.failures();
  }

  /**
   * What becomes of functions and triggers, compared with the database as it is now, before other
   * change sets have run.
   */
  public Plan plan() {
    return run.plan();
  }

  /**
   * The objects that are in no plan yet: they name a table, a type or a schema that is not there,
   * and that one of the other change sets may make.
   */
  public List<Item> waiting() {
    return run.waiting();
  }

  /** Whether {@code update} would do nothing, and has nothing to do. */
  public boolean isEmpty() {
    return run.isEmpty();
  }

  /** Whether {@code update} would fail before it deploys anything of ours. */
  public boolean isRefused() {
    return run.isRefused();
  }

  /** For people, without colours. */
  public String text() {
    return text(false);
  }

  /** For people, in a terminal's colours or without. */
  public String text(boolean isColored) {
    return MigrationPlanText.of(run, isColored);
  }

  /**
   * For programs; {@code plpython-migrations.schema.json} beside {@link MigrationPlanJson} says
   * what it holds.
   */
  public String json() {
    return MigrationPlanJson.of(run);
  }
}
