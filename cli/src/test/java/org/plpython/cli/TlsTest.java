package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with TLS, and rules that ask for it or forbid it. */
class TlsTest {
  private static final GuardedServer SERVER = GuardedServer.start();
  private static final String PASSWORD = "changeit";

  @TempDir private static Path folder;

  @BeforeAll
  static void prepare() throws Exception {
    KeyStore keys = keys();
    Path certificate = folder.resolve("server.crt");
    Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
    String key = pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
    SERVER.write(
        "current_setting('data_directory') || '/server.crt'", Files.readString(certificate));
    SERVER.write("current_setting('data_directory') || '/server.key'", key);
    SERVER.execute(
        "COPY (SELECT 1) TO PROGRAM 'chmod 600 server.key'",
        "CREATE ROLE guarded LOGIN",
        "CREATE ROLE plain LOGIN PASSWORD 'secret'",
        "ALTER SYSTEM SET ssl = on");
    SERVER.guard(
        List.of(
            "hostssl all guarded 127.0.0.1/32 trust",
            "hostnossl all plain 127.0.0.1/32 scram-sha-256"));
    GuardedServer.await(() -> SERVER.value("SHOW ssl").equals("on"));
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  /** Made for another host. */
  private static KeyStore keys()
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=db.example.com",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String words = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(words).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(store)) {
      keys.load(content, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static String pem(String kind, byte[] content) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----"
        .formatted(
            kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), kind);
  }

  private static Run connect(String role, String parameters) {
    return connect(role, parameters, user -> Optional.of("secret"));
  }

  private static Run connect(String role, String parameters, PasswordPrompt prompt) {
    return Verb.whoAmI(
        Map.of(), prompt, "--url", SERVER.url("postgres") + parameters, "--user", role);
  }

  private static Run failure(String message) {
    return new Run(1, "", message.replace("ADDRESS", SERVER.address()) + "\n");
  }

  private static Run notVerified() {
    return failure(
        """
        The certificate of the server at ADDRESS cannot be verified.
          Its authority's certificate is read from sslrootcert=FILE in --url, or from\
         ~/.postgresql/root.crt; with sslmode=verify-full the host must be named as in it.""");
  }

  @Test
  void tls_is_used_when_the_server_has_it() {
    assertThat(connect("guarded", "")).isEqualTo(new Run(0, "guarded", ""));
    assertThat(connect("guarded", "?sslmode=verify-ca&sslrootcert=" + folder + "/server.crt"))
        .isEqualTo(new Run(0, "guarded", ""));
  }

  @Test
  void tls_is_named_when_the_server_asks_for_it_and_the_url_forbids_it() {
    assertThat(connect("guarded", "?sslmode=disable"))
        .isEqualTo(
            failure(
                """
                The server at ADDRESS does not let role "guarded" into database "postgres" from this machine.
                  Its administrator adds a line to pg_hba.conf; its log says how it saw this\
                 machine. It may ask for TLS: take sslmode=disable out of --url."""));
  }

  @Test
  void certificate_is_named_when_it_cannot_be_verified() {
    assertThat(connect("guarded", "?sslmode=verify-full&sslrootcert=" + folder + "/missing.crt"))
        .isEqualTo(notVerified());
    assertThat(connect("guarded", "?sslmode=verify-full&sslrootcert=" + folder + "/server.crt"))
        .isEqualTo(notVerified());
  }

  @Test
  void password_is_asked_for_when_the_server_wants_one_without_tls() {
    assertThat(connect("plain", "")).isEqualTo(new Run(0, "plain", ""));
    assertThat(connect("plain", "", user -> Optional.of("wrong")).err())
        .startsWith(
            "The server at " + SERVER.address() + " refuses the password of role \"plain\".\n");
  }
}
