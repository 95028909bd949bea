package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceholderOptionTest {
  private static final Map<String, String> VARIABLE =
      Map.of("PLPYTHON_PLACEHOLDER", "tenant=north;app=web,api");

  @TempDir Path folder;

  @BeforeEach
  void writeSources() throws IOException {
    Files.writeString(
        folder.resolve("a.py"),
        """
        from plpython import plfunction

        @plfunction(schema="${tenant}", grant={"${app}": "execute"})
        def f() -> int:
            return 1
        """);
  }

  private Run run(Map<String, String> environment, String verb, String... options) {
    List<String> words = new ArrayList<>(List.of(verb, "--source", folder.toString()));
    words.addAll(List.of(options));
    return Run.plpython(environment, words.toArray(String[]::new));
  }

  private static String grant(Run run) {
    return run.out().lines().filter(line -> line.startsWith("GRANT")).findFirst().orElse(run.err());
  }

  @Test
  void values_come_from_options_when_they_are_given() {
    assertThat(grant(run(VARIABLE, "render", "--placeholder", "TENANT=a", "--placeholder=app=x=y")))
        .isEqualTo("GRANT EXECUTE ON FUNCTION a.f() TO \"x=y\";");
  }

  @Test
  void values_come_from_the_variable_when_no_option_is_given() {
    assertThat(grant(run(VARIABLE, "render")))
        .isEqualTo("GRANT EXECUTE ON FUNCTION north.f() TO \"web,api\";");
  }

  @Test
  void placeholders_are_as_written_when_there_are_no_values() {
    assertThat(grant(run(Map.of(), "render")))
        .isEqualTo("GRANT EXECUTE ON FUNCTION \"${tenant}\".f() TO \"${app}\";");
    assertThat(run(Map.of(), "lint").exitCode()).isZero();
  }

  @Test
  void linter_reports_it_when_a_value_is_missing() {
    assertThat(run(Map.of(), "lint", "--placeholder", "tenant=a").out())
        .contains("a.py:3:40: error: there is no placeholder '${app}'");
    assertThat(run(VARIABLE, "lint").exitCode()).isZero();
  }

  @Test
  void one_message_says_it_when_an_option_is_wrong() {
    assertThat(run(Map.of(), "lint", "--placeholder", "tenant").err())
        .isEqualTo("--placeholder 'tenant' must be written as NAME=VALUE.\n");
    assertThat(run(Map.of(), "render", "--placeholder", "a=1", "--placeholder", "A=2").err())
        .isEqualTo(
            "--placeholder 'A' is given twice; capitals and small letters are the same in names.\n");
  }
}
