package org.plpython.liquibase.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTextTest {
  @ParameterizedTest
  @CsvSource({"a\\b, a\\\\b", "${user.home}, \\u0024{user.home}", "$${a}, $\\u0024{a}"})
  void characters_are_written_by_number_when_a_changelog_would_change_them(
      String text, String escaped) {
    assertThat(DefinitionText.escape(text)).isEqualTo(escaped);
    assertThat(DefinitionText.unescape(escaped)).isEqualTo(text);
  }

  @Test
  void text_is_the_same_when_it_is_escaped_and_back() {
    String text = "\\u0041 \\\\ \r\n \u0001\u0085\u2028\uFEFF \uD83D\uDE00 $1 \\$ ${a";

    assertThat(DefinitionText.escape(text))
        .isEqualTo(
            "\\\\u0041 \\\\\\\\ \\u000d\n \\u0001\\u0085\\u2028\\ufeff \uD83D\uDE00 $1 \\\\$ \\u0024{a");
    assertThat(DefinitionText.unescape(DefinitionText.escape(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\b", "\ttab\n", " space ", "\uD83D\uDE00 ]]> <&", "$1 {}"})
  void text_stands_as_it_is_when_all_formats_keep_it(String text) {
    assertThat(DefinitionText.needsEscapes(text)).isFalse();
  }
}
