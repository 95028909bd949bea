package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledJvmTest {

  private static final Duration BOUND = Duration.ofSeconds(20);

  @TempDir Path scratch;

  @ParameterizedTest
  @ValueSource(strings = {"starting PostgreSQL 18.6 on port ", "ready"})
  void server_and_directory_are_gone_when_the_jvm_is_killed(String moment) throws IOException {
    try (ChildJvm child = start()) {
      child.await(moment);
      child.kill();
    }

    assertAllGone();
  }

  @Test
  void server_and_directory_are_gone_when_the_jvm_ends_without_closing() throws IOException {
    try (ChildJvm child = start()) {
      child.await("ready");
      assertThat(processes()).isNotEmpty();
      assertThat(Path.of(child.await("directory="))).isDirectory();

      child.process().getOutputStream().close();
      child.process().onExit().join();
    }

    assertAllGone();
  }

  private ChildJvm start() throws IOException {
    Path cache = SharedDistribution.folder();
    return ChildJvm.start(List.of(), ChildJvm.classPath(), cache, scratch, Map.of());
  }

  private void assertAllGone() throws IOException {
    Deadline deadline = Deadline.in(BOUND);
    while (!deadline.passed() && !(processes().isEmpty() && files().isEmpty())) {
      deadline.pause();
    }
    assertThat(processes()).isEmpty();
    assertThat(files()).isEmpty();
  }

  /** The command lines that name the scratch folder: of the server and of the shell beside it. */
  private List<String> processes() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(scratch.toString()))
        .toList();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> children = Files.list(scratch)) {
      return children.toList();
    }
  }
}
