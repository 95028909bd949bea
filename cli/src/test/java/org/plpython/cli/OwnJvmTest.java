package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** JVMs of their own: the driver chooses its language once, and warns on standard error. */
class OwnJvmTest {
  private static String apply(String url) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=de",
                "-Duser.country=DE",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "apply",
                "--url",
                url,
                "--source",
                Run.BOOKSHOP.toString())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void message_is_english_when_the_jvm_is_not() throws IOException {
    assertThat(apply("jdbc:postgresql://127.0.0.1:1/bookshop"))
        .isEqualTo(
            """
            No PostgreSQL answers at 127.0.0.1:1.
              Check host and port in --url, that the server runs and listens there (listen_addresses),\
             and that no firewall stands between.
            """);
  }

  @Test
  void message_stands_alone_when_the_driver_would_warn_as_well() throws IOException {
    assertThat(apply("jdbc:postgresql://localhost"))
        .startsWith("--url cannot be read: ")
        .hasLineCount(1);
  }
}
