package org.plpython.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plpython.resolver.PythonLinter;
import org.plpython.source.Diagnostic;
import org.plpython.source.SourceFile;

/**
 * The page's examples. With {@code -Dgolden.update=true} what is found in them is written anew:
 * read the difference before committing it.
 */
class LintDocumentationTest {
  private static final Path PAGE = Path.of("../docs/lint.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("(?ms)^```(?:python|yaml)(?: wrong)?\n(.*?)^```\n\n```text\n(.*?)^```$");
  private static final Pattern MENDED =
      Pattern.compile("(?ms)^```(?:python|yaml) mended\n(.*?)^```$");

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  static List<String> ids() {
    return PythonLinter.ids();
  }

  private static List<Diagnostic> lint(String text) {
    return new PythonLinter(Set.of()).lint(List.of(file(text))).diagnostics();
  }

  private static SourceFile file(String text) {
    String name = text.startsWith("functions:") ? "example.yaml" : "example.py";
    return new SourceFile("page", name, text);
  }

  private static String shown(String text) {
    return lint(text).stream()
        .map(Diagnostic::toString)
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String section(String id) throws IOException {
    return Arrays.stream(page().split("(?m)^## ", -1))
        .filter(section -> section.startsWith(id + "\n"))
        .findFirst()
        .orElseThrow();
  }

  private static String only(Pattern pattern, String id) throws IOException {
    List<MatchResult> found = pattern.matcher(section(id)).results().toList();
    assertThat(found).hasSize(1);
    return found.get(0).group(1);
  }

  @Test
  void page_has_one_section_for_each_id_when_its_headings_are_listed() throws IOException {
    List<String> headings = new ArrayList<>();
    Matcher heading = Pattern.compile("(?m)^## (.*)$").matcher(page());
    while (heading.find()) {
      headings.add(heading.group(1));
    }
    assertThat(headings).isEqualTo(PythonLinter.ids());
  }

  @Test
  void findings_are_as_shown_when_examples_are_linted() throws IOException {
    String page = page();
    String actual =
        EXAMPLE
            .matcher(page)
            .replaceAll(
                example ->
                    Matcher.quoteReplacement(
                        page.substring(example.start(), example.start(2))
                            + shown(example.group(1))
                            + "```"));
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, actual);
    }
    assertThat(actual).isEqualTo(page());
  }

  @ParameterizedTest
  @MethodSource("ids")
  void finding_is_there_when_the_example_is_wrong(String id) throws IOException {
    assertThat(lint(only(EXAMPLE, id))).anyMatch(finding -> finding.id().equals(id));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void finding_is_gone_when_the_example_is_mended(String id) throws IOException {
    assertThat(lint(only(MENDED, id))).noneMatch(finding -> finding.id().equals(id));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void finding_is_gone_when_a_comment_ignores_it(String id) throws IOException {
    List<String> lines = new ArrayList<>(only(EXAMPLE, id).lines().toList());
    if (Rules.ALL.stream().map(Rule::id).anyMatch(id::equals)) {
      for (Diagnostic finding : lint(only(EXAMPLE, id))) {
        lines.set(
            finding.position().line() - 1,
            lines.get(finding.position().line() - 1)
                + "  # plpython: ignore["
                + finding.id()
                + "]");
      }
      assertThat(lint(String.join("\n", lines) + "\n")).isEmpty();
    } else {
      assertThat(section(id)).contains("Silence it by correcting the comment");
    }
  }

  @ParameterizedTest
  @MethodSource("ids")
  void finding_is_gone_when_its_id_is_switched_off(String id) throws IOException {
    SourceFile file = file(only(EXAMPLE, id));
    assertThat(new PythonLinter(Set.of(id)).lint(List.of(file)).diagnostics())
        .noneMatch(finding -> finding.id().equals(id));
  }
}
