package org.plpython.liquibase;

import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import liquibase.Contexts;
import liquibase.GlobalConfiguration;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.command.AbstractCommandStep;
import liquibase.command.CommandArgumentDefinition;
import liquibase.command.CommandBuilder;
import liquibase.command.CommandDefinition;
import liquibase.command.CommandResultsBuilder;
import liquibase.command.CommandScope;
import liquibase.command.CommonArgumentNames;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.database.Database;
import liquibase.exception.CommandValidationException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;

/**
 * The command {@code plpython plan}: shows what {@code update} would do. It ends in failure if an
 * update would be refused, and where it is told to, if there is anything to do.
 */
public final class PlPythonPlanCommandStep extends AbstractCommandStep {
  private static final String[] NAME = {"plpython", "plan"};
  private static final int REFUSED = 1;
  private static final int CHANGES = 2;
  private static final CommandBuilder ARGUMENTS = new CommandBuilder(NAME);

  static final CommandArgumentDefinition<String> CHANGELOG =
      ARGUMENTS
          .argument(CommonArgumentNames.CHANGELOG_FILE, String.class)
          .required()
          .description("The root changelog file")
          .build();
  static final CommandArgumentDefinition<String> CONTEXTS =
      ARGUMENTS
          .argument("contextFilter", String.class)
          .addAlias("contexts")
          .description("Context string to use for filtering")
          .build();
  static final CommandArgumentDefinition<String> LABELS =
      ARGUMENTS
          .argument("labelFilter", String.class)
          .addAlias("labels")
          .description("Label expression to use for filtering")
          .build();
  static final CommandArgumentDefinition<String> FORMAT =
      ARGUMENTS
          .argument("format", String.class)
          .description("text for people, json for programs")
          .defaultValue("text")
          .build();
  static final CommandArgumentDefinition<Boolean> FAIL_ON_CHANGES =
      ARGUMENTS
          .argument("failOnChanges", Boolean.class)
          .description("End with exit code 2 if update would do anything")
          .defaultValue(false)
          .build();

  /** Liquibase makes one. */
  public PlPythonPlanCommandStep() {}

  @Override
  public String[][] defineCommandNames() {
    return new String[][] {NAME};
  }

  @Override
  public void adjustCommandDefinition(CommandDefinition command) {
    command.setShortDescription(
        "Show what update would do, Python functions and triggers included");
    command.setLongDescription(
        "Compares the changelog and its Python sources with the database, and shows each change set"
            + " that is pending and each function and trigger that would be created, replaced,"
            + " recreated or dropped, with the differences. Nothing is written, not even"
            + " Liquibase's own tables. Exit code 1 if update would be refused.");
    command.setGroupShortDescription(
        new String[] {NAME[0]}, "Commands for Python functions and triggers in PostgreSQL");
  }

  @Override
  public List<Class<?>> requiredDependencies() {
    return List.of(Database.class);
  }

  @Override
  public void validate(CommandScope command) throws CommandValidationException {
    super.validate(command);
    String format = command.getArgumentValue(FORMAT);
    if (!format.equals("text") && !format.equals("json")) {
      throw new CommandValidationException(
          "format: '%s' is not possible: write text or json".formatted(format));
    }
  }

  @Override
  public void run(CommandResultsBuilder results) throws Exception {
    CommandScope command = results.getCommandScope();
    LiquibasePlan plan = plan(command);
    Writer out =
        new OutputStreamWriter(
            results.getOutputStream(), GlobalConfiguration.OUTPUT_FILE_ENCODING.getCurrentValue());
    out.write(command.getArgumentValue(FORMAT).equals("json") ? plan.json() : plan.text());
    out.flush();
    results.addResult("plan", plan);
    if (plan.isRefused()) {
      throw results.commandFailed("The plan is refused: update would fail.", REFUSED, true);
    }
    if (command.getArgumentValue(FAIL_ON_CHANGES) && !plan.isEmpty()) {
      throw results.commandFailed("There is something to do.", CHANGES, true);
    }
  }

  private static LiquibasePlan plan(CommandScope command) throws Exception {
    Database database = (Database) command.getDependency(Database.class);
    ChangeLogParameters parameters = new ChangeLogParameters(database);
    parameters.addJavaProperties();
    parameters.addDefaultFileProperties();
    Contexts contexts = new Contexts(command.getArgumentValue(CONTEXTS));
    LabelExpression labels = new LabelExpression(command.getArgumentValue(LABELS));
    parameters.setContexts(contexts);
    parameters.setLabels(labels);
    return LiquibasePlan.of(
        database,
        parsed(command.getArgumentValue(CHANGELOG), parameters, database),
        contexts,
        labels);
  }

  /**
   * With a database at hand Liquibase makes its history while it reads what a changelog includes,
   * so that it is given one only where there is a history.
   */
  private static DatabaseChangeLog parsed(
      String file, ChangeLogParameters parameters, Database database) throws Exception {
    if (!database.getRanChangeSetList().isEmpty()) {
      return DatabaseChangelogCommandStep.getDatabaseChangeLog(file, parameters, database);
    }
    ResourceAccessor resources = Scope.getCurrentScope().getResourceAccessor();
    return ChangeLogParserFactory.getInstance()
        .getParser(file, resources)
        .parse(file, parameters, resources);
  }
}
