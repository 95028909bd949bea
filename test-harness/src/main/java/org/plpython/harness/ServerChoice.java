package org.plpython.harness;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which server serves the tests.
 *
 * @param properties the JVM's system properties
 * @param environment the process's environment
 */
record ServerChoice(
    Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {

  static final String PROPERTY = "plpython.test.database";
  static final String VARIABLE = "PLPYTHON_TEST_DATABASE";

  private static final String FORMS =
      "embedded:18, local, local:NN, docker, docker:IMAGE or jdbc:postgresql://HOST:PORT/DATABASE";

  /** One for each choice, so that all who choose alike share a server. */
  private static final Map<String, ServerProvider> OF_THIS_JVM = new ConcurrentHashMap<>();

  static ServerChoice ofThisJvm() {
    return new ServerChoice(System::getProperty, System::getenv);
  }

  /**
   * Whoever gives the server, the same one each time for the same choice.
   *
   * @throws PlPythonServerException when the choice is none
   */
  ServerProvider provider() {
    return OF_THIS_JVM.computeIfAbsent(chosen(), this::named);
  }

  /** What is chosen; empty: whatever serves. */
  String chosen() {
    return setting(PROPERTY, VARIABLE);
  }

  private String setting(String property, String variable) {
    String value = properties.apply(property);
    String named = value == null || value.isBlank() ? environment.apply(variable) : value;
    return named == null ? "" : named.strip();
  }

  private ServerProvider named(String choice) {
    if (choice.isEmpty()) {
      return new FirstThatServes(
          List.of(new EmbeddedProvider(), LocalProvider.any(), DockerProvider.ours()));
    }
    if (choice.startsWith("jdbc:postgresql:")) {
      return new GivenProvider(GivenServer.of(choice, this::setting));
    }
    String[] parts = choice.split(":", 2);
    String edition = parts.length == 1 ? "" : parts[1];
    return switch (parts[0]) {
      case "embedded" -> embedded(edition);
      case "local" -> edition.isEmpty() ? LocalProvider.any() : local(edition);
      case "docker" -> edition.isEmpty() ? DockerProvider.ours() : DockerProvider.of(edition);
      default ->
          throw new PlPythonServerException(
              "There is no server '" + choice + "': " + PROPERTY + " is " + FORMS);
    };
  }

  private static ServerProvider embedded(String version) {
    EmbeddedProvider provider = new EmbeddedProvider();
    if (version.isEmpty() || provider.name().equals("embedded:" + version)) {
      return provider;
    }
    throw new PlPythonServerException(
        "There is no embedded PostgreSQL %s, only %s: take -D%s=local:%s if it is installed, or"
                .formatted(version, provider.name(), PROPERTY, version)
            + " =docker:IMAGE");
  }

  private static ServerProvider local(String version) {
    if (!version.matches("[1-9][0-9]?")) {
      throw new PlPythonServerException(
          "There is no PostgreSQL '" + version + "': " + PROPERTY + " is " + FORMS);
    }
    return new LocalProvider(Integer.parseInt(version));
  }
}
