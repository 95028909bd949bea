package org.plpython.invariant;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What pg_dump says of a database's schema, where Debian's packages have one for its server. */
final class PgDump {
  private static final String ENTRY = "(?m)^--\n(?=-- Name: )";

  /** Has a random key, so that no dump can guess how another one ends. */
  private static final String RESTRICT = "(?m)^\\\\(un)?restrict .*$";

  private PgDump() {}

  /** Its entries, sorted. */
  static Optional<String> of(Connection connection) throws SQLException, IOException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    Path program = Path.of("/usr/lib/postgresql/" + version + "/bin/pg_dump");
    return Files.exists(program) ? Optional.of(run(program, connection)) : Optional.empty();
  }

  private static String run(Path program, Connection connection) throws SQLException, IOException {
    URI url = URI.create(connection.getMetaData().getURL().replaceFirst("^jdbc:", ""));
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--schema-only",
                "--host=" + url.getHost(),
                "--port=" + url.getPort(),
                "--username=" + connection.getMetaData().getUserName(),
                url.getPath().substring(1))
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Stream.of(text.replaceAll(RESTRICT, "").split(ENTRY))
        .sorted()
        .collect(Collectors.joining("--\n"));
  }
}
