package org.plpython.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
  @TempDir private Path folder;
  private Path script;

  @BeforeEach
  void write() throws IOException {
    script = folder.resolve("completion");
    Files.writeString(script, Run.plpython("completion").out());
  }

  private static String bash(String... arguments) throws IOException {
    String[] command = new String[arguments.length + 1];
    command[0] = "bash";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  /** What bash proposes after some words. */
  private String proposed(String words) throws IOException {
    return bash(
        "-c",
        "source "
            + script
            + "; COMP_WORDS=("
            + words
            + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_plpython 2>/dev/null; echo ${COMPREPLY[*]}");
  }

  @Test
  void script_is_bash_when_it_is_printed() throws IOException {
    assertThat(bash("-n", script.toString())).isEmpty();
    assertThat(Run.plpython("completion")).isEqualTo(new Run(0, Files.readString(script), ""));
  }

  @Test
  void verbs_and_options_are_proposed_when_they_are_begun() throws IOException {
    assertThat(proposed("plpython pl")).isEqualTo("plan\n");
    assertThat(proposed("plpython plan --allow")).isEqualTo("--allow-removal\n");
    assertThat(proposed("plpython plan --color ''")).isEqualTo("auto always never\n");
  }
}
