package org.plpython.harness;

import java.nio.file.Path;
import java.util.Map;

/**
 * The programs that make up a server, wherever they come from.
 *
 * @param version PostgreSQL's, such as 18.6
 * @param folder holds {@code initdb} and {@code postgres}
 * @param environment what they need beside what every server gets
 * @param edition a path in the cache folder that no other programs have, nor these after an update
 */
record ServerPrograms(String version, Path folder, Map<String, String> environment, Path edition) {

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

  /** The data that servers of these programs begin with, whether they are there already or not. */
  Path prepared() {
    String recipe = ServerProcess.script() + localeOptions();
    return Path.of(edition + "-data-" + ShortHash.of(recipe));
  }
}
