package org.plpython.liquibase.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

  /**
   * Sets how the object is made, with escapes if they are needed.
   *
   * @param state a trigger's
   */
  public void define(String text, Optional<String> comment, Optional<String> state) {
    boolean isEscaped =
        Stream.concat(Stream.of(text), comment.stream()).anyMatch(DefinitionText::needsEscapes);
    definition = isEscaped ? DefinitionText.escape(text) : text;
    remarks = comment.map(it -> isEscaped ? DefinitionText.escape(it) : it).orElse(null);
    escaped = isEscaped ? Boolean.TRUE : null;
    enabled = state.filter(it -> !it.equals("origin") && !it.contains(",")).orElse(null);
  }

  /** What the change is about. */
  abstract DefinedObject object();

  /** A text without its escapes, lines ending as on Unix; a text with escapes is exact. */
  final Optional<String> plain(@Nullable String text) {
    return Optional.ofNullable(text)
        .map(it -> it.replace("\r\n", "\n").replace('\r', '\n'))
        .map(it -> Boolean.TRUE.equals(escaped) ? DefinitionText.unescape(it) : it);
  }

  final DefinitionStatements statements(Database database) {
    return new DefinitionStatements(
        Optional.ofNullable(schemaName)
            .or(() -> Optional.ofNullable(database.getDefaultSchemaName())));
  }

  /** The statement that makes the object. */
  final SqlStatement create(Database database) {
    return new RawSqlStatement(
        statements(database)
            .create(
                object(),
                plain(definition).orElse(""),
                plain(remarks),
                Optional.ofNullable(enabled),
                quoting()));
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
    String all =
        Stream.concat(
                identifying().stream(),
                Stream.of(
                    schemaName,
                    plain(definition).orElse(null),
                    plain(remarks).orElse(null),
                    enabled))
            .map(it -> it == null ? "-" : it.length() + ":" + it)
            .collect(Collectors.joining("\n"));
    return CheckSum.compute(sha256(all));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // each JVM has it
    }
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
