package org.plpython.liquibase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import liquibase.Scope;
import liquibase.change.AbstractChange;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeParameterMetaData;
import liquibase.change.CheckSum;
import liquibase.database.Database;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.ValidationErrors;
import liquibase.exception.Warnings;
import liquibase.executor.ExecutorService;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;
import liquibase.structure.DatabaseObject;
import org.plpython.PlPythonException;

/**
 * A change of ours. Liquibase asks for its statements several times, once to show them in a log and
 * again to run or to write them (trap L5): what is run is one statement that works when it is
 * executed, and what is written is made of what the database holds meanwhile.
 */
abstract class PlPythonChange extends AbstractChange {
  private final Round ownRound = new Round();

  /** What its checksum is made of, to the character. */
  abstract String checksumText();

  /** What is wrong with it beside missing attributes; a warning is told and stops nothing. */
  abstract void addMistakes(Database database, ValidationErrors errors);

  /** What it does when it is executed. */
  abstract Work work(Session session);

  /**
   * What is written of it where nothing is executed, without semicolons at the statements' ends.
   */
  abstract List<String> script(Database database);

  /** The same for undoing it. */
  abstract Work rollbackWork(Session session) throws RollbackImpossibleException;

  /** The same for undoing it. */
  abstract List<String> rollbackScript(Database database) throws RollbackImpossibleException;

  /** The round that it is in with all of ours in its changelog. */
  final Round round() {
    return ChangelogObjects.changes(this).findFirst().map(first -> first.ownRound).orElse(ownRound);
  }

  /** A text that none has whose sources can be read (trap L3); {@link #validate} says why. */
  @Override
  public final CheckSum generateCheckSum() {
    try {
      return CheckSum.compute(checksumText());
    } catch (PlPythonException unreadable) {
      return CheckSum.compute("unreadable");
    }
  }

  /** PostgreSQL alone. */
  @Override
  public final boolean supports(Database database) {
    return PostgresOnly.holds(database);
  }

  /** None beside those of {@link #validate}. */
  @Override
  public final Warnings warn(Database database) {
    return new Warnings();
  }

  @Override
  public final ValidationErrors validate(Database database) {
    ValidationErrors errors = new ValidationErrors(this);
    if (!supports(database)) {
      errors.addError(PostgresOnly.refusal(getSerializedObjectName(), database));
      return errors;
    }
    Map<String, ChangeParameterMetaData> parameters =
        Scope.getCurrentScope()
            .getSingleton(ChangeFactory.class)
            .getChangeMetaData(this)
            .getParameters();
    for (ChangeParameterMetaData parameter : parameters.values()) {
      if (parameter.isRequiredFor(database)) {
        errors.checkRequiredField(parameter.getParameterName(), parameter.getCurrentValue(this));
      }
    }
    if (!errors.hasErrors()) {
      try {
        addMistakes(database, errors);
      } catch (PlPythonException mistake) {
        errors.addError(Wording.of(mistake));
      }
    }
    return errors;
  }

  @Override
  public final boolean generateStatementsVolatile(Database database) {
    return false;
  }

  @Override
  public final boolean generateRollbackStatementsVolatile(Database database) {
    return false;
  }

  @Override
  public final SqlStatement[] generateStatements(Database database) {
    if (isShown()) {
      return SqlStatement.EMPTY_SQL_STATEMENT;
    }
    return executes(database)
        ? executed(work(round().session(database)))
        : written(script(database));
  }

  @Override
  public final SqlStatement[] generateRollbackStatements(Database database)
      throws RollbackImpossibleException {
    if (isShown()) {
      return SqlStatement.EMPTY_SQL_STATEMENT;
    }
    return executes(database)
        ? executed(rollbackWork(round().session(database)))
        : written(rollbackScript(database));
  }

  /** Whether Liquibase asks only for what it writes into a log. */
  private static boolean isShown() {
    return !Scope.getCurrentScope().get(Change.SHOULD_EXECUTE, true);
  }

  private static boolean executes(Database database) {
    return Scope.getCurrentScope()
        .getSingleton(ExecutorService.class)
        .getExecutor("jdbc", database)
        .updatesDatabase();
  }

  private static SqlStatement[] executed(Work work) {
    return new SqlStatement[] {new WorkStatement(work)};
  }

  private static SqlStatement[] written(List<String> script) {
    return script.stream().map(RawSqlStatement::new).toArray(SqlStatement[]::new);
  }

  @Override
  public boolean supportsRollback(Database database) {
    return true;
  }

  /** None that Liquibase has a name for. */
  @Override
  public final Set<DatabaseObject> getAffectedDatabaseObjects(Database database) {
    return Set.of();
  }
}
