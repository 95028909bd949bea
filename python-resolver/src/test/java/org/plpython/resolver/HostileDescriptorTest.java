package org.plpython.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;

/** Whatever a descriptor holds, its author is told quickly, and nothing is run or fetched. */
class HostileDescriptorTest {
  private static final Duration QUICK = Duration.ofSeconds(1);

  private static final String RAW =
      """
      functions:
        - name: f
          body: |
            pass
      """;

  @BeforeAll
  static void loadClasses() {
    PythonResolver.resolveFiles(List.of(descriptor(RAW)));
  }

  static List<Arguments> refused() {
    return List.of(
        arguments(
            "!!python/object/apply:os.system [id]\n",
            "1:1: error: a tag: !!python/object/apply:os.system"),
        arguments("functions: !include /etc/passwd\n", "1:12: error: a tag: !include"),
        arguments(RAW.replace("name: f", "name: !!str 1"), "2:11: error: a tag: !!str"),
        arguments(bomb(), "1:4: error: an anchor: &a"),
        arguments("functions: &f\n  - *f\n", "1:12: error: an anchor: &f"),
        arguments("functions:\n  - <<: {name: f}\n", "2:5: error: a merge key: <<"),
        arguments(
            RAW.replace("name: f", "name: f\n    name: g"), "3:5: error: 'name' is written twice"),
        arguments(RAW + RAW, "5:1: error: 'functions' is written twice"),
        arguments(RAW + "---\n" + RAW, "5:1: error: a second document begins here"),
        arguments(RAW + "...\n---\n" + RAW, "6:1: error: a second document begins here"),
        arguments(RAW.replace("name", "1"), "2:5: error: the key is no string"),
        arguments("? [functions]\n: []\n", "1:3: error: the key is no string"),
        arguments(
            RAW.replace("    body", "\tbody"),
            "3:1: error: syntax error: found character '\\t(TAB)' that cannot start any token."),
        arguments(
            "functions: [\n",
            "2:1: error: syntax error: expected the node content, but found '<stream end>'"),
        arguments(
            "functions: a: b\n", "1:13: error: syntax error: mapping values are not allowed here"),
        arguments(
            RAW.replace("f\n", "\u0007\n"),
            "2:11: error: the character U+0007 cannot stand in YAML"),
        arguments(
            RAW.replace("pass", "x = '\u2028'"),
            "4:12: error: the character U+2028 cannot stand in YAML"),
        arguments("- name: f\n", "1:1: error: a descriptor is a mapping of lists"),
        arguments("text", "1:1: error: a descriptor is a mapping of lists"),
        arguments("functions:\n", "1:11: error: 'functions' is no list"),
        arguments(RAW.replace("f\n", "null\n"), "2:11: error: option 'name'"),
        arguments(RAW.replace("f\n", "\n"), "2:10: error: option 'name'"),
        arguments(RAW.replace("f\n", "2026\n"), "2:11: error: option 'name'"),
        arguments(RAW.replace("f\n", "true\n"), "2:11: error: option 'name'"),
        arguments(
            RAW.replace("f\n", "9".repeat(19_000) + "\n"),
            "2:5: error: the function's name is longer than 63 bytes"),
        arguments(
            RAW.replace("pass", "x = 1\n      ".repeat(5_000_000)),
            "1:1: error: the descriptor holds more than"),
        arguments(
            RAW.replace("f\n", "9".repeat(1_000_000) + "\n"),
            "2:1: error: the line holds more than 20000 characters"),
        arguments("x".repeat(50_000_000), "1:1: error: the descriptor holds more than"),
        arguments("[".repeat(20_000), "1:21: error: too deeply nested"),
        arguments("{a: ".repeat(5_000), "1:81: error: too deeply nested"),
        arguments(
            IntStream.range(0, 500).mapToObj(" "::repeat).collect(Collectors.joining("-\n")),
            "21:21: error: too deeply nested"),
        arguments("? ".repeat(10_000), "1:41: error: too deeply nested"),
        arguments(
            "functions:\n" + "  - {}\n".repeat(100_000),
            "50000:5: error: the descriptor holds more than 50000 values"),
        arguments(
            "functions:\n" + "  - {}\n".repeat(2_000),
            "1002:5: error: the descriptor has more than 1000 entries"),
        arguments("functions: [" + "*a, ".repeat(4_000) + "]\n", "1:13: error: an alias: *a"),
        arguments(
            "functions:\n  - {"
                + IntStream.range(0, 1_500).mapToObj(i -> "k" + i + ": 1").collect(joining())
                + "}\n",
            "2:8896: error: the mapping has more than 1000 keys"),
        arguments(
            "#\n".repeat(100_000) + "functions:\n" + RAW.substring(11).repeat(1_000),
            "100005:5: error: the function f() is declared twice"),
        arguments(RAW.replace("pass", "x = " + "(".repeat(10_000)), ""),
        arguments(
            RAW.replace("pass", "x = " + "-".repeat(15_000) + "1"),
            "3:1: error: syntax error: too deeply nested"));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joining() {
    return Collectors.joining(", ");
  }

  /** Billion laughs. */
  private static String bomb() {
    return "a: &a [x, x, x]\n"
        + IntStream.range(1, 20)
            .mapToObj(i -> "a" + i + ": &a" + i + " [" + "*a, ".repeat(9) + "]\n")
            .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void mistake_is_told_quickly_when_a_descriptor_is_hostile(String text, String told) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    InvalidSourceException mistakes =
        catchThrowableOfType(
            InvalidSourceException.class,
            () -> PythonResolver.resolveFiles(List.of(descriptor(text))));
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    assertThat(Duration.ofNanos(after - before)).isLessThan(QUICK);
    assertThat(Objects.requireNonNull(mistakes, "no mistake").getMessage())
        .startsWith("sources/d.yaml:" + told)
        .hasSizeLessThan(100_000);
  }

  static Stream<String> accepted() {
    return Stream.of(
        "",
        "# nothing\n",
        "---\n",
        "functions: []\n",
        "%YAML 1.2\n---\n" + RAW,
        RAW.replace("name: f", "name: on"),
        RAW.replace("name: f", "name: yes\n    volatility: \"stable\"\n    strict: True"),
        RAW.replace("name: f", "name: 'null'\n    cost: 1e3"),
        RAW.replace("\n", " # comment\n"),
        RAW.replace("pass", "x = '\\u2028 \ud83d\udc0d \t'"));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void descriptor_is_read_when_it_is_merely_odd(String text) {
    assertThat(PythonResolver.resolveFiles(List.of(descriptor(text)))).hasSizeLessThan(2);
  }

  private static SourceFile descriptor(String text) {
    return new SourceFile("sources", "d.yaml", text);
  }
}
