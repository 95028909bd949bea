package org.plpython.object;

import java.util.Objects;

/**
 * A body in PL/Python, which is installed as it is.
 *
 * @param path of its descriptor below the source root
 * @param text with LF line ends
 */
public record RawBody(String path, String text) implements RoutineCode {
  public RawBody {
    Objects.requireNonNull(path);
    Objects.requireNonNull(text);
  }
}
