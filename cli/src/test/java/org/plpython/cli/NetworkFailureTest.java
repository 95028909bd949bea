package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

/** What there is at an address that is no server, or none that will do. */
@PlPythonTest
class NetworkFailureTest {
  private final PlPythonDatabase database;

  NetworkFailureTest(PlPythonDatabase database) {
    this.database = database;
  }

  private String address() {
    return database.jdbcUrl().replaceFirst("jdbc:postgresql://([^/]*)/.*", "$1");
  }

  private static Run failure(String message) {
    return new Run(1, "", message + "\n");
  }

  @Test
  void address_is_named_when_nothing_listens_there() {
    assertThat(Verb.whoAmI("--url", "jdbc:postgresql://127.0.0.1:1/bookshop"))
        .isEqualTo(failure(unanswered("127.0.0.1:1")));
    assertThat(Verb.whoAmI("--url", "jdbc:postgresql://127.0.0.1:1,127.0.0.1:2/bookshop"))
        .isEqualTo(failure(unanswered("127.0.0.1:1,127.0.0.1:2")));
  }

  private static String unanswered(String address) {
    return """
        No PostgreSQL answers at %s.
          Check host and port in --url, that the server runs and listens there (listen_addresses),\
         and that no firewall stands between."""
        .formatted(address);
  }

  @Test
  void host_is_named_when_nobody_knows_it() {
    assertThat(Verb.whoAmI("--url", "jdbc:postgresql://nowhere.invalid/bookshop"))
        .isEqualTo(
            failure(
                """
                The host in nowhere.invalid:5432 is not known.
                  Mend its name in --url."""));
  }

  @Test
  void kind_is_named_when_no_server_is_of_it() {
    assertThat(
            Verb.whoAmI(
                "--url",
                database.jdbcUrl() + "?targetServerType=secondary",
                "--user",
                database.user()))
        .isEqualTo(
            failure(
                """
                None of the servers at %s answers and is of the kind that targetServerType in\
                 --url asks for.
                  Name the right ones, or change targetServerType."""
                    .formatted(address())));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 400 Bad Request",
    "220 mail.example.com ESMTP",
    "-ERR unknown command",
    "''"
  })
  void stranger_is_told_when_something_else_answers(String words) throws IOException {
    try (Stranger stranger = new Stranger(words)) {
      assertThat(Verb.whoAmI("--url", stranger.url()))
          .isEqualTo(
              failure(
                  """
                  What answers at %s is not PostgreSQL, or it gave up.
                    Check the port in --url; PostgreSQL's is 5432 unless it was changed. Behind a\
                   proxy, check the server."""
                      .formatted(stranger.address())));
    }
  }

  @Test
  void stranger_is_told_when_its_words_look_like_the_beginning_of_tls() throws IOException {
    try (Stranger stranger = new Stranger("SSH-2.0-OpenSSH_9.2")) {
      assertThat(Verb.whoAmI("--url", stranger.url()))
          .isEqualTo(
              failure(
                  """
                  TLS with %s did not come about: what answers is not PostgreSQL, or has no TLS\
                   version in common with this Java.
                    Check the port in --url, or do without TLS: sslmode=disable."""
                      .formatted(stranger.address())));
    }
  }

  @Test
  void address_is_named_when_something_is_silent_for_too_long() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + silent.getLocalPort();
      assertThat(Verb.whoAmI("--url", "jdbc:postgresql://" + address + "/bookshop?loginTimeout=1"))
          .isEqualTo(failure(unanswered(address)));
    }
  }

  @Test
  void tls_is_named_when_the_server_does_not_offer_it() {
    assertThat(
            Verb.whoAmI(
                "--url", database.jdbcUrl() + "?sslmode=require", "--user", database.user()))
        .isEqualTo(
            failure(
                """
                The server at %s does not offer TLS, and sslmode=require in --url demands it.
                  Its administrator turns it on (ssl = on); sslmode=prefer does without."""
                    .formatted(address())));
  }

  /** Says something to everybody, and hangs up. */
  private record Stranger(ServerSocket socket, String words) implements AutoCloseable {
    Stranger(String words) throws IOException {
      this(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), words);
      Thread thread = new Thread(this::talk, "stranger");
      thread.setDaemon(true);
      thread.start();
    }

    private void talk() {
      while (!socket.isClosed()) {
        try (Socket caller = socket.accept();
            OutputStream out = caller.getOutputStream()) {
          caller.getInputStream().readNBytes(8);
          out.write(words.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException hungUp) {
          // Callers do so when they have heard enough.
        }
      }
    }

    String address() {
      return "127.0.0.1:" + socket.getLocalPort();
    }

    String url() {
      return "jdbc:postgresql://" + address() + "/bookshop";
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
