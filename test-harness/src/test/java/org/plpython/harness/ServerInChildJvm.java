package org.plpython.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The main class of a JVM that starts a server, tells about it, and waits to be ended. */
final class ServerInChildJvm {

  private ServerInChildJvm() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    EmbeddedPostgres server = EmbeddedPostgres.start(System.out::println);
    System.out.println(report(server));
    System.out.println("port=" + server.port());
    System.out.println("directory=" + server.directory());
    System.out.println("ready");
    System.in.transferTo(OutputStream.nullOutputStream());
  }

  /** What Python computes in the server, and whom the server's data belong to. */
  static String report(EmbeddedPostgres server) throws IOException, SQLException {
    Path data = server.directory().resolve("data");
    return "python=%s owner=%s".formatted(compute(server), Files.getAttribute(data, "unix:uid"));
  }

  private static String compute(EmbeddedPostgres server) throws SQLException {
    try (PlPythonDatabase database = server.createDatabase();
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE FUNCTION answer() RETURNS int LANGUAGE plpython3u AS 'return 6 * 7'");
      try (ResultSet result = statement.executeQuery("SELECT answer()")) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
