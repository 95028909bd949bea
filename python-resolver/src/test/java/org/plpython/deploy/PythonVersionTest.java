package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.InvalidSettingException;

class PythonVersionTest {

  @Test
  void versions_are_ordered_by_numbers() {
    assertThat(PythonVersion.parse("3.9"))
        .isLessThan(PythonVersion.parse("3.10"))
        .isEqualByComparingTo(PythonVersion.parse(" 3.9.0 "));
    assertThat(PythonVersion.parse("3.11.2")).isGreaterThan(PythonVersion.parse("3.11"));
    assertThat(PythonVersion.parse("3.11.2")).hasToString("3.11.2");
    assertThat(PythonVersion.parse("3.11")).hasToString("3.11");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "3.x", "", "3.11.2.1", "v3.11", "3.11rc1", "99999.1"})
  void version_is_refused_when_it_is_none(String text) {
    assertThatThrownBy(() -> PythonVersion.parse(text))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("'%s' is no version: write 3.11 or 3.11.2", text);
  }
}
