package org.plpython.object;

import java.util.Optional;
import org.plpython.descriptor.Declaration;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;

/** Docstrings without their indentation, as PEP 257 says. */
final class Docstring {
  private Docstring() {}

  /**
   * The comment that a function's docstring becomes; one that cannot be is reported. A body has
   * none.
   */
  static Optional<String> comment(Declaration declaration, Diagnostics diagnostics) {
    if (declaration.body().isPresent()) {
      return Optional.empty();
    }
    Function function = declaration.function();
    Optional<String> text = function.docstring().flatMap(Docstring::clean);
    if (text.isPresent() && !SqlText.isText(text.get())) {
      diagnostics.report(
          declaration.file().source(),
          function.position(),
          "the docstring holds a character that PostgreSQL has not",
          "Remove the NUL or the surrogate from it: the docstring becomes the comment.");
    }
    return text;
  }

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
