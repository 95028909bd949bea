package org.plpython.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.python.Statement.Parameter.Kind;
import org.plpython.source.Diagnostic;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.Position;

class PythonParserTest {

  private static List<Diagnostic> errors(String... lines) {
    return catchThrowableOfType(InvalidSourceException.class, () -> Parsed.file(lines))
        .diagnostics();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + | 1:4 syntax error: invalid syntax",
        "class: pass | 1:6 syntax error: invalid syntax",
        "f(é, (1 | 1:6 syntax error: '(' was never closed",
        "x = 'abc | 1:5 syntax error: unterminated string literal (detected at line 1)",
        "return 1 = x | 1:10 syntax error: invalid syntax",
        "f() = 1 | 1:1 syntax error: cannot assign to function call here. Maybe you meant '=='"
            + " instead of '='?"
      })
  void error_is_pythons_own_when_syntax_is_wrong(String line, String expected) {
    Diagnostic error = errors(line).get(0);
    assertThat(error.position().line() + ":" + error.position().column() + " " + error.message())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {3_000, 100_000})
  void error_is_a_diagnostic_when_an_expression_is_too_deep(int depth) {
    assertThat(errors("x = 1" + " + 1".repeat(depth)).get(0).message())
        .isEqualTo("syntax error: too deeply nested");
  }

  @Test
  void file_has_no_statements_when_it_is_empty() {
    assertThat(Parsed.file("").statements()).isEmpty();
    assertThat(Parsed.file("# comment").statements()).isEmpty();
  }

  @Test
  void lines_of_a_definition_begin_at_its_first_decorator() {
    Statement.Function function =
        (Statement.Function) Parsed.statement("# no", "@a", "", "@b(", ")", "async def f():", " 1");
    assertThat(function.lines()).isEqualTo(new Lines(2, 7));
    assertThat(function.position()).isEqualTo(new Position(6, 1));
    assertThat(function.decorators().stream().map(Statement.Decorator::lines))
        .containsExactly(new Lines(2, 3), new Lines(4, 5));
  }

  @Test
  void parameters_are_in_order_when_every_kind_is_there() {
    Statement.Function function =
        (Statement.Function) Parsed.statement("def f(a, b=1, /, c=2, *d, e, g=3, **h): pass");
    assertThat(function.parameters())
        .extracting(
            Statement.Parameter::name,
            Statement.Parameter::kind,
            parameter -> parameter.defaultValue().isPresent())
        .containsExactly(
            tuple("a", Kind.POSITIONAL_ONLY, false),
            tuple("b", Kind.POSITIONAL_ONLY, true),
            tuple("c", Kind.POSITIONAL, true),
            tuple("d", Kind.VARIADIC, false),
            tuple("e", Kind.KEYWORD_ONLY, false),
            tuple("g", Kind.KEYWORD_ONLY, true),
            tuple("h", Kind.KEYWORDS, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "def f(): pass | false false false",
        "async def f(): return | true false false",
        "def f(): return None | false false true",
        "def f(): x = [(yield)] | false true false",
        "def f(): g(lambda: (yield 1)); class_ = 1 | false false false"
      })
  void traits_are_the_bodys_own_when_functions_nest(String line, String expected) {
    Statement.Traits traits = ((Statement.Function) Parsed.statement(line)).traits();
    assertThat(traits.isAsync() + " " + traits.isGenerator() + " " + traits.returnsValue())
        .isEqualTo(expected);
  }

  @Test
  void origins_are_qualified_names_when_imports_rename() {
    PythonFile file =
        Parsed.file(
            "import a.b",
            "import c.d as e",
            "from g.h import i as j, k",
            "from . import m",
            "from ..n import o");
    assertThat(List.of("a", "e", "j", "k", "m", "o", "x").stream().map(file::originOf))
        .containsExactly(
            Optional.of("a"),
            Optional.of("c.d"),
            Optional.of("g.h.i"),
            Optional.of("g.h.k"),
            Optional.of(".m"),
            Optional.of("..n.o"),
            Optional.empty());
  }

  @Test
  void expression_stands_at_the_strings_place_when_parsed_out_of_it() {
    Position place = new Position(3, 4);
    assertThat(PythonParser.parseExpression(" a.b[-1] | None", place))
        .contains(
            new Expression.Union(
                place,
                new Expression.Subscript(
                    place,
                    new Expression.Attribute(place, new Expression.Name(place, "a"), "b"),
                    new Expression.Literal(place, BigInteger.ONE.negate())),
                new Expression.Literal(place, null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a = 1", "a\nb", "(", "'", "\\"})
  void expression_is_empty_when_the_string_holds_none(String text) {
    assertThat(PythonParser.parseExpression(text, Position.START)).isEmpty();
  }
}
