package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demonstration with Liquibase; what it has in common with Flyway's is tested there. */
class LiquibaseDemoTest {
  private static Run run = new Run(-1, "", "");

  @BeforeAll
  static void demonstrate() {
    run = Run.plpython("demo", "--liquibase");
  }

  @Test
  void exit_code_is_zero_and_standard_error_empty_when_all_worked() {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).endsWith("Done. The server, its database and the folder are gone.\n");
  }

  @Test
  void all_change_sets_run_when_the_empty_database_is_migrated() {
    assertThat(run.out())
        .contains("3. Migrate the empty database with Liquibase\n")
        .contains("liquibase update: 17 change sets ran\n")
        .containsPattern("db/changelog.yaml \\| bookshop +\\| EXECUTED")
        .containsPattern("db/plpython +\\| function shop.gross_price\\(numeric\\) +\\| EXECUTED")
        .containsPattern("db/plpython +\\| trigger shop.book.set_slug +\\| EXECUTED");
  }

  @Test
  void one_change_set_runs_when_one_function_is_edited() {
    assertThat(run.out())
        .contains(
            "liquibase update: 1 change set ran\n\n      function shop.gross_price(numeric)\n\n")
        .contains("10.70");
  }

  @Test
  void none_runs_when_nothing_is_edited() {
    assertThat(run.out()).contains("liquibase update: 0 change sets ran\n");
  }

  @Test
  void lines_fit_into_100_columns_when_shown() {
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }
}
