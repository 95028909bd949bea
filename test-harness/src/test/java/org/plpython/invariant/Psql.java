package org.plpython.invariant;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** PostgreSQL's own client, where the machine has it. */
record Psql(int exitCode, String output) {
  private static final Path PROGRAM = Path.of("/usr/bin/psql");

  static boolean isThere() {
    return Files.isExecutable(PROGRAM);
  }

  /** Runs a file in the database of a connection, as a user does. */
  static Psql run(Connection connection, Path script) throws SQLException, IOException {
    URI url = URI.create(connection.getMetaData().getURL().replaceFirst("^jdbc:", ""));
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--no-psqlrc",
                "--quiet",
                "--host=" + url.getHost(),
                "--port=" + url.getPort(),
                "--username=" + connection.getMetaData().getUserName(),
                "--dbname=" + url.getPath().substring(1),
                "--file=" + script)
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Psql(process.waitFor(), output);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
