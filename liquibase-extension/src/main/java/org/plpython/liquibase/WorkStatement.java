package org.plpython.liquibase;

import liquibase.database.Database;
import liquibase.database.PreparedStatementFactory;
import liquibase.exception.DatabaseException;
import liquibase.statement.AbstractSqlStatement;
import liquibase.statement.ExecutablePreparedStatement;
import org.plpython.PlPythonException;

/** A statement that works on Liquibase's connection by itself. */
final class WorkStatement extends AbstractSqlStatement implements ExecutablePreparedStatement {
  private final Work work;

  WorkStatement(Work work) {
    this.work = work;
  }

  @Override
  public void execute(PreparedStatementFactory factory) throws DatabaseException {
    try {
      work.run();
    } catch (PlPythonException refused) {
      throw new DatabaseException(Wording.of(refused), refused);
    }
  }

  /** It has no text. */
  @Override
  public String getFormattedStatement(Database database) {
    return "";
  }
}
