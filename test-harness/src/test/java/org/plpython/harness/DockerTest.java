package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/**
 * The server in a container. CONTRIBUTING.md says how these are run; the image that they call
 * official may be a stand-in.
 */
@Tag("docker")
class DockerTest {

  private static final String OFFICIAL = "postgres:18-bookworm";

  @Test
  void python_works_in_the_image_of_our_dockerfile() throws SQLException {
    PlPythonServer server = DockerServer.start(Optional.empty());
    try (PlPythonDatabase database = server.createDatabase();
        PlPythonDatabase other = server.createDatabase()) {
      assertThat(other.name()).isNotEqualTo(database.name());
      assertThat(
              Sql.python(
                  database,
                  """
                  import os, sys
                  return " ".join([
                      "root" if os.getuid() == 0 else "somebody", *sys.path[:2],
                      str(os.path.exists(sys.path[1] + "/pip")), open(os.devnull).encoding])"""))
          .isEqualTo("somebody /opt/plpython/project /opt/plpython/packages True UTF-8");
      assertThat(Sql.value(database, "SELECT 'é' < 'f'")).isEqualTo("f");
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
          .hasMessageContaining("password authentication failed");
      try (Connection known =
          DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
        assertThat(known.isValid(5)).isTrue();
      }
    } finally {
      server.close();
    }

    assertThat(marks()).doesNotContain(JvmMark.ofThisJvm().toString());
  }

  @Test
  void log_is_told_when_an_image_has_no_python() {
    assertThatThrownBy(() -> DockerProvider.of(OFFICIAL).shared())
        .isInstanceOf(PlPythonServerException.class)
        .hasMessageStartingWith(
            "PL/Python does not work in "
                + OFFICIAL
                + ": ERROR: extension \"plpython3u\" is not available")
        .hasMessageContaining("The end of its log:");
    assertThat(marks()).doesNotContain(JvmMark.ofThisJvm().toString());
  }

  @Test
  void containers_of_dead_jvms_are_removed_and_those_of_others_are_not() {
    JvmMark own = JvmMark.ofThisJvm();
    String dead = new JvmMark(own.machine(), own.process(), 1).toString();
    String elsewhere = new JvmMark("elsewhere", own.process(), 1).toString();
    DockerClient engine = DockerClientFactory.lazyClient();
    List<String> containers =
        List.of(dead, own.toString(), elsewhere).stream()
            .map(
                mark ->
                    engine
                        .createContainerCmd(OFFICIAL)
                        .withLabels(Map.of(DockerEngine.LABEL, mark))
                        .exec()
                        .getId())
            .toList();
    try {
      DockerEngine.removeLeftovers();

      assertThat(marks()).contains(own.toString(), elsewhere).doesNotContain(dead);
    } finally {
      containers.subList(1, 3).forEach(id -> engine.removeContainerCmd(id).exec());
    }
  }

  @Test
  void server_serves_the_tests_when_docker_is_chosen() throws SQLException {
    ServerChoice choice =
        new ServerChoice(
            Map.of(ServerChoice.PROPERTY, "docker")::get, Map.<String, String>of()::get);

    assertThat(choice.provider().obstacle()).isEmpty();
    try (PlPythonServer server = choice.provider().shared();
        PlPythonDatabase database = server.createDatabase()) {
      assertThat(choice.provider().shared()).isSameAs(server);
      assertThat(Sql.python(database, "return 'works'")).isEqualTo("works");
    }
  }

  private static List<String> marks() {
    return DockerClientFactory.lazyClient()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of(DockerEngine.LABEL))
        .exec()
        .stream()
        .map(Container::getLabels)
        .map(labels -> labels.get(DockerEngine.LABEL))
        .toList();
  }
}
