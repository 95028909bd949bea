package org.plpython.liquibase.definition;

import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.exception.RollbackImpossibleException;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;
import org.jspecify.annotations.Nullable;
import org.plpython.liquibase.RegistryPlace;

/**
 * Drops an object, if nothing hangs on it, and what the registry says of it. With the object's
 * definition it can be rolled back.
 */
public abstract class DropDefinedChange extends DefinitionChange {
  private @Nullable Boolean ifExists;

  /** Whether the object may be gone. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable Boolean getIfExists() {
    return ifExists;
  }

  /** Says whether the object may be gone. */
  public void setIfExists(@Nullable Boolean ifExists) {
    this.ifExists = ifExists;
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    return new SqlStatement[] {
      new RawSqlStatement(
          statements(database)
              .drop(object(), Boolean.TRUE.equals(ifExists), RegistryPlace.of(database)))
    };
  }

  @Override
  public boolean supportsRollback(Database database) {
    return getDefinition() != null;
  }

  @Override
  public SqlStatement[] generateRollbackStatements(Database database)
      throws RollbackImpossibleException {
    return create(
        database,
        made()
            .orElseThrow(
                () ->
                    new RollbackImpossibleException(
                        ("%s of %s does not know how to make it again:"
                                + " give it its definition, or the change set a <rollback>")
                            .formatted(getSerializedObjectName(), object().name()))));
  }

  @Override
  public String getConfirmationMessage() {
    return "%s %s dropped".formatted(object().kind(), object().name());
  }
}
