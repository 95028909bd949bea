package org.plpython.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {
  private final List<String> asked = new ArrayList<>();
  private final Latest<String, Integer> lengths = new Latest<>(this::length);

  private int length(String text) {
    asked.add(text);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
    return text.length();
  }

  @Test
  void nothing_is_done_when_the_input_is_that_of_the_last_time() {
    assertThat(List.of(lengths.resolve("one"), lengths.resolve("one"))).containsExactly(3, 3);
    assertThat(asked).containsExactly("one");
  }

  @Test
  void result_is_another_one_when_the_input_is() {
    assertThat(List.of(lengths.resolve("one"), lengths.resolve("three"), lengths.resolve("one")))
        .containsExactly(3, 5, 3);
    assertThat(asked).containsExactly("one", "three", "one");
  }

  @Test
  void mistakes_are_told_each_time_when_there_are_some() {
    assertThatThrownBy(() -> lengths.resolve("")).hasMessage("empty");
    assertThatThrownBy(() -> lengths.resolve("")).hasMessage("empty");
    assertThat(asked).containsExactly("", "");
  }
}
