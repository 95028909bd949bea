package org.plpython.harness;

import java.util.Optional;

/** A server in a container, by Testcontainers, which a project needs for this alone. */
final class DockerProvider implements ServerProvider {
  private final Optional<String> image;
  private final SharedServer<PlPythonServer> shared = new SharedServer<>(this::start);

  private DockerProvider(Optional<String> image) {
    this.image = image;
  }

  /** The image that is built of the Dockerfile in this jar. */
  static DockerProvider ours() {
    return new DockerProvider(Optional.empty());
  }

  /** An image that starts as PostgreSQL's official one does. */
  static DockerProvider of(String image) {
    return new DockerProvider(Optional.of(image));
  }

  @Override
  public String name() {
    return image.map(name -> "docker:" + name).orElse("docker");
  }

  @Override
  public Optional<String> obstacle() {
    try {
      return DockerEngine.obstacle();
    } catch (NoClassDefFoundError e) {
      return Optional.of(
          "Testcontainers is not on the class path; add the dependency"
              + " org.testcontainers:testcontainers");
    }
  }

  @Override
  public PlPythonServer shared() {
    return shared.get();
  }

  private PlPythonServer start() {
    obstacle()
        .ifPresent(
            obstacle -> {
              throw new PlPythonServerException(
                  "PostgreSQL does not run in Docker here: " + obstacle);
            });
    return DockerServer.start(image);
  }
}
