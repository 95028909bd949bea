package org.plpython.liquibase.definition;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an object is made.
 *
 * @param sql its CREATE statement
 * @param comment empty: it has none
 * @param enabled a trigger's state in words: {@code origin}, {@code disabled}
 */
public record Definition(String sql, Optional<String> comment, Optional<String> enabled) {
  boolean needsEscapes() {
    return Stream.concat(Stream.of(sql), comment.stream()).anyMatch(DefinitionText::needsEscapes);
  }

  Definition escaped() {
    return new Definition(DefinitionText.escape(sql), comment.map(DefinitionText::escape), enabled);
  }

  Definition unescaped() {
    return new Definition(
        DefinitionText.unescape(sql), comment.map(DefinitionText::unescape), enabled);
  }

  /** With lines that end as on Unix. */
  Definition normalized() {
    return new Definition(lines(sql), comment.map(Definition::lines), enabled);
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Whether it may take the place of an object. */
  boolean replaces() {
    return sql.matches("(?is)\\s*CREATE\\s+OR\\s.*");
  }
}
