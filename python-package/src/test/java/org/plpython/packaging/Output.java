package org.plpython.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What a process said, both streams in one, and how it ended. */
record Output(int status, String text) {

  /** Runs a process to its end. */
  static Output of(ProcessBuilder builder, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    builder.environment().putAll(environment);
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Output(process.waitFor(), text);
  }
}
