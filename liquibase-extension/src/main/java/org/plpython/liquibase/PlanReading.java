package org.plpython.liquibase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.ListVisitor;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.exception.ValidationFailedException;
import org.plpython.PlPythonException;
import org.plpython.deploy.JoinedDeployment.Outcome;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Item;
import org.plpython.plan.Plan;
import org.plpython.report.MigrationPlan;
import org.plpython.report.MigrationTool;
import org.plpython.report.PendingMigration;

/** How a plan of an update is read. */
record PlanReading(
    Database database, DatabaseChangeLog changelog, Contexts contexts, LabelExpression labels) {
  private static final Outcome NOTHING = new Outcome(Plan.empty(Optional.empty()), List.of());

  /**
   * The plan.
   *
   * @throws LiquibaseException if the database cannot be asked
   */
  MigrationPlan read() throws LiquibaseException {
    if (!PostgresOnly.holds(database)) {
      throw new LiquibaseException(PostgresOnly.refusal("A plan", database));
    }
    if (Session.isOffline(database)) {
      throw new LiquibaseException(
          "A plan compares with a database, and offline there is none: give it a connection, or see"
              + " what update-sql writes.");
    }
    forgetHistory();
    try {
      List<String> failures = failures();
      List<ChangeSet> pending = listed(new ShouldRunChangeSetFilter(database));
      Outcome outcome = failures.isEmpty() ? outcome(pending) : outcomeIfReadable(pending);
      return new MigrationPlan(
          MigrationTool.LIQUIBASE,
          pending.stream().map(this::described).toList(),
          failures,
          outcome.plan().worded(Wording::of),
          outcome.waiting().stream().map(Item::of).toList());
    } catch (PlPythonException unreadable) {
      throw new LiquibaseException(Wording.of(unreadable), unreadable);
    } finally {
      database.rollback();
      forgetHistory();
    }
  }

  private void forgetHistory() {
    Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class).resetAll();
  }

  /** What an update would say of the changelog before it runs any of it. */
  private List<String> failures() throws LiquibaseException {
    try {
      changelog.validate(database, contexts, labels);
      return List.of();
    } catch (ValidationFailedException invalid) {
      return List.of(String.valueOf(invalid.getMessage()).strip());
    }
  }

  /** Those that are for this database, these contexts and labels, and pass other filters. */
  private List<ChangeSet> listed(ChangeSetFilter... others) throws LiquibaseException {
    List<ChangeSetFilter> filters = new ArrayList<>(List.of(others));
    filters.add(new ContextChangeSetFilter(contexts));
    filters.add(new LabelChangeSetFilter(labels));
    filters.add(new DbmsChangeSetFilter(database));
    filters.add(new IgnoreChangeSetFilter());
    ListVisitor list = new ListVisitor();
    new ChangeLogIterator(changelog, filters.toArray(ChangeSetFilter[]::new))
        .run(list, new RuntimeEnvironment(database, contexts, labels));
    return list.getSeenChangeSets();
  }

  private PendingMigration described(ChangeSet changeSet) {
    boolean isOurs = changeSet instanceof PythonChangeSet;
    return new PendingMigration(
        Optional.empty(),
        isOurs ? changeSet.getId() : changeSet.getId() + " by " + changeSet.getAuthor(),
        changeSet.getChanges().stream()
            .map(it -> it.getSerializedObjectName())
            .distinct()
            .collect(Collectors.joining(", ")),
        hasRun(changeSet) ? "Changed" : "Pending",
        changeSet.getFilePath());
  }

  private boolean hasRun(ChangeSet changeSet) {
    try {
      return database.getRanChangeSet(changeSet) != null;
    } catch (LiquibaseException unreadable) {
      throw new IllegalStateException("the history has been read", unreadable);
    }
  }

  /** Mistakes in sources are told among the failures already. */
  private Outcome outcomeIfReadable(List<ChangeSet> pending) throws LiquibaseException {
    try {
      return outcome(pending);
    } catch (PlPythonException told) {
      return NOTHING;
    }
  }

  /**
   * All that the pending change sets of ours would deploy; objects wait for those of others. Where
   * none is pending, it is only said how many objects are as their sources say, and what drifted.
   */
  private Outcome outcome(List<ChangeSet> pending) throws LiquibaseException {
    List<PlPythonChange> ours = ours(pending);
    if (!ours.isEmpty()) {
      return outcome(
          ours,
          ours.stream().anyMatch(PlanReading::isPruning),
          pending.stream().anyMatch(PlanReading::mayMakeMore));
    }
    List<PlPythonChange> done = ours(listed());
    Outcome look = done.isEmpty() ? NOTHING : outcome(done, false, false);
    return look.plan().isEmpty() ? look : NOTHING;
  }

  private Outcome outcome(List<PlPythonChange> ours, boolean isPruning, boolean mayWait) {
    Map<String, DatabaseObject> objects = new LinkedHashMap<>();
    ours.stream()
        .flatMap(it -> deployed(it).stream())
        .forEach(it -> objects.putIfAbsent(ChangelogObjects.name(it), it));
    return new Deploy(
            Session.of(database),
            List.copyOf(objects.values()),
            ChangelogObjects.around(ours.get(0)),
            isPruning)
        .planned(it -> mayWait);
  }

  private static boolean isPruning(PlPythonChange change) {
    return change instanceof FolderChange
        || (change instanceof SourceChange source && source.isPruning());
  }

  /** Whether it may make a table or a type: by SQL, or by a script in Python. */
  private static boolean mayMakeMore(ChangeSet changeSet) {
    return changeSet.getChanges().stream()
        .anyMatch(it -> !(it instanceof DeployingChange) || it instanceof PlPythonRunChange);
  }

  private static List<PlPythonChange> ours(List<ChangeSet> changeSets) {
    List<PlPythonChange> ours = new ArrayList<>();
    for (ChangeSet changeSet : changeSets) {
      changeSet.getChanges().stream()
          .filter(PlPythonChange.class::isInstance)
          .forEach(it -> ours.add((PlPythonChange) it));
    }
    return ours;
  }

  /** The first change set of a folder deploys all of it. */
  private static List<DatabaseObject> deployed(PlPythonChange change) {
    if (change instanceof FolderChange folder) {
      return folder.folder().objects();
    }
    return change instanceof DeployingChange deploying ? deploying.objects() : List.of();
  }
}
