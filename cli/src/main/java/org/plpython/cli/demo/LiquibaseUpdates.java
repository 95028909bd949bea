package org.plpython.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase over the bookshop. */
final class LiquibaseUpdates implements Migrations {
  private static final String CHANGELOG = "db/changelog.yaml";
  private static final List<String> SQL =
      List.of("db/migration/V1__bookshop.sql", "db/migration/V2__first_books.sql");

  /** Kept, as the level of a logger that nobody holds may be forgotten. */
  private static final List<Logger> LOGS =
      List.of(Logger.getLogger("liquibase"), Logger.getLogger("org.plpython.liquibase"));

  private final DataSource database;
  private final Sources sources;
  private final Screen screen;

  /** Puts changelog and SQL beside the sources: Liquibase finds all of a project in one place. */
  LiquibaseUpdates(DataSource database, Sources sources, Screen screen) {
    this.database = database;
    this.sources = sources;
    this.screen = screen;
    sources.add(CHANGELOG);
    SQL.forEach(sources::add);
    LOGS.forEach(log -> log.setLevel(Level.WARNING));
  }

  @Override
  public String tool() {
    return "Liquibase";
  }

  @Override
  public String project() {
    return "A changelog, "
        + CHANGELOG
        + ": change sets of SQL as ever, and a line that includes the folder db/plpython.";
  }

  @Override
  public String order() {
    return "The folder gives a change set for each Python function and trigger, and one more that"
        + " removes what the sources no longer hold.";
  }

  @Override
  public List<String> run() {
    List<String> ran = new ArrayList<>();
    with(
        liquibase -> {
          liquibase.setChangeExecListener(noting(ran));
          liquibase.update(new Contexts());
        });
    screen.text(
        "liquibase update: "
            + ran.size()
            + (ran.size() == 1 ? " change set" : " change sets")
            + " ran");
    return ran;
  }

  private static AbstractChangeExecListener noting(List<String> ran) {
    return new AbstractChangeExecListener() {
      @Override
      public void ran(
          ChangeSet changeSet,
          DatabaseChangeLog changelog,
          Database database,
          ChangeSet.ExecType type) {
        ran.add(changeSet.getId());
      }
    };
  }

  @Override
  public void showHistory() {
    screen.text("liquibase history:");
    List<List<String>> rows = new ArrayList<>();
    with(
        liquibase ->
            liquibase.getDatabase().getRanChangeSetList().forEach(it -> rows.add(historyRow(it))));
    screen.block(new TextTable(List.of("file", "id", "state"), rows).lines());
  }

  private static List<String> historyRow(RanChangeSet changeSet) {
    return List.of(changeSet.getChangeLog(), changeSet.getId(), changeSet.getExecType().toString());
  }

  /** What is done with Liquibase. */
  private interface Work {
    void run(Liquibase liquibase) throws Exception;
  }

  /** Does it over a connection of its own, without a word to screen or network. */
  private void with(Work work) {
    try {
      Scope.child(
          Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false),
          () -> {
            try (Liquibase liquibase = liquibase()) {
              liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
              work.run(liquibase);
            }
          });
    } catch (Exception failed) {
      throw new IllegalStateException(failed.getMessage(), failed);
    }
  }

  private Liquibase liquibase() throws Exception {
    return new Liquibase(
        CHANGELOG,
        new DirectoryResourceAccessor(sources.project()),
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(database.getConnection())));
  }
}
