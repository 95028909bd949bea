package org.plpython.deploy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.plpython.object.Trigger;
import org.plpython.sql.TriggerStatements;

/**
 * Creates or replaces triggers, whose functions are there. What their authors do not declare stays
 * as somebody set it: the comment, and the state, which CREATE OR REPLACE TRIGGER resets on the
 * table and on each partition.
 */
final class TriggerInstaller {
  /** What a new trigger has as pg_trigger.tgenabled. */
  private static final String NEW = "O";

  private final SqlRunner sql;

  TriggerInstaller(SqlRunner sql) {
    this.sql = sql;
  }

  void install(Trigger trigger) throws SQLException {
    TriggerStatements statements = new TriggerStatements(trigger);
    List<InstalledTrigger> before = InstalledTrigger.find(sql.connection(), trigger);
    boolean isDropped =
        !before.isEmpty() && (statements.isConstraint() || before.get(0).isConstraint());
    if (isDropped) {
      drop(statements, before.get(0));
    }
    sql.run(statements.create());
    if (isDropped) {
      restoreComments(statements, before);
    }
    Optional<String> declared = statements.declareState();
    if (declared.isPresent()) {
      sql.run(declared.get());
    } else {
      restoreStates(statements, before);
    }
  }

  private void drop(TriggerStatements statements, InstalledTrigger old) throws SQLException {
    if (old.isDeferrable()) {
      sql.run(statements.runDeferred(old.schema()));
    }
    sql.run(statements.drop());
  }

  private void restoreComments(TriggerStatements statements, List<InstalledTrigger> before)
      throws SQLException {
    for (InstalledTrigger old : before) {
      if (old.comment().isPresent()) {
        sql.run(statements.restoreComment(old.table(), old.comment().get()));
      }
    }
  }

  private void restoreStates(TriggerStatements statements, List<InstalledTrigger> before)
      throws SQLException {
    for (InstalledTrigger old : before) {
      if (!old.state().equals(NEW)) {
        sql.run(statements.restoreState(old.table(), old.state()));
      }
    }
  }
}
