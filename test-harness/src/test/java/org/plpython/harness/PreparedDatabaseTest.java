package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.plpython.harness.PlPythonTest.Scope;

class PreparedDatabaseTest {

  private static final Queue<String> NAMES = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void forget() {
    NAMES.clear();
  }

  @Test
  void each_test_has_its_own_database_when_the_scope_is_method() {
    run(ByMethod.class).testEvents().assertStatistics(all -> all.started(4).succeeded(4));

    assertThat(NAMES).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void changelog_is_run_once_when_several_ask_for_it() {
    run(Updated.class, UpdatedToo.class)
        .testEvents()
        .assertStatistics(all -> all.started(3).succeeded(3));

    assertThat(NAMES).hasSize(3).containsOnly("1");
  }

  @Test
  void why_is_told_when_a_database_for_each_test_is_wanted_for_all() {
    assertThat(failures(run(ForAll.class)))
        .singleElement()
        .asString()
        .endsWith(
            "@PlPythonTest(scope = METHOD) has a database for each test: there is none for what"
                + " runs once for PreparedDatabaseTest$ForAll (@BeforeAll, @AfterAll, PER_CLASS)");
  }

  @Test
  void why_is_told_when_the_changelog_is_missing() {
    assertThat(failures(run(Missing.class)))
        .singleElement()
        .asString()
        .contains("Liquibase cannot update with harness/missing.sql: ");
  }

  @Test
  void one_tool_is_asked_for_when_there_are_two() {
    assertThatThrownBy(() -> new Preparation(List.of(), List.of("a"), "b"))
        .isInstanceOf(PlPythonServerException.class)
        .hasMessage(
            "@PlPythonTest has both flyway and liquibase: a database is migrated by one of them");
  }

  @Test
  void sources_are_deployed_when_they_are_all_there_is(@TempDir Path folder)
      throws IOException, SQLException {
    Files.writeString(
        folder.resolve("books.py"),
        """
        from plpython import plfunction


        @plfunction
        def twice(a: int) -> int:
            return 2 * a
        """);
    Preparation sources = new Preparation(List.of("filesystem:" + folder), List.of(), "");
    EmbeddedPostgres server = EmbeddedPostgres.shared();
    try (PlPythonDatabase first = server.createDatabase(sources)) {
      Files.delete(folder.resolve("books.py"));
      try (PlPythonDatabase second = server.createDatabase(sources)) {
        assertThat(Sql.value(first, "SELECT twice(21)")).isEqualTo("42");
        assertThat(Sql.value(second, "SELECT twice(21)")).isEqualTo("42");
      }
    }
  }

  private static EngineExecutionResults run(Class<?>... classes) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
    for (Class<?> type : classes) {
      kit.selectors(selectClass(type));
    }
    return kit.execute();
  }

  private static List<String> failures(EngineExecutionResults results) {
    return results.allEvents().failed().stream()
        .map(
            event ->
                event
                    .getRequiredPayload(TestExecutionResult.class)
                    .getThrowable()
                    .orElseThrow()
                    .getMessage())
        .toList();
  }

  @PlPythonTest(scope = Scope.METHOD)
  static class ByMethod {
    private final PlPythonDatabase database;

    ByMethod(PlPythonDatabase database) {
      this.database = database;
    }

    @RepeatedTest(3)
    void repeated(Connection connection) throws SQLException {
      note(connection);
    }

    @Test
    void once(Connection connection) throws SQLException {
      note(connection);
    }

    private void note(Connection connection) throws SQLException {
      connection.createStatement().execute("CREATE TABLE only_here ()");
      assertThat(connection.getCatalog()).isEqualTo(database.name());
      NAMES.add(database.name());
    }
  }

  @PlPythonTest(liquibase = "harness/changelog.sql", scope = Scope.METHOD)
  static class Updated {
    @RepeatedTest(2)
    void repeated(Connection connection) throws SQLException {
      noteUpdates(connection);
    }
  }

  @PlPythonTest(liquibase = "harness/changelog.sql")
  static class UpdatedToo {
    @Test
    void once(Connection connection) throws SQLException {
      noteUpdates(connection);
    }
  }

  private static void noteUpdates(Connection connection) throws SQLException {
    connection.createStatement().execute("INSERT INTO book VALUES ('')");
    NAMES.add(Sql.value(connection, "SELECT count(*) FROM book"));
    assertThat(Sql.value(connection, "SELECT count(*) FROM databasechangelog")).isEqualTo("1");
  }

  @PlPythonTest(scope = Scope.METHOD)
  static class ForAll {
    @BeforeAll
    static void once(Connection connection) {
      assertThat(connection).isNull();
    }

    @Test
    void only() {
      assertThat(NAMES).isEmpty();
    }
  }

  @PlPythonTest(liquibase = "harness/missing.sql")
  static class Missing {
    @Test
    void only(Connection connection) {
      assertThat(connection).isNull();
    }
  }
}
