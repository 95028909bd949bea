package org.plpython.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong options and verbs: one message and where the help is; without any, the help itself. */
final class UsageErrors implements IParameterExceptionHandler {
  private final EnvironmentDefaults defaults;

  UsageErrors(EnvironmentDefaults defaults) {
    this.defaults = defaults;
  }

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    if (arguments.length == 0) {
      command.usage(err);
    } else {
      err.println(message(error) + origin(error, arguments));
      UnmatchedArgumentException.printSuggestions(error, err);
      err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitCode.SOFTWARE;
  }

  /** Of an option that is not given, its value was the environment's. */
  private String origin(ParameterException error, String[] arguments) {
    if (!(error.getArgSpec() instanceof OptionSpec option)
        || Arrays.stream(arguments).anyMatch(it -> isGiven(option, it))) {
      return "";
    }
    return defaults.variable(option).map(it -> ", from the environment variable " + it).orElse("");
  }

  private static boolean isGiven(OptionSpec option, String argument) {
    String name = option.longestName();
    return argument.equals(name) || argument.startsWith(name + "=");
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
