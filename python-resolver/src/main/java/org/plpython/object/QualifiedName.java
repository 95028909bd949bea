package org.plpython.object;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a routine, a table or a type.
 *
 * @param schema empty: looked up in the search path
 * @param name not quoted, at most 63 bytes in UTF-8
 */
public record QualifiedName(Optional<String> schema, String name) {
  private static final String PART = "(?:\"((?:[^\"]|\"\")+)\"|([^\".]+))";
  private static final Pattern NAME = Pattern.compile("(?:" + PART + "\\.)?" + PART);

  public QualifiedName {
    Objects.requireNonNull(schema);
    if (name.isEmpty()) {
      throw new IllegalStateException("empty name");
    }
  }

  /**
   * Reads {@code table} or {@code schema.table}. A part in double quotes may hold any character;
   * the others are taken as they stand.
   *
   * @return empty if there are more than two parts, or an empty one
   */
  public static Optional<QualifiedName> parse(String text) {
    Matcher matcher = NAME.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<String> schema = part(matcher, 1);
    return part(matcher, 3).map(name -> new QualifiedName(schema, name));
  }

  private static Optional<String> part(Matcher matcher, int group) {
    String quoted = matcher.group(group);
    return quoted != null
        ? Optional.of(quoted.replace("\"\"", "\""))
        : Optional.ofNullable(matcher.group(group + 1));
  }

  /** As SQL, quoted where it must be. */
  public String sql() {
    return schema.map(s -> Identifier.quote(s) + ".").orElse("") + Identifier.quote(name);
  }
}
