package org.plpython.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong options and verbs: one message and where the help is; without any, the help itself. */
final class UsageErrors implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    if (arguments.length == 0) {
      command.usage(err);
    } else {
      err.println(message(error));
      UnmatchedArgumentException.printSuggestions(error, err);
      err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.SOFTWARE;
  }

  private static String message(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      boolean hasVerbs = !error.getCommandLine().getSubcommands().isEmpty();
      String kind = hasVerbs ? "Unknown verb: '" : "Unexpected argument: '";
      return kind + unmatched.getUnmatched().get(0) + "'";
    }
    return String.valueOf(error.getMessage());
  }
}
