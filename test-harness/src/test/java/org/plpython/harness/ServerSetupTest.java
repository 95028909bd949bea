package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSetupTest {

  private final List<String> progress = new ArrayList<>();

  @Test
  void another_port_is_tried_when_the_first_is_taken() throws IOException {
    int free = FreePort.next();
    try (ServerSocket taken = FreePort.take()) {
      Iterator<Integer> ports = List.of(taken.getLocalPort(), free).iterator();
      try (PlPythonServer server = new PlPythonServer(setup(ports::next).start())) {
        assertThat(server.port()).isEqualTo(free);
      }
      assertThat(progress)
          .containsExactly(
              "starting PostgreSQL 18.6 on port " + taken.getLocalPort(),
              "starting PostgreSQL 18.6 on port " + free);
    }
  }

  @Test
  void given_up_when_every_port_is_taken() throws IOException {
    try (ServerSocket taken = FreePort.take()) {
      ServerSetup setup = setup(taken::getLocalPort);

      assertThatThrownBy(setup::start)
          .isInstanceOf(PlPythonServerException.class)
          .hasMessageContaining("Address already in use")
          .hasMessageEndingWith("every one that was tried was taken.");
      assertThat(progress).hasSize(5);
    }
  }

  @Test
  void end_of_the_log_is_told_when_the_server_does_not_start() {
    ServerSetup setup = setup(() -> 70_000);

    assertThatThrownBy(setup::start)
        .isInstanceOf(PlPythonServerException.class)
        .hasMessageStartingWith("PostgreSQL 18.6 did not start. The end of its log:\n  ")
        .hasMessageContaining("70000 is outside the valid range for parameter \"port\"")
        .hasMessageContaining("name another server with -Dplpython.test.database=local");
  }

  @Test
  void end_of_the_log_is_told_when_initdb_fails(@TempDir Path empty) {
    ServerSetup setup =
        new ServerSetup(
            new Distribution(empty).programs(),
            ServerAccount.detect(),
            FreePort::next,
            progress::add);

    assertThatThrownBy(setup::start)
        .isInstanceOf(PlPythonServerException.class)
        .hasMessageStartingWith("PostgreSQL 18.6 did not start. The end of its log:\n  ")
        .hasMessageContaining(empty + "/postgres/bin/initdb");
  }

  @Test
  void cause_is_told_when_the_directory_cannot_be_made(@TempDir Path temporary) {
    Path directory = temporary.resolve("missing").resolve("directory");
    ServerProcess process =
        ServerProcess.launch(
            SharedDistribution.get().programs(),
            ServerAccount.detect(),
            directory,
            FreePort.next());

    assertThat(process.awaitReady()).isFalse();
    assertThat(process.log().text()).contains(directory.toString()).contains("No such file");
    process.stop();
  }

  private ServerSetup setup(IntSupplier ports) {
    return new ServerSetup(
        SharedDistribution.get().programs(), ServerAccount.detect(), ports, progress::add);
  }
}
