package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

class TestedServersTest {
  private static final Queue<String> VERSIONS = new ConcurrentLinkedQueue<>();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @TempDir private Path empty;

  @Test
  void class_runs_on_each_server_there_is() {
    VERSIONS.clear();
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(Everywhere.class))
        .execute()
        .testEvents()
        .assertStatistics(
            all -> all.failed(0).succeeded(2L * TestedServers.OF_THIS_MACHINE.size()));

    assertThat(VERSIONS)
        .containsExactlyElementsOf(
            TestedServers.OF_THIS_MACHINE.stream()
                .map(provider -> provider.name().replaceFirst(".*:", ""))
                .flatMap(version -> List.of(version, version + " nested").stream())
                .toList());
  }

  @Test
  void one_line_says_so_when_the_older_server_is_not_installed() {
    LocalProvider missing = missing();

    assertThat(choose(missing, false))
        .extracting(ServerProvider::name)
        .containsExactly("embedded:18");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "Left out: the tests on PostgreSQL 15, as "
                + missing.obstacle().orElseThrow()
                + System.lineSeparator());
  }

  @Test
  void tests_fail_when_the_older_server_is_required_and_not_installed() {
    LocalProvider missing = missing();

    assertThat(choose(missing, true)).containsOnlyOnce(missing).hasSize(2);
    assertThat(out.size()).isZero();
    assertThatThrownBy(missing::shared)
        .isInstanceOf(PlPythonServerException.class)
        .hasMessageStartingWith("PostgreSQL 15 does not run here: there is no ");
  }

  private LocalProvider missing() {
    return new LocalProvider(OptionalInt.of(15), new LocalInstallations(empty, ""));
  }

  private List<ServerProvider> choose(LocalProvider older, boolean required) {
    return TestedServers.choose(
        older, required, new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private static void note(Connection connection, String where) throws SQLException {
    String version = Sql.value(connection, "SHOW server_version_num");
    VERSIONS.add(version.substring(0, 2) + where);
  }

  @ServerTest
  static class Everywhere {
    private final Connection connection;

    Everywhere(Connection connection) {
      this.connection = connection;
    }

    @BeforeAll
    static void onceOnEach(Connection connection) throws SQLException {
      connection.createStatement().execute("CREATE TABLE once_on_each ()");
    }

    @Test
    void test() throws SQLException {
      note(connection, "");
    }

    @Nested
    class Inner {
      @Test
      void test() throws SQLException {
        note(connection, " nested");
      }
    }
  }
}
