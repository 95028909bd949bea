package org.plpython.liquibase.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import liquibase.change.Change;
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
  private static final List<String> KINDS =
      List.of("function", "procedure", "window function", "trigger", "event trigger");

  private @Nullable String kind;
  private @Nullable String name;
  private @Nullable String table;

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
    return new SqlStatement[] {create(database)};
  }

  @Override
  void addErrors(ValidationErrors errors) {
    List<String> missing = new ArrayList<>();
    if (kind == null || !KINDS.contains(kind)) {
      missing.add("kind: one of " + String.join(", ", KINDS));
    }
    if (name == null) {
      missing.add("name: as SQL, a function's with its argument types");
    }
    if ("trigger".equals(kind) == (table == null)) {
      missing.add("table: the table of a trigger, and of nothing else");
    }
    if (missing.isEmpty() && !isDefinition()) {
      missing.add("definition: a CREATE %s statement".formatted(keyword()));
    }
    missing.forEach(it -> errors.addError("plpythonDefinition wants " + it));
  }

  private String keyword() {
    return object().kind().replace("window ", "").toUpperCase(Locale.ROOT);
  }

  private boolean isDefinition() {
    return matches(
        "(?is)\\s*CREATE\\s+(OR\\s+REPLACE\\s+)?(CONSTRAINT\\s+)?" + keyword() + "\\b.*");
  }

  private boolean matches(String pattern) {
    return plain(getDefinition()).filter(Pattern.compile(pattern).asMatchPredicate()).isPresent();
  }

  private boolean replaces() {
    return matches("(?is)\\s*CREATE\\s+OR\\s.*");
  }

  @Override
  public boolean supportsRollback(Database database) {
    return !replaces();
  }

  @Override
  public SqlStatement[] generateRollbackStatements(Database database)
      throws RollbackImpossibleException {
    if (replaces()) {
      throw new RollbackImpossibleException(
          ("plpythonDefinition of %s says OR REPLACE, and what it replaces is not known:"
                  + " give the change set a <rollback> with the earlier definition")
              .formatted(name));
    }
    return super.generateRollbackStatements(database);
  }

  @Override
  protected Change[] createInverses() {
    return new Change[] {
      object().kind().endsWith("trigger")
          ? DropPlPythonTriggerChange.of(getSchemaName(), object())
          : DropPlPythonFunctionChange.of(getSchemaName(), object())
    };
  }

  @Override
  public String getConfirmationMessage() {
    return "%s %s made as defined".formatted(kind, name);
  }
}
