package org.plpython.harness;

import java.nio.file.Path;
import java.util.Map;

/**
 * The programs that make up a server, wherever they come from.
 *
 * @param version PostgreSQL's, such as 18.6
 * @param folder holds {@code initdb} and {@code postgres}
 * @param environment what they need beside what every server gets
 */
record ServerPrograms(String version, Path folder, Map<String, String> environment) {

  private static final int BUILTIN_LOCALES = 17;

  ServerPrograms {
    environment = Map.copyOf(environment);
  }

  /** For messages. */
  String name() {
    return "PostgreSQL " + version;
  }

  /** What makes text alike on every machine, where this PostgreSQL has it: options of initdb. */
  String localeOptions() {
    int major = Integer.parseInt(version.replaceFirst("\\..*", ""));
    return major < BUILTIN_LOCALES ? "" : "--locale-provider=builtin --builtin-locale=C.UTF-8";
  }
}
