package org.plpython.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plpython.resolver.PythonLinter;
import org.plpython.source.Severity;
import org.plpython.source.SourceFile;

class SeveralFilesTest {
  private static final String FUNCTION =
      """
      from plpython import plfunction
      %s

      @plfunction
      def f(a: int) -> int:
          return %s
      """;
  private static final String HELPER =
      """
      import numpy


      def used():
          print(numpy)


      def unused():
          import pandas

          print(pandas)
      """;

  /** Path and text by turns; each finding as path, line and id. */
  private static List<String> lint(String... files) {
    List<SourceFile> sources = new ArrayList<>();
    for (int i = 0; i < files.length; i += 2) {
      sources.add(new SourceFile("db", files[i], files[i + 1]));
    }
    return new PythonLinter(Set.of())
        .lint(sources).diagnostics().stream()
            .filter(finding -> finding.severity() != Severity.ERROR)
            .map(it -> it.file().path() + ":" + it.position().line() + " " + it.id())
            .toList();
  }

  @Test
  void code_of_another_file_is_looked_at_when_a_function_uses_it() {
    assertThat(
            lint(
                "f.py",
                FUNCTION.formatted("from shop.helper import used as help", "help()"),
                "shop/helper.py",
                HELPER))
        .containsExactly("shop/helper.py:1 unreachable-import", "shop/helper.py:5 print-call");
  }

  @Test
  void code_of_another_file_is_looked_at_when_it_is_imported_as_a_module() {
    assertThat(
            lint("f.py", FUNCTION.formatted("import helper", "helper.used()"), "helper.py", HELPER))
        .containsExactly("helper.py:1 unreachable-import", "helper.py:5 print-call");
  }

  @Test
  void relative_imports_are_followed_when_files_lie_in_folders() {
    assertThat(
            lint(
                "shop/f.py",
                FUNCTION.formatted("from .lib.helper import used", "used()"),
                "shop/lib/helper.py",
                "from ...up import used\nfrom ..up import used\n",
                "shop/up.py",
                "def used():\n    print(1)\n"))
        .containsExactly("shop/up.py:2 print-call");
  }

  @Test
  void file_with_a_syntax_error_is_no_third_party_module_when_it_is_imported() {
    assertThat(
            lint(
                "f.py",
                FUNCTION.formatted("import helper", "helper.used()"),
                "helper.py",
                "def used(:  # plpython: ignore[nothing]\n"))
        .isEmpty();
  }

  @Test
  void nothing_is_found_when_no_function_uses_a_file() {
    assertThat(lint("f.py", FUNCTION.formatted("", "1"), "helper.py", HELPER)).isEmpty();
  }

  @Test
  void state_is_found_to_be_shared_when_functions_of_two_files_use_a_third_one() {
    assertThat(
            lint(
                "f.py",
                FUNCTION.formatted("from state import count", "count()"),
                "g.py",
                FUNCTION.formatted("from state import SEEN", "len(SEEN)").replace("f(", "g("),
                "state.py",
                "SEEN = []\n\n\ndef count():\n    SEEN.append(1)\n    return len(SEEN)\n"))
        .containsExactly("state.py:5 shared-state");
  }
}
