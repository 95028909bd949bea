package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionCacheTest {

  private static final String UNPACKING =
      "unpacking PostgreSQL 18.6 and Python 3.14 (once per machine)";

  @TempDir Path temporary;

  @Test
  void only_what_is_needed_is_unpacked() throws IOException {
    Distribution distribution = new DistributionCache(temporary).get(line -> {});

    assertThat(distribution.root().getFileName().toString())
        .matches("postgres-18\\.6-python-3\\.14\\.3-[0-9a-f]{8}");
    assertThat(distribution.programs().folder().resolve("postgres")).isExecutable();
    assertThat(distribution.pythonExecutable()).isExecutable();
    assertThat(distribution.standardLibrary().resolve("json/__init__.py")).isReadable();
    try (Stream<Path> files = Files.walk(distribution.root())) {
      assertThat(files.map(path -> distribution.root().relativize(path).toString()))
          .noneMatch(path -> path.contains("_hashlib"))
          .noneMatch(path -> path.startsWith("python/include"))
          .noneMatch(path -> path.endsWith(".a"))
          .noneMatch(path -> path.matches("python/lib/python3.14/(test|idlelib|tkinter)/.*"));
    }
  }

  @Test
  void unpacked_once_when_threads_and_processes_ask_at_the_same_time() throws IOException {
    Path cache = temporary.resolve("cache");
    Path scratch = Files.createDirectory(temporary.resolve("scratch"));
    Queue<String> progress = new ConcurrentLinkedQueue<>();
    try (ChildJvm child =
        ChildJvm.start(List.of(), ChildJvm.classPath(), cache, scratch, Map.of())) {
      IntStream.range(0, 4)
          .parallel()
          .forEach(n -> new DistributionCache(cache).get(progress::add));
      child.await("ready");
      progress.addAll(child.lines());
    }

    assertThat(progress).filteredOn(UNPACKING::equals).hasSize(1);
  }

  @Test
  void unpacked_anew_when_the_last_unpacking_was_killed() throws IOException {
    Path scratch = Files.createDirectory(temporary.resolve("scratch"));
    Path cache = temporary.resolve("cache");
    try (ChildJvm child =
        ChildJvm.start(List.of(), ChildJvm.classPath(), cache, scratch, Map.of())) {
      child.await(UNPACKING);
      awaitPart(cache);
      child.kill();
    }
    assertThat(folders(cache)).singleElement().asString().contains(".part-");

    Distribution distribution = new DistributionCache(cache).get(line -> {});

    assertThat(folders(cache)).containsExactly(distribution.root().getFileName().toString());
    assertThat(distribution.standardLibrary().resolve("zipimport.py")).isReadable();
  }

  @Test
  void the_property_is_named_when_the_folder_cannot_be_written() throws IOException {
    Path file = Files.createFile(temporary.resolve("file"));
    DistributionCache cache = new DistributionCache(file.resolve("cache"));

    assertThatThrownBy(() -> cache.get(line -> {}))
        .isInstanceOf(PlPythonServerException.class)
        .hasMessageContaining(file + "/cache")
        .hasMessageContaining("-Dplpython.cache=FOLDER");
  }

  private static void awaitPart(Path cache) throws IOException {
    Deadline deadline = Deadline.in(ChildJvm.PATIENCE);
    while (folders(cache).isEmpty()) {
      assertThat(deadline.passed()).as("time is up").isFalse();
      deadline.pause();
    }
  }

  private static List<String> folders(Path cache) throws IOException {
    try (Stream<Path> children = Files.list(cache)) {
      return children
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .toList();
    }
  }
}
