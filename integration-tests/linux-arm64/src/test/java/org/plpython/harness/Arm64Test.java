package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The binaries are there, and laid out as those that run here; nobody has run them. */
class Arm64Test {

  /** The numbers of processors in the header of an executable file. */
  private static final int AARCH64 = 183;

  private static final int X86_64 = 62;

  @TempDir private Path temporary;

  @Test
  void same_files_but_for_the_processor_when_both_are_unpacked() throws IOException {
    Path arm = Files.createDirectory(temporary.resolve("arm"));
    Path x86 = Files.createDirectory(temporary.resolve("x86"));
    Distribution.unpackInto(Architecture.ARM64, arm);
    Distribution.unpackInto(Architecture.X86_64, x86);

    assertThat(processors(arm)).hasSizeGreaterThan(100).containsOnly(AARCH64);
    assertThat(processors(x86)).hasSizeGreaterThan(100).containsOnly(X86_64);
    for (String link : Recipe.LINKS.keySet()) {
      assertThat(arm.resolve(link).toRealPath()).isRegularFile();
    }
    // What it lacks is for terminals.
    assertThat(modules(x86)).contains("readline");
    assertThat(modules(arm))
        .isEqualTo(modules(x86).stream().filter(name -> !name.equals("readline")).toList());
    Distribution distribution = new Distribution(arm);
    assertThat(distribution.programs().folder().resolve("postgres")).isExecutable();
    assertThat(distribution.pythonExecutable()).isExecutable();
    assertThat(arm.resolve("postgres/lib/postgresql/plpython3.so")).isReadable();
    assertThat(distribution.standardLibrary().resolve("json/__init__.py")).isReadable();
  }

  @Test
  void folders_differ_when_processors_do() {
    assertThat(Recipe.folderName(Architecture.ARM64))
        .matches("postgres-18\\.6-python-3\\.14\\.3-[0-9a-f]{8}")
        .isNotEqualTo(Recipe.folderName(Architecture.X86_64));
  }

  /** Of all executable files and libraries. */
  private static List<Integer> processors(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(Arm64Test::processor)
          .filter(n -> n > 0)
          .toList();
    }
  }

  private static int processor(Path file) {
    try (var content = Files.newInputStream(file)) {
      byte[] header = content.readNBytes(20);
      boolean executable = header.length == 20 && header[0] == 0x7f && header[1] == 'E';
      return executable ? header[18] & 0xff : 0;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Python's extension modules, without the processor in their names. */
  private static List<String> modules(Path root) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("python/lib/python3.14/lib-dynload"))) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
          .sorted()
          .toList();
    }
  }
}
