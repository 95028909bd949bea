package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Routine;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;
import org.plpython.sql.DdlWriter;

/** Texts of PostgreSQL 15 and 18; test-harness has the same on running servers. */
class TracebackTranslatorTest {
  private static final String RISE =
      """
      from plpython import plfunction


      @plfunction(schema="%s")
      def rise(x: int) -> int:
          return x / 0
      """;

  private static final String MESSAGE =
      """
      ERROR: ZeroDivisionError: division by zero
        Where: Traceback (most recent call last):
        PL/Python function "rise", line %d, in <module>
          %s
        PL/Python function "rise", line 2, in rise
      PL/Python function "rise\""""
          .formatted(lastLine().getKey(), lastLine().getValue());

  /** What a body ends with: the call of the author's function. */
  private static Map.Entry<Integer, String> lastLine() {
    List<DatabaseObject> objects =
        PythonResolver.resolveFiles(List.of(file("one.py", RISE.formatted("a"))));
    List<String> body = DdlWriter.body((Routine) objects.get(0)).lines().toList();
    return Map.entry(body.size(), body.get(body.size() - 1));
  }

  private static final String TRANSLATED =
      """
      ERROR: ZeroDivisionError: division by zero
      Traceback (most recent call last):
        File "db/one.py", line 6, in rise
          return x / 0
      PL/Python function "rise", db/one.py:5""";

  private static SourceFile file(String path, String text) {
    return new SourceFile("db", path, text);
  }

  private static String translate(String message, SourceFile... files) {
    return new TracebackTranslator(PythonResolver.resolveFiles(List.of(files))).translate(message);
  }

  @Test
  void author_is_told_of_the_file_when_the_function_is_of_the_sources() {
    assertThat(translate(MESSAGE, file("one.py", RISE.formatted("a")))).isEqualTo(TRANSLATED);
  }

  @Test
  void traceback_is_found_when_the_driver_speaks_another_language() {
    String german = MESSAGE.replace("ERROR", "FEHLER").replace("Where", "Wobei");
    assertThat(translate(german, file("one.py", RISE.formatted("a"))))
        .isEqualTo(TRANSLATED.replace("ERROR", "FEHLER"));
  }

  @Test
  void words_around_are_kept_when_a_migration_tool_quotes_the_message() {
    String quoted = "Failed\nMessage    : " + MESSAGE + "\nLine       : 7\n";
    assertThat(translate(quoted, file("one.py", RISE.formatted("a"))))
        .isEqualTo("Failed\nMessage    : " + TRANSLATED + "\nLine       : 7\n");
  }

  @Test
  void all_places_are_told_when_functions_of_two_schemas_fit() {
    assertThat(
            translate(
                MESSAGE, file("one.py", RISE.formatted("a")), file("two.py", RISE.formatted("b"))))
        .isEqualTo(
            """
            ERROR: ZeroDivisionError: division by zero
            Traceback (most recent call last):
              File "db/one.py", line 6, in rise
                return x / 0
            or, as several functions have the name:
              File "db/two.py", line 6, in rise
                return x / 0
            PL/Python function "rise", db/one.py:5 or db/two.py:5""");
  }

  @Test
  void the_one_that_fits_is_told_when_functions_of_two_schemas_differ() {
    String longer = RISE.formatted("b").replace("    return", "    y = x\n    return");
    assertThat(translate(MESSAGE, file("one.py", RISE.formatted("a")), file("two.py", longer)))
        .isEqualTo(TRANSLATED);
  }

  @Test
  void traceback_stays_when_another_version_is_installed() {
    String longer = RISE.formatted("a").replace("    return", "    y = x\n    return");
    assertThat(translate(MESSAGE, file("one.py", longer)))
        .isEqualTo(
            MESSAGE.replace(
                    "in rise\n",
                    "in rise\n(Its lines are not the sources': another version of the function is"
                        + " installed.)\n")
                + ", db/one.py:5");
  }

  @Test
  void message_stays_when_nothing_in_it_is_of_the_sources() {
    SourceFile file = file("one.py", RISE.formatted("a"));
    String other = MESSAGE.replace("rise", "fall");
    String block =
        "ERROR: x\n  Where: Traceback (most recent call last):\n  PL/Python anonymous"
            + " code block, line 1, in <module>\n    f()\nPL/Python anonymous code block";
    assertThat(translate(other, file)).isEqualTo(other);
    assertThat(translate(block, file)).isEqualTo(block);
    assertThat(translate("ERROR: no\n  Hint: none", file)).isEqualTo("ERROR: no\n  Hint: none");
    assertThat(translate("", file)).isEmpty();
  }

  @Test
  void last_traceback_counts_when_the_author_raised_another_ones_text() {
    String quoted =
        MESSAGE.replace("division by zero", "x\n" + MESSAGE.replaceAll("line \\d\\d", "line 1"));
    assertThat(translate(quoted, file("one.py", RISE.formatted("a"))))
        .endsWith(TRANSLATED.substring(TRANSLATED.indexOf("\nTraceback")));
  }

  @Test
  void module_frames_of_other_modules_stay_when_an_import_fails_in_a_function() {
    String importing =
        MESSAGE.replace(
            "line 2, in rise",
            "line 2, in rise\n  PL/Python function \"rise\", line 2, in <module>");
    assertThat(translate(importing, file("one.py", RISE.formatted("a"))))
        .contains("    return x / 0\n  PL/Python function \"rise\", line 2, in <module>\n");
  }
}
