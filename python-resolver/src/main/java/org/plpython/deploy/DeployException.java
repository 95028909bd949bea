package org.plpython.deploy;

import java.sql.SQLException;
import org.plpython.PlPythonException;

/** The server refused an object. The message names the author's file and line. */
public sealed class DeployException extends PlPythonException permits RefusedException {
  private static final long serialVersionUID = 1L;

  DeployException(String message) {
    super(message);
  }

  DeployException(String message, SQLException cause) {
    super(message, cause);
  }
}
