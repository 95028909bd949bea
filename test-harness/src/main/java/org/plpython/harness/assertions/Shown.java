package org.plpython.harness.assertions;

import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.presentation.StandardRepresentation;
import org.jspecify.annotations.Nullable;

/** How values stand in messages. */
final class Shown {

  private static final StandardRepresentation REPRESENTATION = new StandardRepresentation();

  private Shown() {}

  static String value(@Nullable Object value) {
    return String.valueOf(REPRESENTATION.toStringOf(value));
  }

  /** A row's values, one after the other. */
  static String row(List<? extends @Nullable Object> values) {
    return values.stream().map(Shown::value).collect(Collectors.joining(", "));
  }

  static String indented(String text) {
    return text.lines().map(line -> "  " + line).collect(Collectors.joining("\n"));
  }
}
