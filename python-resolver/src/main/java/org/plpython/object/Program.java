package org.plpython.object;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The Python source that is installed with a routine.
 *
 * @param path of its file below the source root
 * @param entry the callable in it
 * @param text the needed part of the file, with LF line ends
 * @param provided names that the text expects to find, and what they stand for: {@code db} for
 *     {@code plpython.plpy}
 */
public record Program(String path, String entry, String text, Map<String, String> provided) {
  public Program {
    Objects.requireNonNull(path);
    Objects.requireNonNull(entry);
    Objects.requireNonNull(text);
    provided = Collections.unmodifiableSortedMap(new TreeMap<>(provided));
  }
}
