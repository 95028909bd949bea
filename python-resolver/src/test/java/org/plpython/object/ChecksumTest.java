package org.plpython.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
  private static final String FUNCTION =
      """
      from plpython import plfunction
      import math

      RATE = 2

      @plfunction(schema="shop", volatility="stable")
      def f(a: int, b: str = "x", *, c: dict = None) -> int:
          "Comment."
          if a:
              RATE
          return a
      """;

  private static final String TRIGGER =
      """
      import dataclasses
      from plpython import pltable, pltrigger, plpy as db

      @pltable("t")
      @dataclasses.dataclass
      class M:
          a: dict
          b: list[dict]

      @pltrigger(event="INSERT OR UPDATE", when="BEFORE", model=M, of=["a", "b"], condition="true")
      def f(new: M, old, td):
          db.notice(1)
      """;

  private static final String STATEMENT_TRIGGER =
      trigger(
          "event=\"UPDATE\", when=\"AFTER\", table=\"t\", level=\"statement\", old_table=\"o\","
              + " args=[\"a b\"], enabled=\"always\"");

  private static final String EVENT_TRIGGER =
      """
      from plpython import pleventtrigger

      @pleventtrigger(event="ddl_command_end", tags=["CREATE TABLE"])
      def f(td, plpy):
          plpy.notice(1)
      """;

  private static String trigger(String options) {
    return "from plpython import pltrigger\n@pltrigger(" + options + ")\ndef f(td): pass\n";
  }

  private static List<Checksum> checksums(String text) {
    return Objects.of(text).stream().map(DatabaseObject::checksum).toList();
  }

  private static String edited(String text, String from, String to) {
    assertThat(text).contains(from);
    return text.replace(from, to.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: int | a: float",
        "a: int | aa: int",
        "b: str = \"x\" | b: str = \"y\"",
        "b: str = \"x\" | b: str = None",
        "*, c: dict | c: dict",
        "c: dict | c: 'list[dict]'",
        "c: dict = None | c: str = None",
        "-> int | -> str",
        "-> int | -> None",
        "Comment. | Comment",
        "RATE = 2 | RATE = 3",
        "RATE = 2 | RATE = 2  # why",
        "`        RATE` | `            RATE`",
        "`        RATE` | `    \tRATE`",
        "def f | def g",
        "\"shop\" | \"Shop\"",
        "schema=\"shop\", | `` ",
        "schema=\"shop\", | schema=\"shop\", name=\"h\",",
        "stable | immutable",
        "stable\" | stable\", strict=True",
        "stable\" | stable\", leakproof=True",
        "stable\" | stable\", security=\"definer\"",
        "stable\" | stable\", parallel=\"safe\"",
        "stable\" | stable\", cost=99",
        "@plfunction(schema | @math.cache\\n@plfunction(schema"
      })
  void checksum_differs_when_a_part_of_a_function_does(String from, String to) {
    assertThat(checksums(edited(FUNCTION, from, to))).hasSize(1).isNotEqualTo(checksums(FUNCTION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RATE = 2 | # above\\nRATE = 2",
        "RATE = 2 | UNUSED = 1\\nRATE = 2",
        "import math | import math, os",
        "import math | import math\\n\\n\\n",
        "return a | return a\\n# below",
        "return a | return a\\ndef other(): return f()",
        "schema=\"shop\", volatility=\"stable\" | volatility='stable', # why\\n schema='shop'",
        "@plfunction( | @plfunction(strict=False, ",
        "@plfunction( | @plfunction(install='early', ",
        "@plfunction( | @plfunction(install='late', "
      })
  void checksum_is_the_same_when_nothing_that_matters_differs(String from, String to) {
    assertThat(checksums(edited(FUNCTION, from, to))).isEqualTo(checksums(FUNCTION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "when=\"BEFORE\" | when=\"AFTER\"",
        "INSERT OR UPDATE | UPDATE",
        "[\"a\", \"b\"] | [\"a\"]",
        "[\"a\", \"b\"] | [\"b\", \"a\"]",
        "[\"a\", \"b\"] | [\"a, b\"]",
        "condition=\"true\" | condition=\"false\"",
        ", condition=\"true\" | ``",
        "event= | name=\"g\", event=",
        "\"t\" | \"u\"",
        "def f | def g",
        "event= | schema=\"s\", event=",
        "event= | enabled=\"origin\", event=",
        "event= | args=[\"a\"], event="
      })
  void checksum_of_a_trigger_differs_when_a_part_of_it_does(String from, String to) {
    assertThat(checksums(edited(TRIGGER, from, to)).get(1)).isNotEqualTo(checksums(TRIGGER).get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "level=\"statement\" | level=\"row\"",
        "\"o\" | \"p\"",
        "old_table | new_table",
        "args=[\"a b\"] | args=[\"a\", \"b\"]",
        "args=[\"a b\"] | args=[\"\", \"a b\"]",
        "args=[\"a b\"] | constraint=False",
        "always | replica",
        ", enabled=\"always\" | ``"
      })
  void checksum_of_a_statement_trigger_differs_when_a_part_of_it_does(String from, String to) {
    assertThat(checksums(edited(STATEMENT_TRIGGER, from, to)).get(1))
        .isNotEqualTo(checksums(STATEMENT_TRIGGER).get(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"install='early'", "install='late'", "detach=True"})
  void checksums_are_the_same_when_only_the_time_of_a_trigger_differs(String option) {
    assertThat(checksums(edited(TRIGGER, "event=", option + ", event=")))
        .isEqualTo(checksums(TRIGGER));
  }

  @Test
  void checksum_of_a_constraint_trigger_differs_when_its_deferral_does() {
    String trigger = trigger("event=\"INSERT\", when=\"AFTER\", table=\"t\", constraint=True");
    String plain = edited(trigger, ", constraint=True", "");
    String deferrable = edited(trigger, "=True", "=True, deferrable=True");
    String deferred = edited(trigger, "=True", "=True, deferrable='initially deferred'");
    assertThat(
            Stream.of(plain, trigger, deferrable, deferred)
                .map(text -> checksums(text).get(1))
                .distinct())
        .hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ddl_command_end | ddl_command_start",
        "\"CREATE TABLE\" | \"CREATE INDEX\"",
        "\"CREATE TABLE\" | \"CREATE TABLE\", \"CREATE INDEX\"",
        ", tags=[\"CREATE TABLE\"] | ``",
        "event= | enabled=\"always\", event=",
        "event= | name=\"g\", event=",
        "def f | def g"
      })
  void checksum_of_an_event_trigger_differs_when_a_part_of_it_does(String from, String to) {
    assertThat(checksums(edited(EVENT_TRIGGER, from, to)).get(1))
        .isNotEqualTo(checksums(EVENT_TRIGGER).get(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"td, plpy | plpy, td", "notice(1) | notice(2)"})
  void checksum_of_an_event_triggers_function_differs_when_a_part_of_it_does(
      String from, String to) {
    assertThat(checksums(edited(EVENT_TRIGGER, from, to)).get(0))
        .isNotEqualTo(checksums(EVENT_TRIGGER).get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "new: M, old | old, new: M",
        "new: M | new: object",
        "old, | old: M,",
        ", td | ``",
        "a: dict | a: 'list[dict]'",
        "a: dict | a: str",
        "a: dict | aa: dict",
        "notice(1) | notice(2)"
      })
  void checksum_of_a_trigger_function_differs_when_a_part_of_it_does(String from, String to) {
    assertThat(checksums(edited(TRIGGER, from, to)).get(0)).isNotEqualTo(checksums(TRIGGER).get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"when=\"AFTER\"", "when=\"BEFORE\", name=\"g\""})
  void checksum_of_a_trigger_function_is_the_same_when_only_the_trigger_differs(String when) {
    assertThat(checksums(edited(TRIGGER, "when=\"BEFORE\"", when)).get(0))
        .isEqualTo(checksums(TRIGGER).get(0));
  }

  @Test
  void checksum_is_the_hash_of_the_utf_8_when_made_of_text() {
    assertThat(Checksum.ofText("é"))
        .isEqualTo(
            new Checksum("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"));
    assertThat(Checksum.ofText("é").shortened()).isEqualTo("4a99557e4033");
    assertThat(Checksum.ofText("é").crc32()).isEqualTo(2083129988);
  }
}
