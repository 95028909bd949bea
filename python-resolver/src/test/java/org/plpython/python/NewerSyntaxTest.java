package org.plpython.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.source.Position;

class NewerSyntaxTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x = t'{a}' | x = f'{a}'",
        "x = T\"a\" + Rt'b' + tR'c' | x = f\"a\" + Rf'b' + fR'c'",
        "x = t\"{t'{a}'} {'t'}\" | x = f\"{f'{a}'} {'t'}\"",
        "t = t if t else tr | t = t if t else tr",
        "type X[T = int] = T | type X[T      ] = T",
        "type X[T=dict[str, int], *U=1] = T | type X[T               , *U  ] = T",
        "def f[T: int = 1, U](x=1): pass | def f[T: int    , U](x=1): pass",
        "class C[**P = [int]](B, m=1): pass | class C[**P        ](B, m=1): pass",
        "x[a == b] | x[a == b]",
        "type(x)[a] = 1 | type(x)[a] = 1"
      })
  void newer_words_become_older_ones_of_the_same_length(String newer, String older) {
    assertThat(NewerSyntax.replaceIn(newer)).isEqualTo(older);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "except A, B:",
        "except* A, B, C:",
        "except A, f(b, c), {1, 2}[0], D, :",
        "except (A, B):",
        "except A as e:"
      })
  void exceptions_parse_when_they_are_a_list(String clause) {
    assertThat(Parsed.statement("try: pass", clause + " pass").lines()).isEqualTo(new Lines(1, 2));
  }

  @Test
  void exceptions_are_a_union_when_written_as_a_list() {
    assertThat(NewerSyntax.replaceIn("try: pass\nexcept A, b(c, d), [E][0, 1]: pass\n"))
        .isEqualTo("try: pass\nexcept A| b(c, d)| [E][0, 1]: pass\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = f'{a!r:>{b}}'\n",
        "x = b't' 't\"'  # t'{'\n",
        "match t:\n  case t: pass\n",
        "try: pass\nexcept (A, B) as t: pass\n",
        "def f(t=1, *, d: dict[str, int] = {1: 2}): pass\n",
        "except = (1, 2\n",
        "x = '''unfinished t''\n",
        "",
        "é = '\uD83D\uDE00'\n"
      })
  void text_stays_when_nothing_in_it_is_newer(String text) {
    assertThat(NewerSyntax.replaceIn(text)).isEqualTo(text);
  }

  @Test
  void positions_stay_when_characters_lie_beyond_the_first_plane() {
    Statement.Function function =
        (Statement.Function)
            Parsed.statement("def f(a=t'\uD83D\uDE00{1}', \uD835\uDC65: int = 1): pass");
    assertThat(function.parameters().get(1).position()).isEqualTo(new Position(1, 18));
    assertThat(function.parameters().get(1).name()).isEqualTo("x");
  }
}
