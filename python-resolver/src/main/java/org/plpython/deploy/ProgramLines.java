package org.plpython.deploy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a program, to tell whether a frame is of it: PL/Python names the Python function and
 * the line, but not the file.
 */
final class ProgramLines {
  private static final Pattern DEFINITION =
      Pattern.compile(
          "(\\s*)(?:async\\s+def|def|class)\\s+(\\w+).*", Pattern.UNICODE_CHARACTER_CLASS);

  private static final Set<String> COMPREHENSIONS =
      Set.of("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>");

  /** What a lambda or a comprehension may take up. */
  private static final int EXPRESSION = 20;

  private final List<String> lines;

  ProgramLines(String text) {
    this.lines = List.of(text.split("\n", -1));
  }

  /** The text of a line, counted from 1. */
  String line(int number) {
    return lines.get(number - 1);
  }

  /** Whether the line may stand in a function of that name, as a code object has it. */
  boolean mayHold(String function, int number) {
    if (number < 1 || number > lines.size()) {
      return false;
    } else if (function.equals(Frame.MODULE)) {
      return true;
    } else if (function.equals("<lambda>")) {
      return isNear("lambda", number);
    } else if (COMPREHENSIONS.contains(function)) {
      return isNear("for", number);
    }
    return isDefined(function, number);
  }

  private boolean isNear(String word, int number) {
    int first = Math.max(0, number - EXPRESSION);
    int last = Math.min(lines.size(), number + EXPRESSION);
    return lines.subList(first, last).stream().anyMatch(line -> line.contains(word));
  }

  /** The name of the innermost definition that a line is indented under. */
  Optional<String> functionAt(int number) {
    if (number < 1 || number > lines.size()) {
      return Optional.empty();
    }
    int indent = line(number).length() - line(number).stripLeading().length();
    return definitions(number).stream()
        .filter(definition -> definition.indent() < indent)
        .findFirst()
        .map(Definition::name);
  }

  private boolean isDefined(String function, int number) {
    return definitions(number).stream().anyMatch(d -> d.name().equals(function));
  }

  /** The definitions that may be open there, innermost first: none as far out came after them. */
  private List<Definition> definitions(int number) {
    List<Definition> open = new ArrayList<>();
    int outermost = Integer.MAX_VALUE;
    for (int n = number; n >= 1; n--) {
      Matcher definition = DEFINITION.matcher(line(n));
      if (definition.matches() && definition.group(1).length() < outermost) {
        outermost = definition.group(1).length();
        open.add(new Definition(outermost, normal(definition.group(2))));
      }
    }
    return open;
  }

  private record Definition(int indent, String name) {}

  /** As Python reads an identifier. */
  private static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC);
  }
}
