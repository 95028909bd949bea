package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedJarTest {

  @TempDir Path temporary;

  @Test
  void server_works_when_all_was_merged_into_one_jar() throws IOException {
    Path jar = temporary.resolve("all in one.jar");
    ClassPathCopy.merge(jar);
    Path cache = temporary.resolve("a cache");

    try (ChildJvm child = ChildJvm.start(List.of(), jar.toString(), cache, temporary, Map.of())) {
      assertThat(child.await("python=")).startsWith("42 ");
    }
  }
}
