package org.plpython.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;
import org.plpython.liquibase.LiquibasePlan;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option {@code --liquibase}: what an update of Liquibase's would do, in place of a deploy. */
final class LiquibaseOption {
  private static final Set<String> OTHERS =
      Set.of("--liquibase", "--format", "--output", "--color");
  private static final Set<String> CONNECTION = Set.of("--url", "--user");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--liquibase",
      paramLabel = "FILE",
      description = {
        "A changelog, with --url, or Liquibase's .properties file, which names changelog and"
            + " database: shows what liquibase update would do, all change sets included. Settings"
            + " are Liquibase's: liquibase.plpython.* in that file, or LIQUIBASE_PLPYTHON_*."
      })
  private @Nullable Path file;

  boolean isGiven() {
    return file != null;
  }

  /**
   * Looks for options that have no meaning beside it.
   *
   * @throws InvalidArgumentException if there are some
   */
  void requireAlone() {
    if (command == null) {
      throw new IllegalStateException("picocli sets the command first");
    }
    for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
      String name = option.longestName();
      if (!OTHERS.contains(name) && (isProperties() || !CONNECTION.contains(name))) {
        throw new InvalidArgumentException(
            isProperties()
                ? "With --liquibase, what %s says is in Liquibase's file: leave one of them out."
                    .formatted(name)
                : "With --liquibase, %s has no meaning: set it as Liquibase's updates do, by LIQUIBASE_PLPYTHON_*."
                    .formatted(name));
      }
    }
  }

  private boolean isProperties() {
    return String.valueOf(file).endsWith(".properties");
  }

  /**
   * The plan.
   *
   * @throws InvalidArgumentException if the file cannot be used
   * @throws LiquibaseException as Liquibase does
   */
  LiquibasePlan plan(DatabaseOptions database) throws LiquibaseException, SQLException {
    if (file == null || !Files.isRegularFile(file)) {
      throw new InvalidArgumentException("--liquibase " + file + ": there is no such file.");
    }
    LiquibaseRun run = new LiquibaseRun();
    if (isProperties()) {
      return run.ofProperties(file);
    }
    database.require();
    return run.ofChangelog(file, database);
  }
}
