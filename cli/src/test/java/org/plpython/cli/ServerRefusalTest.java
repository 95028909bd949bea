package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a server says to those whom it does not let in. */
class ServerRefusalTest {
  private static final GuardedServer SERVER = GuardedServer.start();

  @BeforeAll
  static void prepare() throws SQLException {
    SERVER.execute(
        "CREATE DATABASE bookshop",
        "CREATE DATABASE closed ALLOW_CONNECTIONS false",
        "CREATE DATABASE others",
        "REVOKE CONNECT ON DATABASE others FROM PUBLIC",
        "CREATE ROLE shop LOGIN PASSWORD 'secret'",
        "CREATE ROLE outsider LOGIN",
        "CREATE ROLE identified LOGIN",
        "CREATE ROLE crowd LOGIN CONNECTION LIMIT 0",
        "CREATE ROLE group_only");
    SERVER.guard(
        List.of(
            "host all shop 127.0.0.1/32 scram-sha-256",
            "host all nobody 127.0.0.1/32 scram-sha-256",
            "host all identified 127.0.0.1/32 ident",
            "host all crowd,unknown,group_only 127.0.0.1/32 trust"));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Run connect(String url, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "--url";
    arguments[1] = url;
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Verb.whoAmI(Map.of("PGPASSWORD", "wrong secret"), user -> Optional.empty(), arguments);
  }

  private static Run failure(String message) {
    return new Run(1, "", message.replace("ADDRESS", SERVER.address()) + "\n");
  }

  @Test
  void role_is_named_when_it_does_not_exist_or_may_not_log_in() {
    for (String role : List.of("unknown", "group_only")) {
      assertThat(connect(SERVER.url("bookshop"), "--user", role))
          .isEqualTo(
              failure(
                  """
                  The server at ADDRESS has no role "%s" that may log in.
                    Name another with --user, or let an administrator make it: CREATE ROLE with LOGIN."""
                      .formatted(role)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "nobody"})
  void place_of_the_password_is_named_when_it_is_wrong(String role) {
    assertThat(connect(SERVER.url("bookshop"), "--user", role))
        .isEqualTo(
            failure(
                """
                The server at ADDRESS refuses the password of role "%s".
                  It came from the environment variable PGPASSWORD. A server with passwords says the\
                 same of a role that it does not have."""
                    .formatted(role)));
  }

  @Test
  void rules_of_the_server_are_named_when_they_let_nobody_in() {
    String message =
        """
        The server at ADDRESS does not let role "outsider" into database "bookshop" from this machine.
          Its administrator adds a line to pg_hba.conf; its log says how it saw this machine.""";
    assertThat(connect(SERVER.url("bookshop"), "--user", "outsider")).isEqualTo(failure(message));
    assertThat(connect(SERVER.url("bookshop") + "?sslmode=disable", "--user", "outsider"))
        .isEqualTo(failure(message + " It may ask for TLS: take sslmode=disable out of --url."));
  }

  @Test
  void other_proof_is_named_when_the_server_asks_for_it() {
    assertThat(connect(SERVER.url("bookshop"), "--user", "identified"))
        .isEqualTo(
            failure(
                """
                The server at ADDRESS does not take role "identified" for who it says it is: its\
                 pg_hba.conf asks for other proof than a password.
                  Connect as the role that this machine's user or certificate stands for, or have\
                 the administrator change pg_hba.conf."""));
  }

  @Test
  void databases_are_named_when_there_is_none_of_the_name() {
    assertThat(connect(SERVER.url("bokshop"), "--user", "postgres"))
        .isEqualTo(
            failure(
                """
                The server at ADDRESS has no database "bokshop".
                  It has: bookshop, others, postgres. Either mend the name in --url, or make the\
                 database first: CREATE DATABASE."""));
  }

  @Test
  void some_databases_are_named_when_there_are_many() throws SQLException {
    try (GuardedServer crowded = GuardedServer.start()) {
      for (int i = 10; i < 20; i++) {
        crowded.execute("CREATE DATABASE d" + i);
      }
      String many = "d10, d11, d12, d13, d14, d15, d16, d17, d18, d19, ...";
      assertThat(connect(crowded.url("x"), "--user", "postgres").err())
          .contains("\n  It has: " + many + ". Either mend");
      crowded.execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC", "CREATE ROLE shop LOGIN");
      assertThat(connect(crowded.url("x"), "--user", "shop").err())
          .contains("\n  Either mend the name");
    }
  }

  @Test
  void privilege_is_named_when_the_role_may_not_connect() {
    assertThat(
            Verb.whoAmI(
                Map.of("PGPASSWORD", "secret"),
                user -> Optional.empty(),
                "--url",
                SERVER.url("others"),
                "--user",
                "shop"))
        .isEqualTo(
            failure(
                """
                Role "shop" may not connect to database "others" at ADDRESS.
                  Its owner allows that: GRANT CONNECT ON DATABASE."""));
  }

  @Test
  void database_is_named_when_it_takes_no_connections() {
    assertThat(connect(SERVER.url("closed"), "--user", "postgres"))
        .isEqualTo(
            failure(
                """
                Database "closed" at ADDRESS takes no connections.
                  An administrator opens it: ALTER DATABASE with ALLOW_CONNECTIONS true."""));
  }

  @Test
  void limit_is_named_when_there_are_too_many_connections() {
    assertThat(connect(SERVER.url("bookshop"), "--user", "crowd"))
        .isEqualTo(
            failure(
                """
                The server at ADDRESS takes no more connections of role "crowd" to database "bookshop".
                  Try again when others have ended, or have the limit raised: max_connections, or\
                 CONNECTION LIMIT of the role or the database."""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"28P01", "28000", "3D000", "42501", "53300", "55000", "57P03"})
  void message_is_english_when_the_server_is_not(String state) {
    ServerErrorMessage german =
        new ServerErrorMessage("SFATAL\0VFATAL\0C" + state + "\0MVerbindung nicht m\u00f6glich\0");
    Destination destination =
        Destination.of(JdbcUrl.of("jdbc:postgresql://127.0.0.1:1/bookshop"), new Properties());

    assertThat(ConnectionFailure.explain(new PSQLException(german), destination, "the terminal"))
        .contains("127.0.0.1:1")
        .contains("\n  ")
        .doesNotContain("Verbindung");
  }

  @Test
  void servers_words_are_quoted_when_the_reason_is_another() {
    assertThat(connect(SERVER.url("bookshop") + "?options=-c%20x%20y", "--user", "postgres").err())
        .startsWith("Cannot connect to " + SERVER.address() + ": FATAL: ");
  }

  @Test
  void moment_is_named_when_the_server_shuts_down() throws SQLException {
    try (GuardedServer ending = GuardedServer.start();
        Connection last = ending.connect()) {
      last.createStatement()
          .execute("COPY (SELECT 1) TO PROGRAM 'kill -TERM $(head -1 postmaster.pid)'");
      GuardedServer.await(
          () -> !connect(ending.url("postgres"), "--user", "postgres").err().isEmpty());

      assertThat(connect(ending.url("postgres"), "--user", "postgres").err())
          .isEqualTo(
              """
              The server at %s takes no connections now: it is starting up, shutting down, or recovering.
                Try again in a moment. If it stays so, its log says why.
              """
                  .formatted(ending.address()));
    }
  }
}
