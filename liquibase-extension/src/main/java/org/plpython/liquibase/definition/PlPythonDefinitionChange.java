package org.plpython.liquibase.definition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import liquibase.change.ChangeMetaData;
import liquibase.change.DatabaseChange;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.ValidationErrors;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.plpython.sql.DefinedObject;

/**
 * Makes exactly the object that its definition says. A definition with OR REPLACE may replace one;
 * another one fails where there is one, and is rolled back by a drop.
 */
@DatabaseChange(
    name = "plpythonDefinition",
    description = "Makes a PL/Python function, procedure or trigger as PostgreSQL defines it",
    priority = ChangeMetaData.PRIORITY_DEFAULT)
public final class PlPythonDefinitionChange extends DefinitionChange {
  private @Nullable String kind;
  private @Nullable String name;
  private @Nullable String table;
  private @Nullable String replacedDefinition;
  private @Nullable String replacedRemarks;
  private @Nullable String replacedEnabled;

  /** What it is, in SQL's words. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getKind() {
    return kind;
  }

  /** Sets what it is. */
  public void setKind(@Nullable String kind) {
    this.kind = kind;
  }

  /** Its name as SQL, a routine's with its argument types. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getName() {
    return name;
  }

  /** Sets its name. */
  public void setName(@Nullable String name) {
    this.name = name;
  }

  /** A trigger's table as SQL. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getTable() {
    return table;
  }

  /** Sets a trigger's table. */
  public void setTable(@Nullable String table) {
    this.table = table;
  }

  /** The CREATE statement of what a definition with OR REPLACE replaces: the way back. */
  @DatabaseChangeProperty(
      supportsDatabase = "all",
      requiredForDatabase = "none",
      serializationType = SerializationType.NESTED_OBJECT)
  public @Nullable String getReplacedDefinition() {
    return replacedDefinition;
  }

  /** Sets the CREATE statement of what is replaced. */
  public void setReplacedDefinition(@Nullable String replacedDefinition) {
    this.replacedDefinition = replacedDefinition;
  }

  /** The comment of what is replaced. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getReplacedRemarks() {
    return replacedRemarks;
  }

  /** Sets the comment of what is replaced. */
  public void setReplacedRemarks(@Nullable String replacedRemarks) {
    this.replacedRemarks = replacedRemarks;
  }

  /** The state of a trigger that is replaced. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getReplacedEnabled() {
    return replacedEnabled;
  }

  /** Sets the state of a trigger that is replaced. */
  public void setReplacedEnabled(@Nullable String replacedEnabled) {
    this.replacedEnabled = replacedEnabled;
  }

  /** Sets how the object is made, and how what it replaces was. */
  public void define(Definition made, Definition replaced) {
    boolean isEscaped = made.needsEscapes() || replaced.needsEscapes();
    write(made, isEscaped);
    Definition written = isEscaped ? replaced.escaped() : replaced;
    replacedDefinition = written.sql();
    replacedRemarks = written.comment().orElse(null);
    replacedEnabled = stated(replaced);
  }

  @Override
  DefinedObject object() {
    return new DefinedObject(
        kind == null ? "" : kind, name == null ? "" : name, Optional.ofNullable(table));
  }

  @Override
  List<@Nullable String> identifying() {
    return Arrays.asList(kind, name, table);
  }

  @Override
  public SqlStatement[] generateStatements(Database database) {
    return made().map(it -> create(database, it)).orElseGet(() -> new SqlStatement[0]);
  }

  @Override
  void addErrors(ValidationErrors errors) {
    DefinitionMistakes.of(object(), made())
        .forEach(it -> errors.addError("plpythonDefinition wants " + it));
  }

  private boolean replaces() {
    return made().filter(Definition::replaces).isPresent();
  }

  private Optional<Definition> replaced() {
    return read(replacedDefinition, replacedRemarks, replacedEnabled);
  }

  @Override
  public boolean supportsRollback(Database database) {
    return !replaces() || replaced().isPresent();
  }

  @Override
  public SqlStatement[] generateRollbackStatements(Database database)
      throws RollbackImpossibleException {
    if (!replaces()) {
      return drop().generateStatements(database);
    }
    return create(
        database,
        replaced()
            .orElseThrow(
                () ->
                    new RollbackImpossibleException(
                        ("plpythonDefinition of %s says OR REPLACE, and what it replaces is not"
                                + " known: give it replacedDefinition, or the change set a"
                                + " <rollback>")
                            .formatted(name))));
  }

  private DropDefinedChange drop() {
    return object().isTrigger()
        ? DropPlPythonTriggerChange.of(getSchemaName(), object())
        : DropPlPythonFunctionChange.of(getSchemaName(), object());
  }

  @Override
  public String getConfirmationMessage() {
    return "%s %s made as defined".formatted(kind, name);
  }
}
