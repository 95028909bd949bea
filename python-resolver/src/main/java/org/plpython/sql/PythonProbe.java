package org.plpython.sql;

import java.util.Optional;

/** Writes what asks the server's Python about itself; it leaves nothing but two settings. */
public final class PythonProbe {
  /** Where its version stands then, until the transaction ends: {@code 3.11.2}. */
  public static final String VERSION = "plpython.version";

  /** Where the error of importing a module stands then; empty: there was none. */
  public static final String IMPORT_ERROR = "plpython.import_error";

  private static final String TELL =
      """
      import importlib, sys
      def tell(name, text):
          plan = plpy.prepare("SELECT pg_catalog.set_config($1, $2, true)", ["text", "text"])
          plpy.execute(plan, [name, text.encode("ascii", "backslashreplace").decode("ascii")])
      tell("%s", "%%d.%%d.%%d" %% sys.version_info[:3])
      tell("%s", "")
      """
          .formatted(VERSION, IMPORT_ERROR);

  /** Whatever a module throws while it is imported, the deploy goes on to tell of it. */
  private static final String IMPORT =
      """
      try:
          importlib.import_module(%s)
      except BaseException as error:
          tell("%s", "%%s: %%s" %% (type(error).__name__, error))
      """;

  private PythonProbe() {}

  /**
   * The statement.
   *
   * @param module that is imported too
   */
  public static String statement(Optional<String> module) {
    String body =
        TELL
            + module
                .map(name -> IMPORT.formatted(PythonLiteral.quote(name), IMPORT_ERROR))
                .orElse("");
    return "DO LANGUAGE " + RoutineStatements.LANGUAGE + " " + DollarQuote.quote("\n" + body);
  }
}
