package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
  private static Run run = new Run(-1, "", "");

  @BeforeAll
  static void demonstrate() {
    run = Run.plpython("demo");
  }

  @Test
  void exit_code_is_zero_and_standard_error_empty_when_all_worked() {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("Done. The server, its database and the folder are gone.\n");
  }

  @Test
  void readme_shows_a_part_of_the_output_when_compared() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    int start = readme.indexOf("```text\n") + "```text\n".length();
    String excerpt = readme.substring(start, readme.indexOf("```", start));
    assertThat(run.out()).contains(excerpt);
  }

  @Test
  void everything_runs_when_the_empty_database_is_migrated() {
    assertThat(step(3))
        .contains("flyway migrate: 16 migrations ran")
        .containsPattern("1 +\\| bookshop +\\| SQL +\\| Success")
        .containsPattern("function shop.gross_price\\(numeric\\) +\\| CUSTOM \\| Success")
        .containsPattern("trigger shop.book.set_slug +\\| CUSTOM \\| Success");
  }

  @Test
  void results_are_shown_when_functions_are_called() {
    assertThat(step(4))
        .contains("SELECT shop.gross_price(10.00);")
        .contains("11.90")
        .contains("t                 | f\n")
        .contains("{\"a\": 3, \"is\": 2, \"rose\": 3}")
        .contains("  Gödel, Escher, Bach\n                by Douglas R. Hofstadter\n");
  }

  @Test
  void rows_change_when_triggers_fire() {
    assertThat(step(5))
        .contains("4  | Gödel, Escher, Bach: An Eterna | NULL")
        .contains("4  | Gödel, Escher, Bach: An Eterna | godel-escher-bach-an-eternal-golden-braid")
        .contains("1  | 20           | 10")
        .contains("1  | 30           | 11")
        .contains("9780201896831 | Fundamental Algorithms | fundamental-algorithms")
        .contains("ERROR: ValueError: \"978-0-201-89683-2\" of the book")
        .containsPattern(
            "  File \"db/plpython/isbn.py\", line \\d+, in clean_isbn\n +raise ValueError")
        .doesNotContain("<module>");
  }

  @Test
  void one_migration_runs_when_one_function_is_edited() {
    assertThat(step(6))
        .contains("-VAT = Decimal(\"0.19\")\n      +VAT = Decimal(\"0.07\")\n")
        .contains("flyway migrate: 1 migration ran\n\n      function shop.gross_price(numeric)\n\n")
        .contains("10.70");
  }

  @Test
  void no_migration_runs_when_nothing_is_edited() {
    assertThat(step(7)).contains("flyway migrate: 0 migrations ran\n");
  }

  @Test
  void lines_fit_into_100_columns_when_shown() {
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  private static String step(int number) {
    String rest = run.out().substring(run.out().indexOf("\n" + number + ". "));
    int next = rest.indexOf("\n" + (number + 1) + ". ");
    return next < 0 ? rest : rest.substring(0, next);
  }
}
