package org.plpython.object;

import java.util.Optional;

/** Docstrings without their indentation, as PEP 257 says. */
final class Docstring {
  private Docstring() {}

  /** The text; empty if nothing but white space is left. */
  static Optional<String> clean(String docstring) {
    int end = docstring.indexOf('\n');
    String text =
        end < 0
            ? docstring.strip()
            : (docstring.substring(0, end).strip()
                    + "\n"
                    + docstring.substring(end + 1).stripTrailing().stripIndent())
                .strip();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
