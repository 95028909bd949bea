package org.plpython.deploy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plpython.InvalidSettingException;

/** Times as PostgreSQL's settings are written; the manual's section 19.1.1. */
public final class WaitingTime {
  private static final Pattern TIME = Pattern.compile("(\\d{1,10})\\s*([a-z]*)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "", Duration.ofMillis(1),
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private WaitingTime() {}

  /**
   * Reads a time.
   *
   * @param text a whole number with its unit, {@code 5s}; without one, of milliseconds
   * @throws InvalidSettingException if it is none, or longer than PostgreSQL can wait
   */
  public static Duration parse(String text) {
    Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!time.matches() || !UNITS.containsKey(time.group(2))) {
      throw new InvalidSettingException(
          "'%s' is no time: write 500ms, 5s, 2min, 1h or 1d, or 0 to wait for ever"
              .formatted(text));
    }
    Duration duration = UNITS.get(time.group(2)).multipliedBy(Long.parseLong(time.group(1)));
    if (duration.toMillis() > Integer.MAX_VALUE) {
      throw new InvalidSettingException(
          "'%s' is longer than PostgreSQL's longest time, 24 days; 0 waits for ever"
              .formatted(text));
    }
    return duration;
  }
}
