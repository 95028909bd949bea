package org.plpython.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Python of pages for authors runs under pytest: each page's blocks are one file. */
class GuideTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```python\n(.*?)^```$");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "../docs/testing.md, 3 passed",
    "../python-resolver/src/main/python/README.md, 1 passed"
  })
  void examples_pass_when_they_are_run(Path page, String passed)
      throws IOException, InterruptedException {
    PythonTools.needTools();
    String code =
        BLOCK
            .matcher(Files.readString(page))
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining("\n"));
    Files.writeString(folder.resolve("test_guide.py"), code);
    Output output =
        PythonTools.run(
            folder,
            Map.of("PYTHONPATH", Project.wheel(folder).toString()),
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "test_guide.py");
    assertThat(output.text()).contains(passed).doesNotContain("failed");
  }
}
