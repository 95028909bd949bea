package org.plpython.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plpython.InvalidSettingException;
import org.plpython.PlPythonException;

/**
 * How a setting's value is written.
 *
 * @param separator of several values in one text; empty: there is one value
 * @param reader makes the value of texts that are not blank
 */
public record SettingForm<T>(String separator, Function<List<String>, T> reader) {

  /** One text. */
  public static <T> SettingForm<T> one(Function<String, T> reader) {
    return new SettingForm<>("", items -> reader.apply(items.get(0)));
  }

  /** Any number of texts. */
  public static SettingForm<List<String>> several(String separator) {
    return new SettingForm<>(separator, List::copyOf);
  }

  /** True or false. */
  public static SettingForm<Boolean> flag() {
    return oneOf(List.of(true, false));
  }

  /** One of some values, in any case. */
  public static <T> SettingForm<T> oneOf(List<T> values) {
    return one(
        text ->
            values.stream()
                .filter(value -> value.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> noneOf(text, values)));
  }

  /** A whole number of something, from the least on. */
  public static SettingForm<Integer> atLeast(int least, String what) {
    return one(
        text -> {
          try {
            int number = Integer.parseInt(text);
            if (number >= least) {
              return number;
            }
          } catch (NumberFormatException noNumber) {
            // told like one that is too small
          }
          throw new InvalidSettingException(
              "'%s' is no number of %s: write %d or more".formatted(text, what, least));
        });
  }

  private static InvalidSettingException noneOf(String text, List<?> values) {
    String all =
        values.size() == 1
            ? values.get(0).toString()
            : values.subList(0, values.size() - 1).stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(", "))
                + " or "
                + values.get(values.size() - 1);
    return new InvalidSettingException("'%s' is not possible: write %s".formatted(text, all));
  }

  /**
   * The texts that a value consists of; none: it is not set.
   *
   * @param value a text, a number or a truth value, or a collection of them, as TOML has it
   */
  List<String> items(Object value) {
    if (value instanceof Collection<?> collection) {
      return collection.stream().map(Object::toString).map(String::strip).toList();
    }
    String text = value.toString();
    return (separator.isEmpty() ? List.of(text) : Arrays.asList(text.split(separator, -1)))
        .stream().map(String::strip).filter(item -> !item.isEmpty()).toList();
  }

  /**
   * Makes the value.
   *
   * @throws PlPythonException if it cannot be; its message names the text and what it can be
   */
  T read(List<String> items) {
    if (separator.isEmpty() && items.size() > 1) {
      throw new InvalidSettingException(
          "'%s' are several: write one".formatted(String.join(", ", items)));
    }
    return reader.apply(items);
  }
}
