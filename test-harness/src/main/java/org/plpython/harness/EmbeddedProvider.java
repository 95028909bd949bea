package org.plpython.harness;

import java.util.Optional;

/** The server from jars. */
final class EmbeddedProvider implements ServerProvider {
  @Override
  public String name() {
    return "embedded:" + Recipe.POSTGRES_VERSION.replaceFirst("\\..*", "");
  }

  @Override
  public Optional<String> obstacle() {
    try {
      Platform.current().check();
      return Optional.empty();
    } catch (UnsupportedPlatformException obstacle) {
      return Optional.of(String.valueOf(obstacle.getMessage()));
    }
  }

  @Override
  public PlPythonServer shared() {
    return EmbeddedPostgres.shared();
  }
}
