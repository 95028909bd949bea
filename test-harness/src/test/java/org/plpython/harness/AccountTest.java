package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root, with and without user namespaces, and an ordinary user: whoever runs the tests. */
class AccountTest {

  private static final String WORKS_AS_NOBODY = "python=42 owner=65534";

  @TempDir Path temporary;

  @BeforeEach
  void open() throws IOException {
    UnpackedTree.openToAll(temporary);
  }

  @Test
  void server_works_when_the_jvm_is_run_by_an_ordinary_user() throws Exception {
    if (ServerAccount.detect() == ServerAccount.OWN) {
      assertThat(reportFromThisJvm()).isEqualTo("python=42 owner=" + ownerOf(temporary));
    } else {
      assertThat(reportFromNobody()).isEqualTo(WORKS_AS_NOBODY);
    }
  }

  @Test
  void server_works_when_user_namespaces_are_not_to_be_had() throws Exception {
    if (ServerAccount.detect() == ServerAccount.OWN) {
      assertThat(reportFromThisJvm()).isEqualTo("python=42 owner=" + ownerOf(temporary));
    } else {
      assertThat(reportWithoutUnshare()).isEqualTo(WORKS_AS_NOBODY);
    }
  }

  @Test
  void folder_can_be_entered_when_the_account_may() throws IOException {
    ServerAccount account = ServerAccount.detect();
    Path closed =
        Files.createDirectory(
            temporary.resolve("closed"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

    assertThat(account.canEnter(closed)).isTrue();
    assertThat(ServerAccount.NOBODY.canEnter(closed.resolve("missing/too"))).isFalse();
    assertThat(ServerAccount.NOBODY.canEnter(temporary.resolve("missing")))
        .isEqualTo(account != ServerAccount.OWN);
  }

  private static String reportFromThisJvm() throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      return ServerInChildJvm.report(server);
    }
  }

  /** The class path is copied, as nobody may not enter root's home folder. */
  private String reportFromNobody() throws IOException {
    Path work = Files.createDirectory(temporary.resolve("work"));
    Files.setAttribute(work, "unix:uid", 65534);
    return report(
        ChildJvm.start(
            ServerAccount.NOBODY.wrapper(),
            copiedClassPath(),
            work.resolve("cache"),
            work,
            Map.of()));
  }

  private String reportWithoutUnshare() throws IOException {
    Path programs = Files.createDirectory(temporary.resolve("programs"));
    for (String program : List.of("sh", "setpriv", "id")) {
      try (InputStream content = Files.newInputStream(find(program))) {
        new UnpackedTree(programs).file(program, content, true);
      }
    }
    Path cache = temporary.resolve("cache");
    Map<String, String> environment = Map.of("PATH", programs.toString());
    return report(ChildJvm.start(List.of(), ChildJvm.classPath(), cache, temporary, environment));
  }

  private static String report(ChildJvm started) throws IOException {
    try (ChildJvm child = started) {
      return "python=" + child.await("python=");
    }
  }

  private String copiedClassPath() throws IOException {
    List<String> copies = new ArrayList<>();
    for (String entry : ChildJvm.classPath().split(File.pathSeparator, -1)) {
      Path copy = temporary.resolve("class-path-" + copies.size());
      ClassPathCopy.copy(Path.of(entry), copy);
      copies.add(copy.toString());
    }
    return String.join(File.pathSeparator, copies);
  }

  private static Path find(String program) {
    return List.of("/bin", "/usr/bin", "/usr/sbin").stream()
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private static Object ownerOf(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid");
  }
}
