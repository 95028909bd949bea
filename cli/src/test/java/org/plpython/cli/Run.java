package org.plpython.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** One run of the command: its exit code and what it wrote to the two streams. */
record Run(int exitCode, String out, String err) {
  static final Path BOOKSHOP = Path.of("../docs/examples/bookshop/src/main/resources/db/plpython");

  static Run plpython(String... arguments) {
    return plpython(Map.of(), arguments);
  }

  static Run plpython(Map<String, String> environment, String... arguments) {
    return plpython(Terminal.NONE, environment, arguments);
  }

  static Run plpython(Terminal terminal, Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new PlPythonCommand(new PrintWriter(out), new PrintWriter(err), environment, terminal)
            .run(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
