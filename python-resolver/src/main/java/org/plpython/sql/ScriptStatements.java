package org.plpython.sql;

import org.plpython.object.Program;
import org.plpython.object.Script;

/** Writes what runs a script in the server. */
public final class ScriptStatements {
  /**
   * The program is loaded as a function's is, and what the session would keep of it is taken out
   * again: it runs anew whenever it is sent. In it, {@code sys.modules["__main__"]} is its module,
   * as it is of a program's file.
   */
  private static final String TEMPLATE =
      """
      # plpython-migrate: %s
      def run():
          import sys
          main = sys.modules["__main__"]
          try:
      %s    finally:
              sys.modules["__main__"] = main
              for key in [*sys.modules]:
                  if key.startswith("_plpython.__plpython_inline_block"):
                      del sys.modules[key]
              sys.modules["_plpython"].__dict__.pop("__plpython_inline_block", None)
      run()
      """;

  private ScriptStatements() {}

  /** The block of PL/Python; its tracebacks count lines from the first. */
  public static String block(Script script, ServerEncoding encoding) {
    Program program = script.program();
    return "\n"
        + encoding.written(
            TEMPLATE.formatted(program.path(), ModuleLoader.write(program)), program);
  }

  /** The statement that runs it. */
  public static String run(Script script, ServerEncoding encoding) {
    return "DO LANGUAGE "
        + RoutineStatements.LANGUAGE
        + " "
        + DollarQuote.quote(block(script, encoding));
  }

  /** A statement that does nothing but have the server's Python compile it. */
  public static String compileCheck(Script script, ServerEncoding encoding) {
    return DdlWriter.compileCheck(script.program(), encoding);
  }
}
