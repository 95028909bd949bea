package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerChoiceTest {

  @ParameterizedTest
  @CsvSource({
    "embedded, embedded:18",
    "embedded:18, embedded:18",
    "local, local",
    "local:15, local:15",
    "docker, docker",
    "docker:shop/postgres:17, docker:shop/postgres:17",
    "jdbc:postgresql://db:5433/shop?user=ada&ssl=true, jdbc:postgresql://db:5433/shop?ssl=true",
    "'', any",
  })
  void named_server_serves_when_the_property_names_one(String choice, String name) {
    assertThat(choice(Map.of("plpython.test.database", choice), Map.of()).provider().name())
        .isEqualTo(name);
  }

  @Test
  void property_comes_before_the_variable() {
    Map<String, String> environment = Map.of("PLPYTHON_TEST_DATABASE", "local:15");

    assertThat(choice(Map.of(), environment).provider().name()).isEqualTo("local:15");
    assertThat(choice(Map.of("plpython.test.database", "docker"), environment).provider().name())
        .isEqualTo("docker");
  }

  @Test
  void same_provider_when_the_choice_is_the_same() {
    Map<String, String> properties = Map.of("plpython.test.database", "local:15");

    assertThat(choice(properties, Map.of()).provider())
        .isSameAs(choice(properties, Map.of()).provider());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql | There is no server 'mysql': plpython.test.database is embedded:18, local, local:NN,"
            + " docker, docker:IMAGE or jdbc:postgresql://HOST:PORT/DATABASE",
        "local:new | There is no PostgreSQL 'new': plpython.test.database is embedded:18, local,"
            + " local:NN, docker, docker:IMAGE or jdbc:postgresql://HOST:PORT/DATABASE",
        "embedded:17 | There is no embedded PostgreSQL 17, only embedded:18: take"
            + " -Dplpython.test.database=local:17 if it is installed, or =docker:IMAGE",
      })
  void forms_are_told_when_the_choice_is_none(String choice, String message) {
    ServerChoice unknown = choice(Map.of("plpython.test.database", choice), Map.of());

    assertThatThrownBy(unknown::provider)
        .isInstanceOf(PlPythonServerException.class)
        .hasMessage(message);
  }

  @Test
  void each_obstacle_is_told_when_nothing_serves() {
    FirstThatServes none =
        new FirstThatServes(
            List.of(
                new Candidate("embedded:18", Optional.of("this is Mac OS X on aarch64")),
                new Candidate("local", Optional.of("there is no PostgreSQL; brew it")),
                new Candidate("docker", Optional.empty())));
    String message =
        """
        There is no PostgreSQL with PL/Python for the tests. Tried, in this order:
          embedded:18: this is Mac OS X on aarch64
          local: there is no PostgreSQL; brew it
          docker: its machine is too old
        Mend one of these, or name a server that runs already: -Dplpython.test.database=jdbc:postgresql://HOST:PORT/DATABASE, or PLPYTHON_TEST_DATABASE in the environment.""";

    assertThat(none.obstacle()).isEmpty();
    assertThatThrownBy(none::shared)
        .isInstanceOf(PlPythonServerException.class)
        .hasMessage(message);
    assertThat(new FirstThatServes(none.candidates().subList(0, 1)).obstacle())
        .contains(message.replaceAll("(?m)^  (local|docker).*\n", ""));
  }

  @Test
  void first_that_can_serves_when_none_is_named() {
    FirstThatServes servers =
        new FirstThatServes(
            List.of(
                new Candidate("docker", Optional.empty()),
                new EmbeddedProvider(),
                new Candidate("local", Optional.empty())));

    assertThat(servers.shared()).isSameAs(EmbeddedPostgres.shared());
  }

  private static ServerChoice choice(
      Map<String, String> properties, Map<String, String> environment) {
    return new ServerChoice(properties::get, environment::get);
  }

  /** One that starts nowhere. */
  private record Candidate(String name, Optional<String> obstacle) implements ServerProvider {
    @Override
    public PlPythonServer shared() {
      throw new UnsupportedPlatformException("its machine is too old");
    }
  }
}
