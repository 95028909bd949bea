package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
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
