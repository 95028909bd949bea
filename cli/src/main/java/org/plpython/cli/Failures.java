package org.plpython.cli;

import java.io.IOException;
import java.io.PrintWriter;
import liquibase.exception.LiquibaseException;
import liquibase.exception.UnexpectedLiquibaseException;
import org.flywaydb.core.api.FlywayException;
import org.plpython.PlPythonException;
import org.plpython.deploy.DeployException;
import org.plpython.harness.PlPythonServerException;
import org.plpython.harness.UnsupportedPlatformException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What the user can mend is a message; a bug of ours keeps its stack trace. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (isForTheUser(failure)) {
      printReasons(failure, err);
    } else {
      err.println("plpython: this is a bug of plpython; please report it with these lines:");
      failure.printStackTrace(err);
    }
    return ExitCode.SOFTWARE;
  }

  private static boolean isForTheUser(Exception failure) {
    return failure instanceof PlPythonException
        || failure instanceof FlywayException
        || failure instanceof LiquibaseException
        || failure instanceof UnexpectedLiquibaseException
        || failure instanceof PlPythonServerException
        || failure instanceof UnsupportedPlatformException;
  }

  /** A deploy's message says all of the server's error that is the author's. */
  private static void printReasons(Exception failure, PrintWriter err) {
    String message = String.valueOf(failure.getMessage());
    err.println(message);
    Throwable last = failure;
    while (!(last instanceof DeployException) && last.getCause() != null) {
      last = last.getCause();
      if (addsTo(message, last)) {
        err.println("  because of " + last);
      }
    }
  }

  /** Of files Java's messages hold the path alone: the exception's name is the reason. */
  private static boolean addsTo(String message, Throwable cause) {
    String text = cause.getMessage();
    return text == null || cause instanceof IOException || !message.contains(text.strip());
  }
}
