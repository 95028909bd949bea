package org.plpython.cli;

import java.io.PrintWriter;

/** One line on a terminal that says what is being done, and is gone when something else is said. */
final class Status {
  private static final String BACK_AND_CLEAR = "\r\u001b[K";

  private final PrintWriter err;
  private final boolean isShown;
  private boolean isDirty;

  /** With the terminal that shows the stream, or with none, where nothing is shown. */
  Status(PrintWriter err, Terminal terminal) {
    this.err = err;
    this.isShown = terminal.isThere();
  }

  void show(String text) {
    if (isShown) {
      err.print(BACK_AND_CLEAR + text);
      err.flush();
      isDirty = true;
    }
  }

  void clear() {
    if (isDirty) {
      err.print(BACK_AND_CLEAR);
      err.flush();
      isDirty = false;
    }
  }

  /** A line that stays, on a terminal or not. */
  void say(String line) {
    clear();
    err.println(line);
  }
}
