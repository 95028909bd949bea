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
      Recipe.folderName(Architecture.ofThisJvm());
      return Optional.empty();
    } catch (UnsupportedPlatformException unsupported) {
      return Optional.of(
          unsupported.reason() + "; it runs on " + UnsupportedPlatformException.PLATFORMS);
    } catch (PlPythonServerException missing) {
      return Optional.of(String.valueOf(missing.getMessage()));
    }
  }

  @Override
  public PlPythonServer shared() {
    return EmbeddedPostgres.shared();
  }
}
