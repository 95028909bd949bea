package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.TracebackTranslator;
import org.plpython.harness.ServerTest;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/** What the author is told when code fails in the server: traps B5 and I5. */
@ServerTest
class TracebackTest {
  private final Installed database;
  private String source = "";

  TracebackTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshSchema() throws SQLException {
    database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
  }

  private void install(String text) {
    source =
        """
        # a line that does not travel
        from plpython import plfunction, plpy, pltrigger


        """
            + text;
    database.install(source);
  }

  /** What the author is told of a statement that fails. */
  private String toldOf(String sql) {
    SQLException error =
        Objects.requireNonNull(
            catchThrowableOfType(SQLException.class, () -> database.execute(sql)), "no error");
    SourceFile file = new SourceFile("sources", "file.py", source);
    return new TracebackTranslator(PythonResolver.resolveFiles(List.of(file))).translate(error);
  }

  @Test
  void files_and_lines_are_named_when_a_helper_raises() {
    install(
        """
        LIMIT = 3


        def helper(x):
            if x > LIMIT:
                raise ValueError(f"bad {x}")
            return x


        @plfunction
        def checked(x: int) -> int:
            return helper(x)
        """);
    assertThat(toldOf("SELECT checked(9)"))
        .isEqualTo(
            """
            ERROR: ValueError: bad 9
            Traceback (most recent call last):
              File "sources/file.py", line 16, in checked
                return helper(x)
              File "sources/file.py", line 10, in helper
                raise ValueError(f"bad {x}")
            PL/Python function "checked", sources/file.py:15""");
  }

  @Test
  void wrapper_is_left_out_when_a_trigger_raises() throws SQLException {
    database.execute("CREATE TABLE book (isbn text)", "INSERT INTO book VALUES ('x')");
    install(
        """
        @pltrigger(event="UPDATE", when="BEFORE", table="book")
        def guard(new):
            if not new.isbn.isdigit():
                return new.isnb
        """);
    assertThat(toldOf("UPDATE book SET isbn = 'y'"))
        .isEqualTo(
            """
            ERROR: AttributeError: the row has no column 'isnb'
            Traceback (most recent call last):
              File "sources/file.py", line 8, in guard
                return new.isnb
            PL/Python function "guard", sources/file.py:6""");
  }

  @Test
  void every_kind_of_function_is_found_when_they_call_each_other() {
    install(
        """
        def helper(v):
            return 1 / (v - 9)


        @plfunction
        def shapes() -> int:
            class A:
                def m(self):
                    return max(
                        (lambda v: helper(v))(v)
                        for v in (1, 9)
                    )

            def inner():
                return A().m()

            return inner()
        """);
    assertThat(toldOf("SELECT shapes()"))
        .isEqualTo(
            """
            ERROR: ZeroDivisionError: division by zero
            Traceback (most recent call last):
              File "sources/file.py", line 21, in shapes
                return inner()
              File "sources/file.py", line 19, in inner
                return A().m()
              File "sources/file.py", line 13, in m
                return max(
              File "sources/file.py", line 14, in <genexpr>
                (lambda v: helper(v))(v)
              File "sources/file.py", line 14, in <lambda>
                (lambda v: helper(v))(v)
              File "sources/file.py", line 6, in helper
                return 1 / (v - 9)
            PL/Python function "shapes", sources/file.py:10""");
  }

  @Test
  void librarys_frames_stay_as_they_are_when_a_library_raises() {
    install(
        """
        import json


        @plfunction
        def loads(text: str) -> None:
            json.loads(text)
        """);
    assertThat(toldOf("SELECT loads('{')").replaceAll("line \\d{3}", "line N"))
        .isEqualTo(
            """
            ERROR: json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
            Traceback (most recent call last):
              File "sources/file.py", line 10, in loads
                json.loads(text)
              PL/Python function "loads", line N, in loads
              PL/Python function "loads", line N, in decode
              PL/Python function "loads", line N, in raw_decode
            PL/Python function "loads", sources/file.py:9""");
  }

  @Test
  void top_levels_line_is_named_when_loading_fails() {
    install(
        """
        NONE = []
        MEAN = sum(NONE) / len(NONE)


        @plfunction
        def mean() -> float:
            return MEAN
        """);
    assertThat(toldOf("SELECT mean()"))
        .isEqualTo(
            """
            ERROR: ZeroDivisionError: division by zero
            Traceback (most recent call last):
              File "sources/file.py", line 6, in <module>
                MEAN = sum(NONE) / len(NONE)
            PL/Python function "mean", sources/file.py:10""");
  }

  @Test
  void function_is_placed_when_its_result_is_refused() {
    install(
        """
        @plfunction
        def total() -> int:
            return "x"
        """);
    assertThat(toldOf("SELECT total()"))
        .isEqualTo(
            """
            ERROR: invalid input syntax for type integer: "x"
              Where: while creating return value
            PL/Python function "total", sources/file.py:6""");
  }

