package org.plpython.harness;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * A PostgreSQL that is installed on this machine. Its programs run a server of our own, beside any
 * that the machine runs.
 */
final class LocalProvider implements ServerProvider {
  private final OptionalInt version;
  private final LocalInstallations installations;
  private final SharedServer<PlPythonServer> shared = new SharedServer<>(() -> start(line -> {}));

  /** For a major version, 15. */
  LocalProvider(int version) {
    this(OptionalInt.of(version), LocalInstallations.ofThisMachine());
  }

  LocalProvider(OptionalInt version, LocalInstallations installations) {
    this.version = version;
    this.installations = installations;
  }

  /** The newest one that has PL/Python. */
  static LocalProvider any() {
    return new LocalProvider(OptionalInt.empty(), LocalInstallations.ofThisMachine());
  }

  @Override
  public String name() {
    return version.isPresent() ? "local:" + version.getAsInt() : "local";
  }

  @Override
  public Optional<String> obstacle() {
    return usable().isPresent() ? Optional.empty() : Optional.of(what() + "; " + advice());
  }

  @Override
  public PlPythonServer shared() {
    return shared.get();
  }

  /**
   * Starts a server of its own.
   *
   * @param progress gets one short line before each step that takes time
   * @throws PlPythonServerException when it is not installed or does not start
   */
  PlPythonServer start(Consumer<String> progress) {
    LocalInstallation installation =
        usable()
            .orElseThrow(
                () ->
                    new PlPythonServerException(
                        "%s does not run here: %s; %s".formatted(postgres(), what(), advice())));
    ServerAccount account = ServerAccount.detect();
    Path cache = CacheFolder.ofThisJvm().choose(account::canEnter);
    ServerSetup setup = ServerSetup.of(installation.serverPrograms(cache), account, progress);
    return new PlPythonServer(setup.start());
  }

  private Optional<LocalInstallation> usable() {
    return fitting().filter(installation -> installation.module().isPresent());
  }

  /** One with PL/Python, else one without. */
  private Optional<LocalInstallation> fitting() {
    var candidates =
        installations.find().stream()
            .filter(found -> version.isEmpty() || found.version() == version.getAsInt())
            .toList();
    return candidates.stream()
        .filter(found -> found.module().isPresent())
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  private String what() {
    return fitting()
        .map(
            found ->
                "PostgreSQL %d in %s has no PL/Python".formatted(found.version(), found.programs()))
        .orElseGet(
            () ->
                "there is no %s in %s, nor where pg_config on the PATH says"
                    .formatted(postgres(), installations.places()));
  }

  private String postgres() {
    return version.isPresent() ? "PostgreSQL " + version.getAsInt() : "PostgreSQL";
  }

  private String advice() {
    String number =
        version.isPresent()
            ? Integer.toString(version.getAsInt())
            : fitting().map(found -> Integer.toString(found.version())).orElse("NN");
    return "apt-get install postgresql-%1$s postgresql-plpython3-%1$s, or dnf install postgresql%1$s-server postgresql%1$s-plpython3"
        .formatted(number);
  }
}
