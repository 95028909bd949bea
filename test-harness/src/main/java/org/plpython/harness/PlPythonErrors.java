package org.plpython.harness;

import java.sql.SQLException;
import java.util.List;
import org.plpython.deploy.TracebackTranslator;

/**
 * Errors that Python functions and triggers raise in the server, with the files and lines of their
 * sources, as Python itself would show them. The server names neither. No method takes or returns
 * null; all may be called from several threads.
 */
public final class PlPythonErrors {

  private final TracebackTranslator translator;

  private PlPythonErrors(TracebackTranslator translator) {
    this.translator = translator;
  }

  /**
   * Reads the sources that the database's functions and triggers were installed from.
   *
   * @param locations each {@code classpath:...} or {@code filesystem:...}, such as {@code
   *     classpath:db/plpython}
   * @throws org.plpython.PlPythonException if a location holds no Python file, or sources hold
   *     mistakes
   */
  public static PlPythonErrors of(String... locations) {
    return new PlPythonErrors(new TracebackTranslator(Sources.objects(List.of(locations))));
  }

  /**
   * An error's message.
   *
   * @param error what a statement threw
   * @return what the server said, its traceback in terms of the sources; the driver's own message
   *     where nothing in it is of the sources
   */
  public String message(SQLException error) {
    return translator.translate(error);
  }
}
