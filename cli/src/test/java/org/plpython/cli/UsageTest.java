package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @Test
  void help_goes_to_standard_error_when_nothing_is_asked_for() {
    Run run = Run.plpython();
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("Usage: plpython VERB [OPTION]...");
  }

  @Test
  void verbs_and_exit_codes_are_listed_when_help_is_asked_for() {
    Run run = Run.plpython("--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("  apply       Bring a database to what the Python sources say")
        .contains("  completion  Print a script")
        .contains("  demo        Show a bookshop")
        .contains("  lint        Check the Python sources.")
        .contains("  plan        Show what apply would change")
        .contains("  remove      Remove everything")
        .contains("  render      Write the SQL")
        .contains("Exit codes:\n  0   done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apply", "completion", "demo", "lint", "plan", "remove", "render"})
  void options_and_exit_codes_are_listed_when_a_verbs_help_is_asked_for(String verb) {
    Run run = Run.plpython(verb, "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("Usage: plpython " + verb)
        .contains("-h, --help")
        .contains("Exit codes:");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void version_is_shown_when_asked_for() {
    assertThat(Run.plpython("--version")).isEqualTo(new Run(0, "plpython (not packaged)\n", ""));
  }

  @Test
  void verb_is_refused_when_it_is_unknown() {
    assertThat(Run.plpython("frobnicate"))
        .isEqualTo(new Run(1, "", "Unknown verb: 'frobnicate'\nSee: plpython --help\n"));
  }

  @Test
  void option_is_refused_and_another_proposed_when_it_is_unknown() {
    Run run = Run.plpython("lint", "--sourc=x");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            Unknown option: '--sourc=x'
            Possible solutions: --source
            See: plpython lint --help
            """);
  }

  @Test
  void argument_is_refused_when_a_verb_takes_none() {
    assertThat(Run.plpython("demo", "now"))
        .isEqualTo(new Run(1, "", "Unexpected argument: 'now'\nSee: plpython demo --help\n"));
  }
}
