package org.plpython;

/** A setting has a value that it cannot have. */
public final class InvalidSettingException extends PlPythonException {
  private static final long serialVersionUID = 1L;

  /** With a message that names the setting, its value, and what it can be. */
  public InvalidSettingException(String message) {
    super(message);
  }
}
