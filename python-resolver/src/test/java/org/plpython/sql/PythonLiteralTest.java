package org.plpython.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonLiteralTest {

  @Test
  void quoted_text_is_on_one_line_when_it_holds_controls() {
    assertThat(PythonLiteral.quote("a\\\"\n\t\f\u0000\u007f\u0085'$é\uD83D\uDE00\u2028"))
        .isEqualTo("\"a\\\\\\\"\\n\\t\\x0c\\x00\\x7f\\x85'$é\uD83D\uDE00\u2028\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"x = 1 | r'''", "x = '''a''' | r\"\"\"", "x = \"\"\"a\"\"\" | r'''"})
  void lines_stand_as_they_are_when_one_kind_of_triple_quotes_is_free(String line, String open) {
    String text = line + "\n\t\\\f$é\n";
    assertThat(PythonLiteral.lines(text))
        .isEqualTo(open + "\n" + text + open.substring(1) + ".replace(\"\\n\\t\", \"\\n\")");
  }

  @Test
  void lines_are_quoted_one_by_one_when_both_kinds_of_triple_quotes_are_taken() {
    assertThat(PythonLiteral.lines("'''\n\"\"\"\n\n\t\\\f\u0085\u2028\n"))
        .isEqualTo(
            """
            ("\\n"
            "'''\\n"
            "\\"\\"\\"\\n"
            "\\n"
            "\\t\\\\\\x0c\\x85\u2028\\n"
            )""");
  }

  @Test
  void dollar_tag_is_another_one_when_the_text_holds_it() {
    assertThat(DollarQuote.quote("a")).isEqualTo("$python$a$python$");
    assertThat(DollarQuote.quote("$python$ $python1$"))
        .isEqualTo("$python2$$python$ $python1$$python2$");
    assertThat(DollarQuote.quote("$python1$")).isEqualTo("$python$$python1$$python$");
  }
}
