package org.plpython.yaml;

import org.plpython.source.Position;

/** A mistake after which nothing more of a file can be read. */
final class UnreadableYaml extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Position position;
  private final String advice;

  UnreadableYaml(Position position, String message, String advice) {
    super(message);
    this.position = position;
    this.advice = advice;
  }

  Position position() {
    return position;
  }

  String advice() {
    return advice;
  }
}
