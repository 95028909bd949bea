package org.plpython.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.source.InvalidSourceException;

class LongIntegersTest {

  @Test
  void integer_is_refused_where_it_stands_when_cpython_refuses_it() {
    assertThatThrownBy(() -> Parsed.file("a = 1\nb = (1, " + "9".repeat(1_000_000) + ")\n"))
        .isInstanceOf(InvalidSourceException.class)
        .hasMessageContaining(":2:9: error: syntax error: Exceeds the limit (4300 digits)")
        .hasMessageContaining("value has 1000000 digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = '%s'", "# %s", "a = 0x%s", "a = 1.%s", "a = \"\"\"\n%s\n\"\"\""})
  void digits_are_read_when_they_are_no_decimal_integer(String text) {
    assertThat(Parsed.file(text.formatted("1".repeat(5000))).source().text())
        .hasSizeGreaterThan(4000);
  }

  @Test
  void integer_is_read_when_it_has_as_many_digits_as_cpython_takes() {
    assertThat(Parsed.file("a = " + "1".repeat(4300)).statements()).hasSize(1);
  }
}
