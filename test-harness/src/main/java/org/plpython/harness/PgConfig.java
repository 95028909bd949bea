package org.plpython.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own program that tells where it is installed.
 *
 * @param program its file
 */
record PgConfig(Path program) {

  private static final Pattern VERSION = Pattern.compile("PostgreSQL (\\d+)\\D.*");

  static Optional<PgConfig> on(String path) {
    return LocalInstallations.program("pg_config", path).map(PgConfig::new);
  }

  /** What it tells; empty where that makes no sense, as some development packages have it alone. */
  Optional<LocalInstallation> installation() {
    List<String> answers = answers();
    if (answers.size() != 3) {
      return Optional.empty();
    }
    Matcher version = VERSION.matcher(answers.get(2));
    return version.matches()
        ? Optional.of(
            new LocalInstallation(
                Integer.parseInt(version.group(1)),
                Path.of(answers.get(0)),
                LocalInstallations.module(Path.of(answers.get(1)))))
        : Optional.empty();
  }

  private List<String> answers() {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--bindir", "--pkglibdir", "--version")
              .redirectErrorStream(true)
              .start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
