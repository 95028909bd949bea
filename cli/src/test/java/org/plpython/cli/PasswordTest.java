package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.EmbeddedPostgres;

/** Where passwords come from, on a server that asks for them in each of PostgreSQL's ways. */
class PasswordTest {
  /** What the driver asks before PGPASSFILE. */
  private static final String FILE_PROPERTY = "org.postgresql.pgpassfile";

  private static final GuardedServer SERVER = GuardedServer.start();

  private final List<String> asked = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeAll
  static void prepare() throws SQLException {
    SERVER.execute(
        "CREATE ROLE shop LOGIN PASSWORD 'secret'",
        "CREATE ROLE plain LOGIN PASSWORD 'secret'",
        "SET password_encryption = md5; CREATE ROLE old LOGIN PASSWORD 'secret'",
        "CREATE ROLE free LOGIN");
    SERVER.guard(
        List.of(
            "host all shop 127.0.0.1/32 scram-sha-256",
            "host all plain 127.0.0.1/32 password",
            "host all old 127.0.0.1/32 md5",
            "host all free 127.0.0.1/32 trust"));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @BeforeEach
  void noFile() {
    System.setProperty(FILE_PROPERTY, folder.resolve("missing").toString());
  }

  @AfterEach
  void forgetFile() {
    System.clearProperty(FILE_PROPERTY);
  }

  private Run connect(String role, Map<String, String> environment, Optional<String> typed) {
    PasswordPrompt prompt =
        user -> {
          asked.add(user);
          return typed;
        };
    return Verb.whoAmI(environment, prompt, "--url", SERVER.url("postgres"), "--user", role);
  }

  private void file(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("pgpass"), text);
    System.setProperty(FILE_PROPERTY, file.toString());
  }

  private static String missing() {
    return """
        The server at %s asks for the password of role "shop", and there is none.
          Give it in the environment variable PGPASSWORD or in ~/.pgpass; on a terminal it is asked\
         for.
        """
        .formatted(SERVER.address());
  }

  private static String wrong(String place) {
    return """
        The server at %s refuses the password of role "shop".
          It came from %s. A server with passwords says the same of a role that it does not have.
        """
        .formatted(SERVER.address(), place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "plain", "old"})
  void password_is_asked_for_once_when_the_server_wants_one_and_none_is_there(String role) {
    assertThat(connect(role, Map.of("PGPASSWORD", ""), Optional.of("secret")))
        .isEqualTo(new Run(0, role, ""));
    assertThat(asked).containsExactly(role);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", "plain", "old"})
  void nobody_is_asked_when_the_environment_has_the_password(String role) throws IOException {
    file("*:*:*:*:wrong\n");
    assertThat(connect(role, Map.of("PGPASSWORD", "secret"), Optional.empty()))
        .isEqualTo(new Run(0, role, ""));
    assertThat(asked).isEmpty();
  }

  @Test
  void nobody_is_asked_when_the_file_has_the_password() throws IOException {
    file("# ours\n127.0.0.1:" + SERVER.server().port() + ":postgres:shop:secret\n");
    assertThat(connect("shop", Map.of(), Optional.empty())).isEqualTo(new Run(0, "shop", ""));
    assertThat(asked).isEmpty();
  }

  @Test
  void password_is_asked_for_when_the_file_has_that_of_another_role() throws IOException {
    file("*:*:*:plain:secret\n");
    assertThat(connect("shop", Map.of(), Optional.of("secret"))).isEqualTo(new Run(0, "shop", ""));
  }

  @Test
  void nobody_is_asked_when_the_server_wants_no_password() {
    assertThat(connect("free", Map.of(), Optional.empty())).isEqualTo(new Run(0, "free", ""));
    assertThat(asked).isEmpty();
  }

  @Test
  void places_are_told_when_nobody_types_one() {
    assertThat(connect("shop", Map.of(), Optional.empty())).isEqualTo(new Run(1, "", missing()));
  }

  @Test
  void place_is_told_when_the_password_is_wrong() throws IOException {
    assertThat(connect("shop", Map.of(), Optional.of("WRONG")))
        .isEqualTo(new Run(1, "", wrong("the terminal")));
    assertThat(asked).containsExactly("shop");
    file("*:*:*:*:WRONG\n");
    assertThat(connect("shop", Map.of(), Optional.empty()))
        .isEqualTo(
            new Run(1, "", wrong("the password file, ~/.pgpass or where PGPASSFILE points")));
  }

  @Test
  void file_is_named_when_a_line_of_it_ends_too_early() throws IOException {
    file("127.0.0.1\n");
    assertThat(connect("shop", Map.of(), Optional.of("secret")))
        .isEqualTo(
            new Run(
                1,
                "",
                """
                The password file (~/.pgpass, or where PGPASSFILE points) has a line that ends too\
                 early: each is HOST:PORT:DATABASE:USER:PASSWORD.
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--password=SECRET", "--password SECRET", "--password"})
  void password_is_refused_and_not_repeated_when_it_is_an_argument(String option) {
    assertThat(Verb.whoAmI(("--url jdbc:postgresql:x " + option).split(" ", -1)))
        .isEqualTo(
            new Run(
                1,
                "",
                """
                There is no --password, as others could read it. Give it in the environment\
                 variable PGPASSWORD or in ~/.pgpass; on a terminal it is asked for.
                See: verb --help
                """));
  }

  @Test
  void password_is_asked_for_without_echo_when_there_is_a_terminal() throws Exception {
    ProcessBuilder builder =
        EmbeddedPostgres.shared()
            .python(
                "-c",
                """
                import os, pty, sys

                pid, terminal = pty.fork()
                if pid == 0:
                    os.execv(sys.argv[1], sys.argv[1:])
                seen = b""
                while b"Password for user shop: " not in seen:
                    seen += os.read(terminal, 1024)
                os.write(terminal, b"secret\\n")
                try:
                    while part := os.read(terminal, 1024):
                        seen += part
                except OSError:
                    pass
                os.waitpid(pid, 0)
                sys.stdout.buffer.write(seen.replace(b"\\r", b""))
                """,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + FILE_PROPERTY + "=" + folder.resolve("missing"),
                "-cp",
                System.getProperty("java.class.path"),
                Verb.class.getName(),
                "--url",
                SERVER.url("postgres"),
                "--user",
                "shop")
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    Process process = builder.start();
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("Password for user shop: \nshop\n");
  }
}
