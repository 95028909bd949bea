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
  private static final String PRINTING =
      """
      from plpython import plfunction

      @plfunction
      def f(a: int) -> int:
          print(a)
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
  void infos_are_shown_and_do_no_harm_when_nothing_is_worse() throws IOException {
    Path file = write("a", "info.py", PRINTING);
    String text =
        """
        %s:5:5: info: print() writes to the server's own output [print-call]
                print(a)
                ^
          No client sees that, and the server's log may not have it either: write plpy.notice(...) or plpy.log(...).

        1 info in the Python sources
        """
            .formatted(file);
    String source = folder.resolve("a").toString();
    assertThat(Run.plpython("lint", "--source", source)).isEqualTo(new Run(0, text, ""));
    assertThat(Run.plpython("lint", "--source", source, "--strict"))
        .isEqualTo(new Run(1, text, ""));
    assertThat(Run.plpython("lint", "--source", source, "--strict", "--ignore", "print-call"))
        .isEqualTo(new Run(0, "1 file, 1 function, 0 triggers: no findings\n", ""));
  }

  @Test
  void each_severity_is_counted_when_sources_hold_all() throws IOException {
    write("a", "info.py", PRINTING);
    write("a", "warning.py", FUNCTION.formatted("b").replace("return a", "plpy.commit()"));
    write("a", "wrong.py", "print 'a'\n");
    Run run = Run.plpython("lint", "--source", folder.resolve("a").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).endsWith("\n\n1 error, 1 warning, 1 info in the Python sources\n");
    Run ignoring =
        Run.plpython(
            "lint",
            "--source=" + folder.resolve("a"),
            "--ignore=print-call,commit-in-function",
            "--ignore=shared-state");
    assertThat(ignoring.exitCode()).isEqualTo(1);
    assertThat(ignoring.out()).endsWith("\n\n1 error in the Python sources\n");
  }

  @Test
  void findings_are_json_when_asked_for() throws IOException {
    write("a", "warning.py", FUNCTION.formatted("b").replace("return a", "plpy.commit()"));
    write("a", "wrong.py", "print 'é'\n");
    Run run = Run.plpython("lint", "--source", folder.resolve("a").toString(), "--format", "json");
    assertThat(run)
        .isEqualTo(
            new Run(
                1,
                """
                {
                  "version": 1,
                  "summary": {"errors": 1, "warnings": 1, "infos": 0},
                  "findings": [
                    {"id": "commit-in-function", "severity": "warning", "file": "%1$s/warning.py", "line": 5, "column": 5, "message": "plpy.commit() in 'b' fails: only a procedure without the option 'set' may end a transaction", "advice": "PostgreSQL says 'invalid transaction termination'. Leave it to the caller, or undo a part of the work: with plpy.subtransaction()."},
                    {"id": "syntax-error", "severity": "error", "file": "%1$s/wrong.py", "line": 1, "column": 1, "message": "syntax error: Missing parentheses in call to 'print'. Did you mean print(...)?", "advice": "This looks like Python 2. The server runs Python 3: write print(...)."}
                  ]
                }
                """
                    .formatted(folder.resolve("a")),
                ""));
  }

  @Test
  void list_is_empty_when_nothing_is_found_for_json() {
    assertThat(Run.plpython("lint", "--source=" + Run.BOOKSHOP, "--format=json", "--strict"))
        .isEqualTo(
            new Run(
                0,
                """
                {
                  "version": 1,
                  "summary": {"errors": 0, "warnings": 0, "infos": 0},
                  "findings": []
                }
                """,
                ""));
  }

  @Test
  void files_that_cannot_be_read_are_findings_when_json_is_asked_for() throws IOException {
    Files.write(folder.resolve("latin.py"), new byte[] {'#', '"', (byte) 0xfc});
    Run run = Run.plpython("lint", "--source", folder.toString(), "--format", "json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("{\"id\": \"invalid-source\", \"severity\": \"error\"");
  }

  @Test
  void one_message_lists_the_ids_when_an_unknown_one_is_to_be_ignored() {
    Run run = Run.plpython("lint", "--source=" + Run.BOOKSHOP, "--ignore=invalid-source");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith(
            "There is no finding with the id 'invalid-source' to ignore. The ids are: broad-except, ");
  }

  @Test
  void format_is_refused_when_it_is_unknown() {
    Run run = Run.plpython("lint", "--source=" + Run.BOOKSHOP, "--format=xml");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("--format")
        .contains("xml")
        .contains("See: plpython lint --help");
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