  @Test
  void function_is_placed_when_a_conversion_fails() {
    install(
        """
        @plfunction
        def labels() -> dict:
            return {"a": {1}}
        """);
    assertThat(toldOf("SELECT labels()"))
        .startsWith("ERROR: TypeError: Object of type set is not JSON serializable\nTraceback")
        .endsWith("\nPL/Python function \"labels\", sources/file.py:6")
        .doesNotContain("convert");
  }

  @Test
  void context_further_out_is_kept_when_sql_called_the_function() throws SQLException {
    install(
        """
        @plfunction
        def inner() -> int:
            raise KeyError("x") from ValueError("y")


        @plfunction
        def outer() -> int:
            return plpy.execute("SELECT inner()")[0]["inner"]
        """);
    database.execute(
        "CREATE FUNCTION outermost() RETURNS int LANGUAGE plpgsql AS 'BEGIN\nRETURN outer(); END'");
    assertThat(toldOf("DO 'BEGIN PERFORM outermost(); END'"))
        .isEqualTo(
            """
            ERROR: spiexceptions.ExternalRoutineException: KeyError: 'x'
            Traceback (most recent call last):
              File "sources/file.py", line 12, in outer
                return plpy.execute("SELECT inner()")[0]["inner"]
            PL/Python function "outer", sources/file.py:11
            PL/pgSQL function outermost() line 2 at RETURN
            SQL statement "SELECT outermost()"
            PL/pgSQL function inline_code_block line 1 at PERFORM""");
  }

  @Test
  void exception_has_its_authors_name_when_its_class_is_the_authors() {
    install(
        """
        class Missing(Exception):
            pass
        @plfunction
        def find(a: int) -> int:
            raise Missing(f"no {a}")
        """);
    assertThat(toldOf("SELECT find(1)")).startsWith("ERROR: Missing: no 1\nTraceback (most");
  }

  @Test
  void details_are_kept_when_the_author_raises_plpys_error() {
    install(
        """
        @plfunction
        def refuse() -> None:
            plpy.error("no", detail="a detail", hint="a hint")
        """);
    assertThat(toldOf("SELECT refuse()"))
        .isEqualTo(
            """
            ERROR: plpy.Error: no
              Detail: a detail
              Hint: a hint
            Traceback (most recent call last):
              File "sources/file.py", line 7, in refuse
                plpy.error("no", detail="a detail", hint="a hint")
            PL/Python function "refuse", sources/file.py:6""");
  }

  @Test
  void recursion_is_cut_short_when_it_has_no_end() {
    install(
        """
        @plfunction
        def again(n: int) -> int:
            return again(n + 1)
        """);
    assertThat(toldOf("SELECT again(1)").replaceAll("repeated \\d+", "repeated N"))
        .isEqualTo(
            """
            ERROR: RecursionError: maximum recursion depth exceeded
            Traceback (most recent call last):
              File "sources/file.py", line 7, in again
                return again(n + 1)
              File "sources/file.py", line 7, in again
                return again(n + 1)
              File "sources/file.py", line 7, in again
                return again(n + 1)
              [Previous line repeated N more times]
            PL/Python function "again", sources/file.py:6""");
  }

  @Test
  void generators_line_is_named_when_it_raises_between_rows() {
    install(
        """
        from typing import Iterator


        def inverse(n):
            return 1 / n


        @plfunction
        def inverses(first: int) -> Iterator[float]:
            for n in range(first, -1, -1):
                yield inverse(n)
        """);
    assertThat(toldOf("SELECT * FROM inverses(2)"))
        .isEqualTo(
            """
            ERROR: error fetching next item from iterator
              Detail: ZeroDivisionError: division by zero
            Traceback (most recent call last):
              File "sources/file.py", line 15, in inverses
                yield inverse(n)
              File "sources/file.py", line 9, in inverse
                return 1 / n
            PL/Python function "inverses", sources/file.py:13""");
  }

  @Test
  void overload_is_told_apart_when_two_functions_have_one_name() {
    install(
        """
        @plfunction(name="half")
        def half_int(x: int) -> int:
            return x // 0


        @plfunction(name="half")
        def half_text(x: str) -> int:
            return x / 2
        """);
    assertThat(toldOf("SELECT half(1)"))
        .contains("  File \"sources/file.py\", line 7, in half_int\n    return x // 0\n")
        .endsWith("\nPL/Python function \"half\", sources/file.py:6");
    assertThat(toldOf("SELECT half('a'::text)"))
        .contains("  File \"sources/file.py\", line 12, in half_text\n    return x / 2\n");
  }

  @Test
  void error_says_so_when_another_version_is_installed() {
    install(
        """
        @plfunction
        def aged() -> int:
            x = 0
            return 1 / x
        """);
    source = source.replace("    x = 0\n", "");
    assertThat(toldOf("SELECT aged()"))
        .contains("  PL/Python function \"aged\", line 3, in aged\n(Its lines are not the sources'")
        .doesNotContain("File \"sources/file.py\"");
  }
}
