package org.plpython.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.InvalidSettingException;

class PlaceholdersTest {
  private static final Placeholders TENANT =
      new Placeholders(
          Map.of("tenant", "a", "none", "", "nested", "${tenant}", "app:role", "web"),
          Map.of("app:now", "It changes."),
          "${",
          "}");

  private final List<String> mistakes = new ArrayList<>();

  private String in(Placeholders placeholders, String text) {
    return placeholders.in(text, (message, advice) -> mistakes.add(message + ". " + advice));
  }

  @ParameterizedTest
  @CsvSource({
    "${tenant}, a",
    "${TENANT}.book, a.book",
    "x_${tenant}${Tenant}_$, x_aa_$",
    "[${none}], []",
    "${nested}, ${tenant}",
    "${app:role}, web",
    "$${tenant}}, $a}",
    "$tenant} {tenant}, $tenant} {tenant}"
  })
  void values_stand_in_the_text_when_it_holds_placeholders(String text, String expected) {
    assertThat(in(TENANT, text)).isEqualTo(expected);
    assertThat(mistakes).isEmpty();
  }

  @Test
  void text_is_as_written_when_there_are_no_values() {
    assertThat(in(Placeholders.NONE, "${tenant} ${")).isEqualTo("${tenant} ${");
    assertThat(mistakes).isEmpty();
  }

  @Test
  void marks_are_the_settings_when_others_are_set() {
    Placeholders others = new Placeholders(Map.of("tenant", "a"), "%%", "__");
    assertThat(in(others, "%%tenant__.${x}")).isEqualTo("a.${x}");
  }

  @Test
  void mistakes_name_the_nearest_and_the_reason_when_there_is_no_value() {
    assertThat(in(TENANT, "${tenent}.${app:now} ${open")).isEqualTo("tenent.app_now __open");
    assertThat(mistakes)
        .containsExactly(
            "there is no placeholder '${tenent}'. Did you mean 'tenant'? There are: app:role,"
                + " nested, none, tenant.",
            "the placeholder '${app:now}' has no value. It changes.",
            "the placeholder '${open' has no end. Write } after its name.");
  }

  @Test
  void settings_are_refused_when_they_are_ambiguous_or_empty() {
    assertThatThrownBy(() -> Placeholders.of(Map.of("tenant", "a", "Tenant", "b")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("has two values");
    assertThatThrownBy(() -> new Placeholders(Map.of(), "", "}"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("Placeholders need a prefix and a suffix, such as ${ and }.");
  }
}
