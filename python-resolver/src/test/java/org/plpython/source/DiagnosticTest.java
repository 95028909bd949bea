package org.plpython.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
  private static final SourceFile FILE =
      new SourceFile("db", "a.py", "one\n\t\té\uD83D\uDE00x = 1\nthree");

  private static Diagnostic at(int line, int column, String message) {
    return new Diagnostic(FILE, new Position(line, column), message, "Do it.");
  }

  @Test
  void caret_stands_below_the_column_when_line_holds_tabs_and_wide_characters() {
    assertThat(at(2, 5, "wrong"))
        .hasToString(
            "db/a.py:2:5: error: wrong\n    \t\té\uD83D\uDE00x = 1\n    \t\t  ^\n  Do it.");
  }

  @Test
  void caret_stands_at_the_end_when_place_is_beyond_the_file() {
    assertThat(at(9, 4, "wrong")).hasToString("db/a.py:9:4: error: wrong\n    \n    ^\n  Do it.");
  }

  @Test
  void part_around_the_place_is_shown_when_the_line_is_very_long() {
    SourceFile file = new SourceFile("db", "a.py", "\ta".repeat(1_000) + "\nb");
    assertThat(new Diagnostic(file, new Position(1, 1_000), "wrong", "Do it."))
        .hasToString(
            "db/a.py:1:1000: error: wrong\n    ..."
                + "a\t".repeat(100)
                + "...\n       "
                + " \t".repeat(50)
                + "^\n  Do it.");
    assertThat(new Diagnostic(file, Position.START, "wrong", "Do it."))
        .hasToString(
            "db/a.py:1:1: error: wrong\n    " + "\ta".repeat(100) + "...\n    ^\n  Do it.");
  }

  @Test
  void message_shows_a_hundred_when_there_are_more() {
    List<Diagnostic> found =
        IntStream.rangeClosed(1, 102).mapToObj(line -> at(line, 1, "wrong")).toList();
    InvalidSourceException exception = new InvalidSourceException(found);
    assertThat(exception.diagnostics()).hasSize(102);
    assertThat(exception)
        .hasMessageContaining("db/a.py:100:1:")
        .hasMessageNotContaining("db/a.py:101:1:")
        .hasMessageEndingWith("\n\n... and 2 more\n\n102 errors in the Python sources");
  }

  @Test
  void order_is_by_file_then_place_then_message() {
    Diagnostic elsewhere =
        new Diagnostic(new SourceFile("db", "B.py", ""), Position.START, "z", "");
    List<Diagnostic> ordered =
        List.of(elsewhere, at(1, 2, "b"), at(1, 10, "a"), at(2, 1, "a"), at(2, 1, "b"));
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.addAll(List.of(ordered.get(4), ordered.get(2), ordered.get(0)));
    diagnostics.addAll(List.of(ordered.get(3), ordered.get(1)));
    assertThat(diagnostics.all()).isEqualTo(ordered);
  }

  @Test
  void message_shows_all_when_sources_are_invalid() {
    List<Diagnostic> found = List.of(at(3, 1, "b"), at(1, 1, "a"));
    InvalidSourceException exception = new InvalidSourceException(found);
    assertThat(exception)
        .hasMessage(
            """
            db/a.py:1:1: error: a
                one
                ^
              Do it.

            db/a.py:3:1: error: b
                three
                ^
              Do it.

            2 errors in the Python sources""");
    assertThat(exception.diagnostics()).containsExactly(found.get(1), found.get(0));
    assertThat(new InvalidSourceException(found.subList(0, 1)))
        .hasMessageEndingWith("\n\n1 error in the Python sources");
  }
}
