package org.plpython.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocstringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "One line. | One line.",
        "` One. \\n\\n    Two\\n      three\\n    ` | `One.\\n\\nTwo\\n  three`",
        "`\\n    a\\n     b\\n    ` | `a\\n b`",
        "`a\\n  b\\n c` | `a\\n b\\nc`",
        "`\\n\\n\\n   a` | a",
        "`a\\n\\tb\\n\\t\\tc` | `a\\nb\\n\\tc`",
        "`It's \\\\ é` | `It's \\\\ é`"
      })
  void indentation_goes_when_all_lines_but_the_first_share_it(String docstring, String text) {
    assertThat(Docstring.clean(lines(docstring))).contains(lines(text));
  }

  private static String lines(String written) {
    return written.replace("\\n", "\n").replace("\\t", "\t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", " \n \t\n"})
  void there_is_no_text_when_docstring_is_blank(String docstring) {
    assertThat(Docstring.clean(docstring)).isEmpty();
  }
}
