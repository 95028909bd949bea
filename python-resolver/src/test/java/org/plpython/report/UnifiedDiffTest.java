package org.plpython.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  @Test
  void each_place_has_three_lines_around_it_when_texts_differ_twice() {
    String before = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n";
    String after = "a\nB\nc\nd\ne\nf\ng\nh\ni\nk\n";
    assertThat(UnifiedDiff.lines(before, after))
        .containsExactly(
            "--- in the database",
            "+++ in the sources",
            "@@ -1,5 +1,5 @@",
            " a",
            "-b",
            "+B",
            " c",
            " d",
            " e",
            "@@ -7,5 +7,4 @@",
            " g",
            " h",
            " i",
            "-j",
            " k");
  }

  @Test
  void last_line_end_is_told_when_only_that_differs() {
    assertThat(UnifiedDiff.lines("a\nb\n", "a\nb"))
        .containsExactly(
            "--- in the database",
            "+++ in the sources",
            "@@ -1,2 +1,2 @@",
            " a",
            "-b",
            "+b",
            "\\ No newline at end of file");
  }

  @Test
  void white_space_and_carriage_returns_are_seen_when_they_differ() {
    assertThat(UnifiedDiff.lines("if a:\n\tb\n", "if a:\n\tb \r\n"))
        .containsExactly(
            "--- in the database",
            "+++ in the sources",
            "@@ -1,2 +1,2 @@",
            " if a:",
            "-\tb",
            "+\tb \r");
  }

  @Test
  void nothing_is_told_when_texts_are_equal() {
    assertThat(UnifiedDiff.lines("a", "a")).isEmpty();
  }
}
