package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
  private static final String FUNCTION =
      """
      from plpython import plfunction

      @plfunction
      def %s(a: int) -> int:
          return a
      """;
  private static final String BOOKSHOP_IS_CLEAN = "4 files, 6 functions, 4 triggers: no findings\n";

  @TempDir Path folder;

  @Test
  void one_line_sums_up_when_sources_are_clean() {
    assertThat(Run.plpython("lint", "--source", Run.BOOKSHOP.toString()))
        .isEqualTo(new Run(0, BOOKSHOP_IS_CLEAN, ""));
  }

  @Test
  void all_mistakes_are_on_standard_output_when_sources_hold_some() throws IOException {
    Path file =
        write(
            "a",
            "wrong.py",
            "from plpython import plfunction\n@plfunction\ndef f(a, b) -> int: ...\n");
    Run run = Run.plpython("lint", "--source", folder.resolve("a").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            file
                + ":3:7: error: parameter 'a' has no annotation\n    def f(a, b) -> int: ...\n          ^\n")
        .contains(file + ":3:10: error: parameter 'b' has no annotation")
        .endsWith("\n\n2 errors in the Python sources\n");
  }

  @Test
  void mistake_is_found_when_a_file_is_not_utf_8() throws IOException {
    Files.write(folder.resolve("latin.py"), new byte[] {'#', (byte) 0xfc});
    Run run = Run.plpython("lint", "--source", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("latin.py:1:").endsWith("1 error in the Python sources\n");
  }

  @Test
  void all_folders_are_read_when_several_are_given() throws IOException {
    write("a", "one.py", FUNCTION.formatted("one"));
    write("b", "two.py", FUNCTION.formatted("two"));
    assertThat(
            Run.plpython(
                "lint",
                "--source",
                folder.resolve("a").toString(),
                "--source=" + folder.resolve("b")))
        .isEqualTo(new Run(0, "2 files, 2 functions, 0 triggers: no findings\n", ""));
  }

  @Test
  void folders_come_from_the_environment_when_no_option_is_given() throws IOException {
    write("a", "one.py", FUNCTION.formatted("one"));
    Map<String, String> environment =
        Map.of("PLPYTHON_LOCATIONS", "filesystem:" + Run.BOOKSHOP + ", " + folder.resolve("a"));
    assertThat(Run.plpython(environment, "lint"))
        .isEqualTo(new Run(0, "5 files, 7 functions, 4 triggers: no findings\n", ""));
  }

  @Test
  void environment_does_not_matter_when_the_option_is_given() {
    assertThat(
            Run.plpython(
                Map.of("PLPYTHON_LOCATIONS", "/no/such/folder"),
                "lint",
                "--source",
                Run.BOOKSHOP.toString()))
        .isEqualTo(new Run(0, BOOKSHOP_IS_CLEAN, ""));
  }

  @Test
  void one_message_says_what_to_do_when_there_is_no_source() {
    assertThat(Run.plpython("lint"))
        .isEqualTo(
            new Run(
                1,
                "",
                "Which Python sources? Name their folder with --source DIR or in"
                    + " PLPYTHON_LOCATIONS.\n"));
  }

  @Test
  void one_message_names_the_place_when_the_folder_is_missing() {
    Path missing = folder.resolve("missing");
    assertNoPython(missing, missing + " does not exist");
  }

  @Test
  void one_message_asks_for_the_folder_when_a_file_is_named() throws IOException {
    Path file = write("a", "one.py", FUNCTION.formatted("one"));
    assertNoPython(file, file + " is no folder");
  }

  private static void assertNoPython(Path source, String reason) {
    assertThat(Run.plpython("lint", "--source", source.toString()))
        .isEqualTo(
            new Run(
                1,
                "",
                "There is no Python file in filesystem:%s (%s). Put your .py files there, or name the folder that holds them.\n"
                    .formatted(source, reason)));
  }

  @Test
  void one_message_tells_so_when_the_folder_holds_no_python() {
    Run run = Run.plpython("lint", "--source", folder.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err().lines())
        .singleElement()
        .asString()
        .startsWith("There is no Python file in filesystem:" + folder);
  }

  @Test
  void one_message_asks_for_a_folder_when_a_class_path_location_is_given() {
    Run run = Run.plpython("lint", "--source", "classpath:db/plpython");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("'classpath:db/plpython' is on a class path")
        .endsWith("name a folder, such as src/main/resources/db/plpython.\n");
  }

  private Path write(String subfolder, String name, String text) throws IOException {
    Path file = Files.createDirectories(folder.resolve(subfolder)).resolve(name);
    return Files.writeString(file, text);
  }
}
