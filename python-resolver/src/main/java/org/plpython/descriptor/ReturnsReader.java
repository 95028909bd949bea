package org.plpython.descriptor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plpython.descriptor.Declaration.Returns;
import org.plpython.python.Expression;
import org.plpython.source.Position;

/** Reads the option {@code returns}: a type, SETOF a type, TABLE (...), or names and types. */
final class ReturnsReader {
  private static final Pattern SET =
      Pattern.compile("SETOF\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern TABLE =
      Pattern.compile("TABLE\\s*\\((.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern COLUMN =
      Pattern.compile("(\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)\\s+(.+)", Pattern.DOTALL);

  private final Options options;

  ReturnsReader(Options options) {
    this.options = options;
  }

  /** The option; empty if it is not written, or wrong, which has been reported. */
  Optional<Returns> read(boolean isFunction) {
    Optional<Expression> value = options.expression("returns");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Position position = value.get().position();
    Optional<String> text = value.get().text().map(String::strip).filter(t -> !t.isEmpty());
    if (isFunction && text.isPresent()) {
      return Optional.of(ofText(position, text.get()));
    }
    Map<String, String> columns = new LinkedHashMap<>();
    options
        .mapping("returns", "{\"total\": \"numeric\", \"count\": \"bigint\"}")
        .forEach((name, type) -> column(name, type, columns));
    return Optional.of(new Returns(position, Optional.empty(), columns, false));
  }

  private void column(String name, Expression type, Map<String, String> columns) {
    if (type.text().isEmpty()) {
      options.wrongValue("returns", "an SQL type, or a dictionary of names and SQL types");
    } else {
      columns.put(name, type.text().get());
    }
  }

  private Returns ofText(Position position, String text) {
    Matcher set = SET.matcher(text);
    Matcher table = TABLE.matcher(text);
    if (table.matches()) {
      return new Returns(position, Optional.empty(), columns(table.group(1)), true);
    }
    return set.matches()
        ? new Returns(position, Optional.of(set.group(1)), Map.of(), true)
        : new Returns(position, Optional.of(text), Map.of(), false);
  }

  private Map<String, String> columns(String list) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String written : split(list)) {
      Matcher column = COLUMN.matcher(written.strip());
      if (!column.matches()) {
        options.wrongValue("returns", "a table such as \"TABLE (total numeric, count bigint)\"");
      } else if (columns.put(name(column.group(1)), column.group(2)) != null) {
        options.wrongValue("returns", "a table whose columns have distinct names");
      }
    }
    return columns;
  }

  /** At the commas that stand in no parentheses and no quotes. */
  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    boolean isQuoted = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      isQuoted ^= c == '"';
      depth += isQuoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0 && !isQuoted) {
        parts.add(list.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(list.substring(start));
    return parts;
  }

  /** As SQL reads it. */
  private static String name(String written) {
    return written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : written.toLowerCase(Locale.ROOT);
  }
}
