package org.plpython.source;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** What stands in a file beside a script: {@code V7__x.py.conf}. */
public final class ScriptSettings {
  private static final String IN_TRANSACTION = "executeInTransaction";

  private ScriptSettings() {}

  /**
   * Whether the script runs in a transaction; {@code executeInTransaction=false} says no; empty:
   * the file does not say. Anything else in it is a mistake, and goes to the diagnostics.
   */
  public static Optional<Boolean> isTransactional(SourceFile file, Diagnostics diagnostics) {
    Properties settings = new Properties();
    try {
      settings.load(new StringReader(file.text()));
    } catch (IOException | IllegalArgumentException malformed) {
      diagnostics.report(
          file,
          Position.START,
          "the file holds no settings: " + malformed.getMessage(),
          "Write " + IN_TRANSACTION + "=false.");
    }
    for (String key : new TreeSet<>(settings.stringPropertyNames())) {
      String value = settings.getProperty(key).strip();
      if (!key.equals(IN_TRANSACTION) || !(value.equals("true") || value.equals("false"))) {
        diagnostics.report(
            file,
            position(file, key),
            "'" + key + "=" + value + "' is no setting of a Python migration",
            "The only one is " + IN_TRANSACTION + ", true or false.");
      }
    }
    return Optional.ofNullable(settings.getProperty(IN_TRANSACTION))
        .map(value -> !value.strip().equals("false"));
  }

  private static Position position(SourceFile file, String key) {
    for (int line = 1; line <= file.lines().size(); line++) {
      int column = file.line(line).indexOf(key);
      if (column >= 0) {
        return new Position(line, column + 1);
      }
    }
    return Position.START;
  }
}
