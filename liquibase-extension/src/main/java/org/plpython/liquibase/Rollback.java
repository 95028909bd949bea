package org.plpython.liquibase;

import java.util.List;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.UnexpectedLiquibaseException;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.Reversal;
import org.plpython.object.DatabaseObject;

/**
 * Undoes the latest deploy of objects: the earlier bodies come back, and what was not there before
 * goes (trap L7).
 */
final class Rollback {
  private Rollback() {}

  /** What does it. */
  static Work work(Session session, List<DatabaseObject> objects) {
    return () -> reversal(session).undo(objects);
  }

  /**
   * What is written of it: for a change set that has not run, how to get back to what is there now.
   *
   * @throws RollbackImpossibleException if nobody has kept what was there before
   */
  static List<String> script(Database database, ChangeSet changeSet, List<DatabaseObject> objects)
      throws RollbackImpossibleException {
    if (Session.isOffline(database)) {
      throw new RollbackImpossibleException(
          "What was there before only the registry in the database knows: write the rollback over a"
              + " connection");
    }
    Session session = Session.of(database);
    boolean isAhead = !hasRun(database, changeSet);
    try {
      return session.ask(() -> reversal(session).script(objects, isAhead));
    } catch (DeployException impossible) {
      throw new RollbackImpossibleException(Wording.of(impossible));
    }
  }

  private static boolean hasRun(Database database, ChangeSet changeSet) {
    try {
      return database.getRanChangeSet(changeSet) != null;
    } catch (LiquibaseException unreadable) {
      throw new UnexpectedLiquibaseException(unreadable);
    }
  }

  private static Reversal reversal(Session session) {
    return new Reversal(session.connection(), session.plan(), session.timing());
  }
}
