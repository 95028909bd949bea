package org.plpython.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A verb that says as whom it is connected, or does something else. */
@Command(name = "verb")
final class Verb implements Callable<Integer> {
  @Mixin private final DatabaseOptions database;
  private final Access access;
  private final DatabaseOptions.Work work;

  private Verb(DatabaseOptions database, Access access, DatabaseOptions.Work work) {
    this.database = database;
    this.access = access;
    this.work = work;
  }

  /** A method of the options. */
  interface Access {
    void run(DatabaseOptions database, DatabaseOptions.Work work) throws SQLException;
  }

  @Override
  public Integer call() throws SQLException {
    access.run(database, work);
    return 0;
  }

  /** Nobody is at the terminal. */
  static Run whoAmI(String... arguments) {
    return whoAmI(Map.of(), user -> Optional.empty(), arguments);
  }

  static Run whoAmI(Map<String, String> environment, PasswordPrompt prompt, String... arguments) {
    StringWriter out = new StringWriter();
    Run run =
        run(
            new DatabaseOptions(environment, prompt),
            DatabaseOptions::connected,
            connection -> out.append(currentUser(connection)),
            arguments);
    return new Run(run.exitCode(), out.toString(), run.err());
  }

  static Run run(Access access, DatabaseOptions.Work work, String... arguments) {
    return run(new DatabaseOptions(Map.of()), access, work, arguments);
  }

  private static Run run(
      DatabaseOptions options, Access access, DatabaseOptions.Work work, String... arguments) {
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(new Verb(options, access, work))
            .setErr(new PrintWriter(err))
            .setParameterExceptionHandler(new UsageErrors(new EnvironmentDefaults(Map.of())))
            .setExecutionExceptionHandler(new Failures())
            .execute(arguments);
    return new Run(exitCode, "", err.toString());
  }

  private static String currentUser(Connection connection) throws SQLException {
    try (ResultSet row = connection.createStatement().executeQuery("SELECT current_user")) {
      row.next();
      return row.getString(1);
    }
  }

  /** In a process of its own, with its terminal. */
  public static void main(String[] arguments) {
    Run run = whoAmI(System.getenv(), PasswordPrompt.onTerminal(), arguments);
    System.out.println(run.out() + run.err());
    System.exit(run.exitCode());
  }
}
