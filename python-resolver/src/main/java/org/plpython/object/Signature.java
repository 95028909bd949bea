package org.plpython.object;

import java.util.List;
import java.util.StringJoiner;

/** The argument types that tell routines of one name apart. */
final class Signature {
  private Signature() {}

  /** {@code (integer, text)}. */
  static String of(List<Parameter> parameters) {
    StringJoiner types = new StringJoiner(", ", "(", ")");
    for (Parameter parameter : parameters) {
      types.add(parameter.type().sql());
    }
    return types.toString();
  }
}
