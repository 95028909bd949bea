package org.plpython.source;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Python files are scripts, that run once, by their names: {@code V7.1__normalise_isbns.py}.
 *
 * @param prefix before the version
 * @param separator between version and description
 * @param isStrict whether a name that looks like one and is none is a mistake
 */
public record ScriptNaming(String prefix, String separator, boolean isStrict) {
  /** {@code V} and two underscores; what merely looks like it is an ordinary file. */
  public static final ScriptNaming DEFAULT = new ScriptNaming("V", "__", false);

  private static final String VERSION = "\\d+(?:[._]\\d+)*";

  public ScriptNaming {
    Objects.requireNonNull(prefix);
    Objects.requireNonNull(separator);
  }

  /**
   * What a name says.
   *
   * @param version with dots
   * @param description with spaces for underscores
   */
  public record ScriptName(String version, String description) {}

  /** What the name of a script says; empty: the file is none. */
  public Optional<ScriptName> nameOf(SourceFile file) {
    if (!fileName(file).startsWith(prefix)) {
      return Optional.empty();
    }
    Matcher name =
        Pattern.compile(
                "%s(%s)%s(.+)\\.py"
                    .formatted(Pattern.quote(prefix), VERSION, Pattern.quote(separator)))
            .matcher(fileName(file));
    return name.matches()
        ? Optional.of(
            new ScriptName(name.group(1).replace('_', '.'), name.group(2).replace('_', ' ')))
        : Optional.empty();
  }

  /** Whether a file is no script and has a name like one. */
  public boolean isMistake(SourceFile file) {
    return isStrict
        && nameOf(file).isEmpty()
        && fileName(file).matches(Pattern.quote(prefix) + "\\d.*\\.py");
  }

  private static String fileName(SourceFile file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }
}
