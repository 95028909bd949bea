package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {

  /** PostgreSQL's protocol by hand, as the JDBC driver always sends the JVM's zone. */
  private static final String STARTUP_WITHOUT_ZONE =
      """
      import socket, struct, sys
      names = b"user\\0postgres\\0database\\0postgres\\0\\0"
      with socket.create_connection(("127.0.0.1", int(sys.argv[1])), 20) as server:
          server.sendall(struct.pack("!ii", 8 + len(names), 196608) + names)
          answer = b""
          while b"TimeZone\\0" not in answer or not answer.split(b"TimeZone\\0")[1].count(b"\\0"):
              answer += server.recv(4096)
      print(answer.split(b"TimeZone\\0")[1].split(b"\\0")[0].decode())
      """;

  private final EmbeddedPostgres server = EmbeddedPostgres.shared();

  @Test
  void versions_are_the_named_ones() throws SQLException {
    try (PlPythonDatabase database = server.createDatabase()) {
      assertThat(Sql.value(database, "SHOW server_version")).isEqualTo(Recipe.POSTGRES_VERSION);
      assertThat(Sql.python(database, "import sys\nreturn sys.version.split()[0]"))
          .isEqualTo(Recipe.PYTHON_VERSION);
    }
  }

  @Test
  void databases_are_alike_whatever_the_machine() throws SQLException {
    String query =
        """
        SELECT concat_ws(' ', pg_encoding_to_char(encoding), datlocprovider, datlocale,
          current_setting('lc_messages'), current_setting('log_timezone'), 'é' < 'f', upper('é'))
        FROM pg_database WHERE datname = current_database()""";
    try (PlPythonDatabase database = server.createDatabase()) {
      assertThat(Sql.value(database, query)).isEqualTo("UTF8 b C.UTF-8 C UTC f É");
    }
  }

  @Test
  void zone_is_utc_when_a_client_names_none() throws Exception {
    Process client =
        server
            .python("-c", STARTUP_WITHOUT_ZONE, Integer.toString(server.port()))
            .redirectErrorStream(true)
            .start();

    assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("UTC\n");
  }

  @Test
  void only_loopback_is_listened_on() throws SQLException {
    try (PlPythonDatabase database = server.createDatabase()) {
      assertThat(Sql.value(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(Sql.value(database, "SHOW unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void databases_differ_when_made_at_the_same_time() {
    Set<String> names = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 12).parallel().forEach(n -> names.add(createAndDrop()));

    assertThat(names).hasSize(12);
  }

  @Test
  void database_is_gone_when_closed_though_it_is_in_use() throws SQLException {
    PlPythonDatabase database = server.createDatabase();
    try (Connection connection = database.connect()) {
      assertThat(connection.getAutoCommit()).isTrue();
      database.close();
      database.close();

      assertThat(connection.isValid(5)).isFalse();
      assertThatThrownBy(database::connect)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("database \"" + database.name() + "\" does not exist");
    }
  }

  @Test
  void url_reaches_the_database_when_its_name_is_odd() throws SQLException {
    server.execute("CREATE DATABASE \"a b/ü?\"");
    try (Connection connection =
        DriverManager.getConnection(server.jdbcUrl("a b/ü?"), server.user(), "")) {
      assertThat(connection.getCatalog()).isEqualTo("a b/ü?");
    } finally {
      server.execute("DROP DATABASE \"a b/ü?\"");
    }
  }

  @Test
  void all_is_gone_when_closed() throws SQLException {
    EmbeddedPostgres own = EmbeddedPostgres.start();
    PlPythonDatabase database = own.createDatabase();
    assertThat(own.directory()).isDirectory();

    own.close();
    own.close();

    assertThat(own.directory()).doesNotExist();
    assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
    assertThatThrownBy(own::createDatabase).isInstanceOf(PlPythonServerException.class);
    database.close();
  }

  @Test
  void one_server_is_shared_when_threads_ask_at_the_same_time() {
    List<EmbeddedPostgres> servers =
        IntStream.range(0, 8).parallel().mapToObj(n -> EmbeddedPostgres.shared()).toList();

    assertThat(servers).containsOnly(server);
  }

  @Test
  void steps_are_told_when_progress_is_asked_for() {
    List<String> lines = new ArrayList<>();
    try (EmbeddedPostgres own = EmbeddedPostgres.start(lines::add)) {
      assertThat(lines).containsExactly("starting PostgreSQL 18.6 on port " + own.port());
    }
  }

  private String createAndDrop() {
    try (PlPythonDatabase database = server.createDatabase()) {
      return database.name();
    }
  }
}
