package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data that a server begins with are made by the first one, and copied by all that follow. */
class PreparedDataTest {

  @TempDir private Path temporary;
  private ServerPrograms programs = SharedDistribution.get().programs();

  @BeforeEach
  void withoutData() throws IOException {
    UnpackedTree.openToAll(temporary);
    programs =
        new ServerPrograms(
            programs.version(),
            programs.folder(),
            programs.environment(),
            temporary.resolve("cache/edition"));
  }

  @Test
  void made_once_and_copied_when_servers_start() throws IOException, SQLException {
    assertThat(log(start())).contains("bootstrap script ... ok").contains("stand-alone backend");
    assertThat(cached()).containsExactly(programs.prepared().getFileName().toString());

    ServerProcess second = start();

    try (PlPythonServer server = new PlPythonServer(second);
        PlPythonDatabase database = server.createDatabase()) {
      assertThat(second.log().text()).doesNotContain("bootstrap script");
      assertThat(Sql.python(database, "return 'works'")).isEqualTo("works");
    }
    assertThat(cached()).containsExactly(programs.prepared().getFileName().toString());
  }

  @Test
  void all_work_when_servers_make_them_at_the_same_time() throws IOException {
    List<ServerProcess> servers = Stream.generate(this::start).limit(3).parallel().toList();

    for (ServerProcess process : servers) {
      new PlPythonServer(process).close();
    }
    assertThat(cached()).containsExactly(programs.prepared().getFileName().toString());
  }

  @Test
  void made_each_time_when_they_cannot_be_kept() throws IOException {
    Files.writeString(temporary.resolve("cache"), "no folder");

    try (PlPythonServer server = new PlPythonServer(start())) {
      assertThat(server.createDatabase().name()).isEqualTo("plpython_1");
    }
  }

  @Test
  void made_anew_when_what_is_there_is_not_whole() throws IOException {
    Files.createDirectories(programs.prepared());
    Files.createDirectory(temporary.resolve("cache/edition-data-old"));

    new PlPythonServer(start()).close();

    assertThat(cached())
        .containsExactlyInAnyOrder(
            "edition-data-old", programs.prepared().getFileName().toString());
  }

  @Test
  void leftovers_of_killed_ones_are_removed_when_they_are_old() throws IOException {
    Path old = Path.of(programs.prepared() + ".part-old");
    Path fresh = Path.of(programs.prepared() + ".part-fresh");
    Files.createDirectories(old);
    Files.createDirectory(fresh);
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));

    new PlPythonServer(start()).close();

    assertThat(old).doesNotExist();
    assertThat(fresh).isDirectory();
  }

  private ServerProcess start() {
    return ServerSetup.of(programs, ServerAccount.detect(), line -> {}).start();
  }

  private static String log(ServerProcess process) {
    String text = process.log().text();
    process.stop();
    return text;
  }

  private List<String> cached() throws IOException {
    try (Stream<Path> children = Files.list(temporary.resolve("cache"))) {
      return new ArrayList<>(
          children.map(child -> child.getFileName().toString()).sorted().toList());
    }
  }
}
