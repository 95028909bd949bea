package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.DeployException;
import org.plpython.deploy.Installer;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class FailuresTest {
  @Test
  void message_stands_alone_when_the_user_can_mend_it() {
    assertThat(failWith(new InvalidArgumentException("Name a folder.")))
        .isEqualTo(new Run(1, "", "Name a folder.\n"));
  }

  @Test
  void causes_follow_when_the_message_does_not_quote_them() {
    Exception cause = new IllegalArgumentException("quoted", new FileNotFoundException("x.sql"));
    assertThat(failWith(new FlywayException("It is quoted here.", cause)))
        .isEqualTo(
            new Run(
                1,
                "",
                """
                It is quoted here.
                  because of java.io.FileNotFoundException: x.sql
                """));
  }

  @Test
  void servers_words_are_not_repeated_when_a_deploy_fails() throws SQLException {
    SourceFile file =
        new SourceFile(
            "db",
            "f.py",
            "from plpython import plfunction\n@plfunction\ndef f() -> int: return 1\n");
    DatabaseObject object = PythonResolver.resolveFiles(List.of(file)).get(0);
    try (PlPythonDatabase database = EmbeddedPostgres.shared().createDatabase();
        Connection connection = database.connect()) {
      connection
          .createStatement()
          .execute(
              """
              CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS
                'BEGIN RAISE ''not today'' USING HINT = ''Come back.''; END';
              CREATE EVENT TRIGGER refuse ON ddl_command_start WHEN tag IN ('CREATE FUNCTION')
                EXECUTE FUNCTION refuse()""");
      DeployException refused =
          catchThrowableOfType(
              DeployException.class, () -> new Installer(connection).install(object));
      String message =
          """
          db/f.py:3: cannot install the function f(): ERROR: not today
            Hint: Come back.
            Where: PL/pgSQL function refuse() line 1 at RAISE
          """;
      assertThat(failWith(refused)).isEqualTo(new Run(1, "", message));
      assertThat(failWith(new FlywayException("Migration failed.", refused)))
          .isEqualTo(new Run(1, "", "Migration failed.\n  because of " + refused + "\n"));
    }
  }

  @Test
  void stack_trace_is_kept_when_the_bug_is_ours() {
    Run run = failWith(new IllegalStateException("impossible"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("plpython: this is a bug of plpython")
        .contains(
            "java.lang.IllegalStateException: impossible\n\tat org.plpython.cli.FailuresTest");
  }

  private static Run failWith(Exception failure) {
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(new Failing(failure))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(new Failures())
            .execute();
    return new Run(exitCode, "", err.toString());
  }

  @Command
  private record Failing(Exception failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      throw failure;
    }
  }
}
