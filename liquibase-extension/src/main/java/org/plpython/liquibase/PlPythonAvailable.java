package org.plpython.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.database.DatabaseConnection;
import liquibase.database.OfflineConnection;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.PreconditionErrorException;
import liquibase.exception.PreconditionFailedException;
import liquibase.exception.ValidationErrors;
import liquibase.exception.Warnings;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.precondition.AbstractPrecondition;
import liquibase.resource.ResourceAccessor;
import org.jspecify.annotations.Nullable;
import org.plpython.InvalidSettingException;
import org.plpython.deploy.PythonRequirement;
import org.plpython.deploy.PythonRequirement.Extension;
import org.plpython.deploy.PythonVersion;
import org.plpython.plan.Refusal;

/**
 * The precondition {@code plpythonAvailable}: the database has PL/Python, and the role may use it.
 * Like {@code sqlCheck}, it asks the live database, and so not where SQL is written for later,
 * unless {@code onSqlOutput} says so.
 */
public final class PlPythonAvailable extends AbstractPrecondition {
  private static final Pattern MODULE = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

  private @Nullable String minimumPython;
  private @Nullable String module;
  private @Nullable String extension;
  private final List<String> mistakes = new ArrayList<>();

  /** The first version of Python that will do, {@code 3.11}; null: any. */
  public @Nullable String getMinimumPython() {
    return minimumPython;
  }

  /** Sets the first version of Python that will do. */
  public void setMinimumPython(@Nullable String minimumPython) {
    this.minimumPython = minimumPython;
  }

  /** A module that the server's Python can import; null: none in particular. */
  public @Nullable String getModule() {
    return module;
  }

  /** Sets a module that the server's Python can import. */
  public void setModule(@Nullable String module) {
    this.module = module;
  }

  /** {@code installed}, or {@code installable}: the role can create it; null: installed. */
  public @Nullable String getExtension() {
    return extension;
  }

  /** Sets whether the extension is there or can be created. */
  public void setExtension(@Nullable String extension) {
    this.extension = extension;
  }

  @Override
  public String getName() {
    return "plpythonAvailable";
  }

  @Override
  public Set<String> getSerializableFields() {
    return Set.of("minimumPython", "module", "extension");
  }

  @Override
  public String getSerializedObjectNamespace() {
    return GENERIC_CHANGELOG_EXTENSION_NAMESPACE;
  }

  /** Keeps for later what Liquibase would pass over in silence. */
  @Override
  public void load(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
    for (ParsedNode child : node.getChildren()) {
      if (!getSerializableFields().contains(child.getName())) {
        mistakes.add(
            "it has no attribute %s, but minimumPython, module and extension"
                .formatted(child.getName()));
      } else if (child.getName().equals("minimumPython") && child.getValue() instanceof Number) {
        mistakes.add("minimumPython: write it in quotes, as a number 3.10 is 3.1");
      }
    }
    super.load(node, resources);
  }

  @Override
  public Warnings warn(Database database) {
    return new Warnings();
  }

  @Override
  public ValidationErrors validate(Database database) {
    ValidationErrors errors = new ValidationErrors(this);
    mistakes().forEach(errors::addError);
    return errors;
  }

  /** Tells of mistakes too: Liquibase validates the preconditions of changelogs only. */
  @Override
  public void check(
      Database database,
      @Nullable DatabaseChangeLog changeLog,
      @Nullable ChangeSet changeSet,
      @Nullable ChangeExecListener listener)
      throws PreconditionFailedException, PreconditionErrorException {
    try {
      List<String> wrong = mistakes();
      if (!wrong.isEmpty()) {
        throw new InvalidSettingException(String.join("\n", wrong));
      }
      List<String> missing = missing(database);
      if (!missing.isEmpty()) {
        throw new PreconditionFailedException(String.join("\n", missing), changeLog, this);
      }
    } catch (SQLException | DatabaseException | InvalidSettingException failure) {
      throw new PreconditionErrorException(failure, changeLog, this);
    }
  }

  private List<String> mistakes() {
    List<String> all = new ArrayList<>(mistakes);
    try {
      requirement();
    } catch (InvalidSettingException wrong) {
      all.add(String.valueOf(wrong.getMessage()));
    }
    return all.stream().map(it -> getName() + ": " + it).toList();
  }

  private List<String> missing(Database database) throws SQLException, DatabaseException {
    if (!PostgresOnly.holds(database)) {
      return List.of(
          "%s has no PL/Python: only PostgreSQL itself has".formatted(database.getShortName()));
    }
    DatabaseConnection connection = database.getConnection();
    if (connection instanceof OfflineConnection) {
      throw new DatabaseException(
          "whether the server has PL/Python cannot be told offline: leave onSqlOutput out, or say"
              + " onSqlOutput IGNORE");
    }
    Connection jdbc = ((JdbcConnection) connection).getUnderlyingConnection();
    return requirement().unmet(jdbc).stream().map(Refusal::toString).toList();
  }

  private PythonRequirement requirement() {
    return new PythonRequirement(
        Optional.ofNullable(extension).map(PlPythonAvailable::parsed).orElse(Extension.INSTALLED),
        Optional.ofNullable(minimumPython).map(PlPythonAvailable::version),
        Optional.ofNullable(module).map(PlPythonAvailable::checked));
  }

  private static Extension parsed(String text) {
    for (Extension extension : Extension.values()) {
      if (extension.name().toLowerCase(Locale.ROOT).equals(text)) {
        return extension;
      }
    }
    throw new InvalidSettingException(
        "extension: '%s' is not possible: write installed or installable".formatted(text));
  }

  private static PythonVersion version(String text) {
    try {
      return PythonVersion.parse(text);
    } catch (InvalidSettingException wrong) {
      throw new InvalidSettingException("minimumPython: " + wrong.getMessage());
    }
  }

  private static String checked(String module) {
    if (!MODULE.matcher(module).matches()) {
      throw new InvalidSettingException(
          "module: '%s' is no module's name: write numpy or xml.etree".formatted(module));
    }
    return module;
  }
}
