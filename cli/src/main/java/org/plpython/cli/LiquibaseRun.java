package org.plpython.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.command.CommandFailedException;
import liquibase.command.CommandResults;
import liquibase.command.CommandScope;
import liquibase.configuration.LiquibaseConfiguration;
import liquibase.configuration.core.DefaultsFileValueProvider;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.CommandExecutionException;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.SearchPathResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.plpython.liquibase.LiquibasePlan;

/** Liquibase's command {@code plpython plan}, run as its own command line runs it. */
final class LiquibaseRun {
  /** Kept, as the level of a logger that nobody holds may be forgotten. */
  private static final Logger LOG = Logger.getLogger("liquibase");

  private static final Logger OUR_LOG = Logger.getLogger("org.plpython.liquibase");

  /** What is done with Liquibase. */
  private interface Work {
    LiquibasePlan run() throws Exception;
  }

  /** By Liquibase's own file, and what the environment says before it. */
  LiquibasePlan ofProperties(Path file) throws LiquibaseException {
    return inScope(
        () -> {
          LiquibaseConfiguration configuration =
              Scope.getCurrentScope().getSingleton(LiquibaseConfiguration.class);
          DefaultsFileValueProvider properties = new DefaultsFileValueProvider(file.toFile());
          configuration.registerProvider(properties);
          try {
            return execute(new CommandScope("plpython", "plan"));
          } finally {
            configuration.unregisterProvider(properties);
          }
        });
  }

  /** By a changelog and a connection. */
  LiquibasePlan ofChangelog(Path changelog, DatabaseOptions database)
      throws LiquibaseException, SQLException {
    List<LiquibasePlan> plan = new ArrayList<>();
    List<LiquibaseException> failure = new ArrayList<>();
    database.connected(
        connection -> {
          try {
            plan.add(
                inScope(
                    () ->
                        execute(
                            new CommandScope("plpython", "plan")
                                .addArgumentValue("changelogFile", changelog.toString())
                                .addArgumentValue(
                                    "database",
                                    DatabaseFactory.getInstance()
                                        .findCorrectDatabaseImplementation(
                                            new JdbcConnection(connection))))));
          } catch (LiquibaseException failed) {
            failure.add(failed);
          }
        });
    if (!failure.isEmpty()) {
      throw failure.get(0);
    }
    return plan.get(0);
  }

  private static LiquibasePlan execute(CommandScope command) throws CommandExecutionException {
    CommandResults results;
    try {
      results = command.setOutput(OutputStream.nullOutputStream()).execute();
    } catch (CommandExecutionException failure) {
      if (!(failure.getCause() instanceof CommandFailedException refused)) {
        throw failure;
      }
      results = refused.getResults();
    }
    return (LiquibasePlan) results.getResult("plan");
  }

  /** Without a word of Liquibase's own to anybody. */
  private static LiquibasePlan inScope(Work work) throws LiquibaseException {
    LOG.setLevel(Level.OFF);
    OUR_LOG.setLevel(Level.WARNING);
    List<LiquibasePlan> plan = new ArrayList<>();
    try {
      Map<String, Object> scope =
          Map.of(
              Scope.Attr.resourceAccessor.name(),
              new SearchPathResourceAccessor(new DirectoryResourceAccessor(Path.of("."))),
              Scope.Attr.ui.name(),
              new LoggerUIService(),
              "liquibase.analytics.enabled",
              false);
      Scope.child(scope, () -> plan.add(work.run()));
      return plan.get(0);
    } catch (LiquibaseException | RuntimeException failure) {
      throw failure;
    } catch (IOException unreadable) {
      throw new LiquibaseException(unreadable);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }
}
