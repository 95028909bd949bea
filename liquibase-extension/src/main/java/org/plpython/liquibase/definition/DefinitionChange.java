package org.plpython.liquibase.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.change.AbstractChange;
import liquibase.change.CheckSum;
import liquibase.change.DatabaseChangeProperty;
import liquibase.database.Database;
import liquibase.diff.output.changelog.DiffToChangeLog;
import liquibase.exception.ValidationErrors;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawSqlStatement;
import org.jspecify.annotations.Nullable;
import org.plpython.liquibase.PostgresOnly;
import org.plpython.sql.DefinedObject;
import org.plpython.sql.DefinitionStatements;
import org.plpython.sql.Quoting;

/**
 * A change of one object that is defined in the server's own words. It runs as one statement, which
 * is never split; its checksum sees each character, but not how lines end.
 */
public abstract class DefinitionChange extends AbstractChange {
  private @Nullable String schemaName;
  private @Nullable String definition;
  private @Nullable String remarks;
  private @Nullable String enabled;
  private @Nullable Boolean escaped;

  /** The schema that the object is in, or its table; null: the default schema. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getSchemaName() {
    return schemaName;
  }

  /** Sets the schema. */
  public void setSchemaName(@Nullable String schemaName) {
    this.schemaName = schemaName;
  }

  /** The CREATE statement. */
  @DatabaseChangeProperty(
      supportsDatabase = "all",
      requiredForDatabase = "none",
      serializationType = SerializationType.DIRECT_VALUE)
  public @Nullable String getDefinition() {
    return definition;
  }

  /** Sets the CREATE statement. */
  public void setDefinition(@Nullable String definition) {
    this.definition = definition;
  }

  /** The comment; null: the object has none. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getRemarks() {
    return remarks;
  }

  /** Sets the comment. */
  public void setRemarks(@Nullable String remarks) {
    this.remarks = remarks;
  }

  /** A trigger's state: {@code always}, {@code replica}, {@code disabled}; null: as a new one. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable String getEnabled() {
    return enabled;
  }

  /** Sets the state. */
  public void setEnabled(@Nullable String enabled) {
    this.enabled = enabled;
  }

  /** Whether definition and remarks have escapes: two backslashes for one, Unicode by number. */
  @DatabaseChangeProperty(supportsDatabase = "all", requiredForDatabase = "none")
  public @Nullable Boolean getEscaped() {
    return escaped;
  }

  /** Says whether there are escapes. */
  public void setEscaped(@Nullable Boolean escaped) {
    this.escaped = escaped;
  }

  /** Sets how the object is made, with escapes if they are needed. */
  public void define(Definition made) {
    write(made, made.needsEscapes());
  }

  final void write(Definition made, boolean isEscaped) {
    Definition written = isEscaped ? made.escaped() : made;
    definition = written.sql();
    remarks = written.comment().orElse(null);
    enabled = stated(made);
    escaped = isEscaped ? Boolean.TRUE : null;
  }

  /** A state that has to be set; of a table's partitions that differ no statement can say it. */
  static @Nullable String stated(Definition made) {
    return made.enabled().filter(it -> !it.equals("origin") && !it.contains(",")).orElse(null);
  }

  /** The definition first: in XML its text takes the place of all that the element had before. */
  @Override
  public Set<String> getSerializableFields() {
    Set<String> fields = new LinkedHashSet<>();
    fields.add("definition");
    fields.addAll(super.getSerializableFields());
    return fields;
  }

  /** What the change is about. */
  abstract DefinedObject object();

  /** How the object is made; empty if nobody says it. */
  final Optional<Definition> made() {
    return read(definition, remarks, enabled);
  }

  /** Without escapes, lines ending as on Unix; a text with escapes is exact. */
  final Optional<Definition> read(
      @Nullable String sql, @Nullable String comment, @Nullable String state) {
    return Optional.ofNullable(sql)
        .map(it -> new Definition(it, Optional.ofNullable(comment), Optional.ofNullable(state)))
        .map(Definition::normalized)
        .map(it -> Boolean.TRUE.equals(escaped) ? it.unescaped() : it);
  }

  final DefinitionStatements statements(Database database) {
    return new DefinitionStatements(
        Optional.ofNullable(schemaName)
            .or(() -> Optional.ofNullable(database.getDefaultSchemaName())));
  }

  /** The statement that makes the object. */
  final SqlStatement[] create(Database database, Definition made) {
    return new SqlStatement[] {
      new RawSqlStatement(
          statements(database)
              .create(object(), made.sql(), made.comment(), made.enabled(), quoting()))
    };
  }

  /**
   * Formatted SQL, which only the making of changelogs writes, is read by what knows no dollar
   * quotes.
   */
  private static Quoting quoting() {
    return Scope.getCurrentScope().has(DiffToChangeLog.DIFF_SNAPSHOT_DATABASE)
        ? Quoting.INERT
        : Quoting.LEGIBLE;
  }

  /** What the checksum sees besides. */
  abstract List<@Nullable String> identifying();

  @Override
  public CheckSum generateCheckSum() {
    Optional<Definition> made = made();
    return DefinitionChecksum.of(
        Stream.concat(
            identifying().stream(),
            Stream.of(
                schemaName,
                made.map(Definition::sql).orElse(null),
                made.flatMap(Definition::comment).orElse(null),
                enabled)));
  }

  @Override
  public boolean supports(Database database) {
    return PostgresOnly.holds(database);
  }

  @Override
  public ValidationErrors validate(Database database) {
    ValidationErrors errors = new ValidationErrors(this);
    if (PostgresOnly.holds(database)) {
      addErrors(errors);
    } else {
      errors.addError(PostgresOnly.refusal(getSerializedObjectName(), database));
    }
    return errors;
  }

  /** Says what is missing or wrong. */
  abstract void addErrors(ValidationErrors errors);
}
