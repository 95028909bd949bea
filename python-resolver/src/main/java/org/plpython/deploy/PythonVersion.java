package org.plpython.deploy;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plpython.InvalidSettingException;

/** A version of Python, as far as it is known: what it leaves out is 0. */
public record PythonVersion(int major, int minor, int micro) implements Comparable<PythonVersion> {
  private static final Pattern VERSION =
      Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?");
  private static final Comparator<PythonVersion> ORDER =
      Comparator.comparingInt(PythonVersion::major)
          .thenComparingInt(PythonVersion::minor)
          .thenComparingInt(PythonVersion::micro);

  /**
   * Reads one.
   *
   * @param text {@code 3.11} or {@code 3.11.2}
   * @throws InvalidSettingException if it is none
   */
  public static PythonVersion parse(String text) {
    Matcher version = VERSION.matcher(text.strip());
    if (!version.matches()) {
      throw new InvalidSettingException("'%s' is no version: write 3.11 or 3.11.2".formatted(text));
    }
    return new PythonVersion(
        Integer.parseInt(version.group(1)),
        Integer.parseInt(version.group(2)),
        version.group(3) == null ? 0 : Integer.parseInt(version.group(3)));
  }

  @Override
  public int compareTo(PythonVersion other) {
    return ORDER.compare(this, other);
  }

  /** As people write it: {@code 3.11}, or {@code 3.11.2} where the last number is known. */
  @Override
  public String toString() {
    return major + "." + minor + (micro == 0 ? "" : "." + micro);
  }
}
