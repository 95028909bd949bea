package org.plpython.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The verb {@code completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    header = "Print a script that makes bash and zsh complete verbs and options.",
    synopsisHeading = "%n",
    customSynopsis = "Usage: plpython completion",
    descriptionHeading = "%n",
    description = {
      "The program has to be found as 'plpython' on the PATH, or by an alias of that name."
    },
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:printed", "1:an error"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(plpython completion)               for this shell",
      "  plpython completion > ~/.plpython-completion   and in ~/.bashrc or ~/.zshrc:",
      "  source ~/.plpython-completion"
    })
final class CompletionCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Spec private @Nullable CommandSpec spec;

  CompletionCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command first");
    }
    CommandLine program = spec.root().commandLine();
    out.print(AutoComplete.bash(program.getCommandName(), program));
    out.flush();
    return ExitCode.OK;
  }
}
