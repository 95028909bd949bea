package org.plpython.harness;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/**
 * The Docker engine that Testcontainers finds. Testcontainers' own janitor removes what a killed
 * JVM leaves; where it may not run, the next JVM of this machine does.
 */
final class DockerEngine {

  /** Says of a container which JVM it is for. */
  static final String LABEL = "org.plpython.jvm";

  private DockerEngine() {}

  static Optional<String> obstacle() {
    return DockerClientFactory.instance().isDockerAvailable()
        ? Optional.empty()
        : Optional.of("no Docker engine answers; install and start one, or set DOCKER_HOST");
  }

  /** Removes the containers of this machine's JVMs that are no more. */
  static void removeLeftovers() {
    DockerClient engine = DockerClientFactory.lazyClient();
    for (Container container :
        engine.listContainersCmd().withShowAll(true).withLabelFilter(List.of(LABEL)).exec()) {
      Optional<JvmMark> maker = JvmMark.parse(String.valueOf(container.getLabels().get(LABEL)));
      if (maker.filter(JvmMark::isGone).isPresent()) {
        remove(engine, container.getId());
      }
    }
  }

  /** Somebody else may be quicker. */
  private static void remove(DockerClient engine, String container) {
    try {
      engine.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      return;
    }
  }
}
