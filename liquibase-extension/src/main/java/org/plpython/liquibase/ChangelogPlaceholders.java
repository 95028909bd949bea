package org.plpython.liquibase;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;
import org.plpython.descriptor.Placeholders;
import org.plpython.source.SourceFile;

/** The parameters of a changelog, as far as options of Python sources name them. */
final class ChangelogPlaceholders {
  private static final Pattern NAME = Pattern.compile("\\$\\{([^{}\\n]+)}");

  private ChangelogPlaceholders() {}

  /** Those that have a value. Liquibase shows its parameters only to who knows their names. */
  static Placeholders of(
      ChangeLogParameters parameters, DatabaseChangeLog changelog, List<SourceFile> files) {
    Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (SourceFile file : files) {
      Matcher name = NAME.matcher(file.text());
      while (name.find()) {
        @Nullable Object value = parameters.getValue(name.group(1), changelog);
        if (value != null) {
          values.put(name.group(1), value.toString());
        }
      }
    }
    return Placeholders.of(values);
  }
}
