package org.plpython.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "_a1", "name", "value", "call", "a_b"})
  void name_is_plain_when_postgresql_needs_no_quotes(String name) {
    assertThat(Identifier.quote(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A | \"A\"",
        "1a | \"1a\"",
        "a b | \"a b\"",
        "a\"b | \"a\"\"b\"",
        "é | \"é\"",
        "a$ | \"a$\"",
        "`` | \"\"",
        "select | \"select\"",
        "between | \"between\"",
        "authorization | \"authorization\"",
        "json_table | \"json_table\""
      })
  void name_is_quoted_when_it_must_be(String name, String sql) {
    assertThat(Identifier.quote(name)).isEqualTo(sql);
  }

  @Test
  void length_counts_bytes_when_name_is_not_ascii() {
    assertThat(Identifier.isKeptWhole("a".repeat(63))).isTrue();
    assertThat(Identifier.isKeptWhole("a".repeat(64))).isFalse();
    assertThat(Identifier.isKeptWhole("é".repeat(31))).isTrue();
    assertThat(Identifier.isKeptWhole("é".repeat(32))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "book | `` | book | book",
        "shop.Book | shop | Book | shop.\"Book\"",
        "` \"my shop\".\"a.\"\"b\" ` | my shop | a.\"b | \"my shop\".\"a.\"\"b\"",
        "select.x y | select | x y | \"select\".\"x y\""
      })
  void qualified_name_is_read_when_parts_are_quoted(
      String text, String schema, String name, String sql) {
    QualifiedName expected = new QualifiedName(Optional.of(schema).filter(s -> !s.isEmpty()), name);
    assertThat(QualifiedName.parse(text)).contains(expected);
    assertThat(expected.sql()).isEqualTo(sql);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a.b.c", "\"a", "\"\"", "\"a\"b", "a\"b"})
  void qualified_name_is_empty_when_text_is_none(String text) {
    assertThat(QualifiedName.parse(text)).isEmpty();
  }
}
