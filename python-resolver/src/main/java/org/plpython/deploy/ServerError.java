package org.plpython.deploy;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Origin;

/**
 * Says a server's refusal in the author's terms: which object, which file, which line, what now.
 */
final class ServerError {
  private static final Pattern LINE = Pattern.compile("\\(.*, line (\\d+)\\)");

  private ServerError() {}

  static DeployException explain(DatabaseObject object, SQLException error) {
    String message =
        "%s: cannot install the %s %s: %s"
            .formatted(
                place(object.origin(), error), object.kind(), object.identity(), text(error));
    String advice = advice(error).map(a -> "\n  " + a).orElse("");
    return new DeployException(message + advice, error);
  }

  private static String text(SQLException error) {
    return String.valueOf(error.getMessage()).strip();
  }

  /** A syntax error's line counts from the program's first. */
  private static String place(Origin origin, SQLException error) {
    Matcher line = LINE.matcher(text(error));
    List<Integer> lines = origin.lines();
    if (line.find()) {
      int number = Integer.parseInt(line.group(1));
      if (number <= lines.size() && lines.get(number - 1) > 0) {
        return origin.file().displayPath() + ":" + lines.get(number - 1);
      }
    }
    return origin.toString();
  }

  private static Optional<String> advice(SQLException error) {
    String text = text(error);
    if (text.contains("language \"plpython3u\" does not exist")) {
      return Optional.of(
          "The database has no PL/Python yet. A superuser installs it with: CREATE EXTENSION"
              + " plpython3u");
    } else if (text.contains("permission denied for language plpython3u")) {
      return Optional.of(
          "PL/Python is an untrusted language: only a superuser may install its functions. Deploy as"
              + " one.");
    } else if (text.contains("SyntaxError")) {
      return Optional.of("The server's Python is older than this syntax, or does not know it.");
    }
    return Optional.empty();
  }
}
