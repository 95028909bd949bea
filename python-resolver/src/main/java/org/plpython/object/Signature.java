package org.plpython.object;

import java.util.List;
import java.util.stream.Collectors;

/** The argument types that tell routines of one name apart. */
final class Signature {
  private Signature() {}

  /** {@code (integer, text)}. */
  static String of(List<Parameter> parameters) {
    return parameters.stream()
        .map(parameter -> parameter.type().sql())
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
