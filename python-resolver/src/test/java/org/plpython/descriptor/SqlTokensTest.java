package org.plpython.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTokensTest {

  private static String tokens(String sql) {
    return String.join(" ", SqlTokens.of(sql).orElseThrow());
  }

  @Test
  void names_are_in_lower_case_when_they_are_not_quoted() {
    assertThat(tokens("NEW.a > 1.5e3")).isEqualTo("new . a > 1.5e3");
    assertThat(tokens("\"New\" . \"a\"\"b\"")).isEqualTo("\"New\" . \"a\"\"b\"");
    assertThat(tokens("somee'x' + new.a$b + $1 + é_1"))
        .isEqualTo("somee '' + new . a$b + $1 + é_1");
  }

  @Test
  void strings_are_empty_when_they_hold_anything() {
    assertThat(tokens("'new'::text = 'it''s'")).isEqualTo("'' :: text = ''");
    assertThat(tokens("E'\\'new' = x'1F' + e'\\\\'")).isEqualTo("'' = '' + ''");
    assertThat(tokens("$$new$$ = $a$ $b$ ' $$ $a$")).isEqualTo("'' = ''");
  }

  @Test
  void comments_are_left_out_when_they_stand_anywhere() {
    assertThat(tokens("a -- old (\n+ 1")).isEqualTo("a + 1");
    assertThat(tokens("/**/a /* old /* ( */ */ + 1 -- ")).isEqualTo("a + 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "a = 'b''",
        "e'\\'",
        "\"a",
        "$$a",
        "$a$ $b$",
        "/*",
        "/* /* */",
        "(",
        ")(",
        "())"
      })
  void nothing_is_read_when_something_is_not_closed(String sql) {
    assertThat(SqlTokens.of(sql)).isEmpty();
  }

  @Test
  void all_is_read_when_a_string_is_very_long() {
    String quotes = "''".repeat(100_000);
    assertThat(SqlTokens.of("'" + quotes + "' = e'" + quotes + "' /*" + quotes + "*/"))
        .hasValueSatisfying(tokens -> assertThat(tokens).containsExactly("''", "=", "''"));
  }
}
