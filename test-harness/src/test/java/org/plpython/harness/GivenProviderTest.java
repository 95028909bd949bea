package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded server stands in for one that somebody else runs. */
class GivenProviderTest {

  private static final String OURS =
      "SELECT count(*) FROM pg_database WHERE datname ~ 'plpython_.*_'";

  private final EmbeddedPostgres machine = EmbeddedPostgres.start();

  @AfterEach
  void stop() {
    machine.close();
  }

  @Test
  void databases_are_made_beside_the_given_one_and_dropped() throws SQLException {
    PlPythonServer server = provider("postgres").shared();
    try (PlPythonDatabase database = server.createDatabase();
        PlPythonDatabase other = server.createDatabase()) {
      assertThat(database.name()).matches("plpython_[0-9a-f]{8}_1");
      assertThat(other.name()).endsWith("_2");
      assertThat(Sql.python(database, "return 'works'")).isEqualTo("works");
      assertThat(count(OURS)).isEqualTo("3");
    }
    PlPythonDatabase left = server.createDatabase();

    server.close();

    assertThat(count(OURS)).isEqualTo("0");
    assertThatThrownBy(left::connect).isInstanceOf(SQLException.class);
  }

  @Test
  void databases_of_dead_jvms_are_dropped_and_those_of_others_are_not() throws SQLException {
    machine.execute("CREATE DATABASE plpython_0badcafe_template");
    machine.execute("CREATE DATABASE plpython_0badcafe_1");
    machine.execute("CREATE DATABASE plpython_mine");
    machine.execute("CREATE DATABASE shop");
    PlPythonServer living = provider("shop").shared();
    PlPythonDatabase used = living.createDatabase();

    try (PlPythonServer server = provider("postgres").shared()) {
      assertThat(count("SELECT count(*) FROM pg_database WHERE datname ~ '0badcafe'"))
          .isEqualTo("0");
      assertThat(Sql.value(used, "SELECT 1")).isEqualTo("1");
      assertThat(count("SELECT count(*) FROM pg_database WHERE datname = 'plpython_mine'"))
          .isEqualTo("1");
      assertThat(server.port()).isEqualTo(machine.port());
    }
    living.close();
  }

  @Test
  void advice_is_given_when_the_role_may_not_make_databases() {
    machine.execute("CREATE ROLE ada LOGIN");

    assertThatThrownBy(() -> provider("postgres", "ada").shared())
        .isInstanceOf(PlPythonServerException.class)
        .hasMessage(
            """
            The tests cannot use jdbc:postgresql://127.0.0.1:%d/postgres as ada: ERROR: permission denied to create database
            Tests make databases of their own: ALTER ROLE "ada" CREATEDB"""
                .formatted(machine.port()));
  }

  @Test
  void advice_is_given_when_the_role_is_no_superuser() {
    machine.execute("CREATE ROLE bob LOGIN CREATEDB");

    assertThatThrownBy(() -> provider("postgres", "bob").shared())
        .isInstanceOf(PlPythonServerException.class)
        .hasMessageEndingWith(
            "PL/Python is for superusers: name one with -Dplpython.test.user=ROLE");
    assertThat(count(OURS)).isEqualTo("1");
    provider("postgres").shared().close();
    assertThat(count(OURS)).isEqualTo("1");
    assertThatThrownBy(() -> provider("postgres", "bob").shared())
        .isInstanceOf(PlPythonServerException.class);
    assertThat(count(OURS)).isEqualTo("1");
  }

  @Test
  void settings_are_named_when_nobody_answers() {
    int nobody = FreePort.next();

    assertThatThrownBy(
            () ->
                new GivenProvider(
                        GivenServer.of(
                            "jdbc:postgresql://127.0.0.1:" + nobody + "/shop", this::none))
                    .shared())
        .isInstanceOf(PlPythonServerException.class)
        .hasMessageStartingWith(
            "The tests cannot use jdbc:postgresql://127.0.0.1:" + nobody + "/shop as ")
        .hasMessageEndingWith(
            "Mend -Dplpython.test.database, -Dplpython.test.user or -Dplpython.test.password (a"
                + " password may also stand in PGPASSWORD or ~/.pgpass)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://h:1,i:2/a%20b?user=u%40v&password=p&ssl=true"
            + " | //h:1,i:2/ | ?ssl=true | a b | u@v | p",
        "jdbc:postgresql:shop | //localhost/ | '' | shop | os | ''",
        "jdbc:postgresql://h/ | //h/ | '' | os | os | ''",
        "jdbc:postgresql://h?user=ada | //h/ | '' | ada | ada | ''",
      })
  void address_is_read_as_the_driver_reads_it(
      String url, String before, String after, String database, String user, String password) {
    String own = System.getProperty("user.name", "");

    assertThat(GivenServer.of(url, this::none))
        .isEqualTo(
            new ServerAddress(
                "jdbc:postgresql:" + before,
                after,
                database.replace("os", own),
                user.replace("os", own),
                Optional.of(password).filter(text -> !text.isEmpty())));
  }

  @Test
  void settings_come_before_the_url_and_that_before_pgpassword() {
    Map<String, String> settings =
        Map.of("plpython.test.user", "bob", "PLPYTHON_TEST_PASSWORD", "s", "PGPASSWORD", "pg");
    String url = "jdbc:postgresql://h/d?user=ada&password=u";

    assertThat(
            GivenServer.of(
                url,
                (property, variable) ->
                    settings.getOrDefault(property, settings.getOrDefault(variable, ""))))
        .isEqualTo(new ServerAddress("jdbc:postgresql://h/", "", "d", "bob", Optional.of("s")));
    assertThat(
            GivenServer.of(
                    "jdbc:postgresql://h/d",
                    (property, variable) -> variable.equals("PGPASSWORD") ? "pg" : "")
                .password())
        .contains("pg");
  }

  private String none(String property, String variable) {
    return "";
  }

  private GivenProvider provider(String database) {
    return provider(database, "postgres");
  }

  private GivenProvider provider(String database, String user) {
    return new GivenProvider(
        GivenServer.of(
            "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(machine.port(), database, user),
            this::none));
  }

  private String count(String query) {
    try (Connection connection = machine.dataSource("postgres").getConnection()) {
      return Sql.value(connection, query);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
