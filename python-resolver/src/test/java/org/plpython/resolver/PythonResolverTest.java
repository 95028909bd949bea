package org.plpython.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.object.Checksum;
import org.plpython.object.DatabaseObject;
import org.plpython.source.Diagnostic;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;

class PythonResolverTest {
  private static final String IMPORT = "from plpython import plfunction, pltrigger\n";

  private static SourceFile file(String path, String text) {
    return new SourceFile("db", path, text);
  }

  private static List<DatabaseObject> resolve(SourceFile... files) {
    return PythonResolver.resolveFiles(List.of(files));
  }

  private static List<Diagnostic> mistakes(String text) {
    InvalidSourceException mistakes =
        catchThrowableOfType(
            InvalidSourceException.class, () -> resolve(file("a.py", IMPORT + text)));
    return mistakes == null ? List.of() : mistakes.diagnostics();
  }

  @Test
  void checksums_are_the_same_when_a_descriptor_takes_the_place_of_decorators() {
    String functions =
        """
        VAT = 19

        %sdef gross(net: int) -> int:
            "Gross."
            return net * VAT

        %sdef clean(new):
            new.isbn = None
        """;
    SourceFile decorated =
        new SourceFile(
            "sources",
            "a.py",
            "from plpython import plfunction, pltrigger\n"
                + functions.formatted(
                    "@plfunction(strict=True)\n",
                    "@pltrigger(event='INSERT', when='BEFORE', table='book')\n"));
    SourceFile plain = new SourceFile("sources", "a.py", functions.formatted("", ""));
    SourceFile descriptor =
        new SourceFile(
            "sources",
            "b.yaml",
            """
            functions: [{source: a.py, function: gross, strict: true}]
            triggers: [{source: a.py, function: clean, event: INSERT, when: BEFORE, table: book}]
            """);
    assertThat(PythonResolver.resolveFiles(List.of(plain, descriptor)))
        .extracting(DatabaseObject::checksum)
        .isEqualTo(
            PythonResolver.resolveFiles(List.of(decorated)).stream()
                .map(DatabaseObject::checksum)
                .toList())
        .hasSize(3);
  }

  @Test
  void checksum_of_a_body_sees_its_text_and_not_its_place() {
    String text = "functions:\n  - name: f\n    body: |\n      pass\n";
    Checksum checksum = checksum("a.yaml", text);
    assertThat(checksum("b/c.yml", "# moved\n" + text.replace("      pass", "        pass")))
        .isEqualTo(checksum);
    assertThat(checksum("a.yaml", text.replace("pass", "pass "))).isNotEqualTo(checksum);
  }

  private static Checksum checksum(String path, String descriptor) {
    return PythonResolver.resolveFiles(List.of(new SourceFile("sources", path, descriptor)))
        .get(0)
        .checksum();
  }

  @Test
  void objects_are_sorted_when_files_are_not() {
    String trigger = "@pltrigger(event='INSERT', when='BEFORE', table='s.t')\ndef b(new): pass\n";
    assertThat(
            resolve(
                file("z.py", IMPORT + trigger + "@plfunction\ndef c() -> int: return 1\n"),
                file("a.py", IMPORT + "@plfunction\ndef d(a: int) -> int: return a\n")))
        .extracting(DatabaseObject::kind, DatabaseObject::identity)
        .map(Object::toString)
        .containsExactly(
            "(\"function\", \"c()\")",
            "(\"function\", \"d(integer)\")",
            "(\"function\", \"s.b()\")",
            "(\"trigger\", \"s.t.b\")");
  }

  @Test
  void mistakes_of_all_files_are_reported_when_several_hold_one() {
    InvalidSourceException mistakes =
        catchThrowableOfType(
            InvalidSourceException.class,
            () ->
                resolve(
                    file("b.py", IMPORT + "@plfunction\ndef f(a): pass\n"), file("a.py", "1 +\n")));
    assertThat(mistakes.diagnostics())
        .extracting(d -> d.file().path() + ":" + d.position().line())
        .containsExactly("a.py:1", "b.py:3");
  }

  @Test
  void syntax_error_alone_is_reported_when_a_helpers_file_holds_one() {
    String text = "from pkg.helper import helper\n@plfunction\ndef f() -> int: return helper()\n";
    InvalidSourceException mistakes =
        catchThrowableOfType(
            InvalidSourceException.class,
            () ->
                resolve(
                    file("a.py", IMPORT + text),
                    file("pkg/__init__.py", ""),
                    file("pkg/helper.py", "def helper(:\n")));
    assertThat(mistakes.diagnostics())
        .extracting(d -> d.file().path() + ":" + d.position().line())
        .containsExactly("pkg/helper.py:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from plpython import plfunction; X = 1",
        "X = 1; from plpython import plfunction",
        "try: from plpython import plfunction\nexcept ImportError: pass",
        "if True:\n    from plpython import plfunction",
        "import plpython\nplfunction = plpython.plfunction"
      })
  void nothing_is_lost_silently_when_the_decorator_comes_in_another_way(String imports) {
    SourceFile file = file("a.py", imports + "\n@plfunction\ndef f() -> int: return 1\n");
    InvalidSourceException mistakes =
        catchThrowableOfType(InvalidSourceException.class, () -> resolve(file));
    assertThat(mistakes == null ? resolve(file) : mistakes.diagnostics()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "float = 1e400",
    "float = -1e400",
    "int = 2147483648",
    "int = -2147483649",
    "str = 'a\\0b'",
    "str = '\\ud800'"
  })
  void default_is_refused_when_postgresql_has_no_such_value(String parameter) {
    assertThat(mistakes("@plfunction\ndef f(a: " + parameter + ") -> int: return 1\n")).hasSize(1);
  }

  @Test
  void function_is_refused_when_a_later_definition_takes_its_name() {
    String text =
        """
        @plfunction
        def f(a: int) -> int: return 1
        @plfunction
        def f(a: str) -> int: return 2
        """;
    assertThat(mistakes(text)).hasSize(1);
  }

  @Test
  void function_is_refused_when_it_has_more_parameters_than_postgresql_takes() {
    assertThat(mistakes("@plfunction\ndef f(" + parameters(100) + ") -> None: pass\n")).isEmpty();
    assertThat(mistakes("@plfunction\ndef f(" + parameters(101) + ") -> None: pass\n")).hasSize(1);
  }

  private static String parameters(int count) {
    StringBuilder parameters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      parameters.append('p').append(i).append(": int, ");
    }
    return parameters.toString();
  }

  @Test
  void comment_is_refused_when_docstring_holds_nul() {
    assertThat(mistakes("@plfunction\ndef f() -> None: 'a\\0b'\n")).hasSize(1);
  }
}
