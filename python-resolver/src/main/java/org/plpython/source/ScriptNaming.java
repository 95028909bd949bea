package org.plpython.source;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Python files are scripts, that run once, and are nobody's module. */
public sealed interface ScriptNaming {
  /**
   * What a name says.
   *
   * @param version with dots
   * @param description with spaces for underscores
   */
  record ScriptName(String version, String description) {}

  /** What the name of a script says; empty: the file is none. */
  Optional<ScriptName> nameOf(SourceFile file);

  /** What is said of a file that is no script and has a name like one; empty: nothing. */
  default Optional<String> mistake(SourceFile file) {
    return Optional.empty();
  }

  /**
   * By their names, as Flyway does: {@code V7.1__normalise_isbns.py}.
   *
   * @param prefix before the version
   * @param separator between version and description
   * @param isStrict whether a name that looks like one and is none is a mistake
   */
  record Versioned(String prefix, String separator, boolean isStrict) implements ScriptNaming {
    /** {@code V} and two underscores; what merely looks like it is an ordinary file. */
    public static final ScriptNaming DEFAULT = new Versioned("V", "__", false);

    private static final String VERSION = "\\d+(?:[._]\\d+)*";

    public Versioned {
      Objects.requireNonNull(prefix);
      Objects.requireNonNull(separator);
    }

    @Override
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

    @Override
    public Optional<String> mistake(SourceFile file) {
      boolean isMistake =
          isStrict
              && nameOf(file).isEmpty()
              && fileName(file).matches(Pattern.quote(prefix) + "\\d.*\\.py");
      return isMistake
          ? Optional.of(
              "A migration is named like %s7%swhat_it_does.py; name any other file otherwise."
                  .formatted(prefix, separator))
          : Optional.empty();
    }

    private static String fileName(SourceFile file) {
      return file.path().substring(file.path().lastIndexOf('/') + 1);
    }
  }

  /**
   * One that somebody names.
   *
   * @param path below its root, with slashes; none has the empty path
   */
  record Named(String path) implements ScriptNaming {
    /** No file is a script. */
    public static final ScriptNaming NONE = new Named("");

    @Override
    public Optional<ScriptName> nameOf(SourceFile file) {
      return file.path().equals(path) ? Optional.of(new ScriptName("", path)) : Optional.empty();
    }
  }
}
