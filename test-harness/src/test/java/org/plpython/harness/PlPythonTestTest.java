package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class PlPythonTestTest {

  private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();
  private static final Queue<Connection> CONNECTIONS = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void forget() {
    NAMES.clear();
    CONNECTIONS.clear();
  }

  @Test
  void one_database_is_given_when_a_class_asks_everywhere() throws SQLException {
    run(false, Everywhere.class).assertStatistics(all -> all.started(4).succeeded(4));

    assertThat(NAMES).hasSize(1);
    assertThat(CONNECTIONS).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    assertThat(CONNECTIONS).allMatch(PlPythonTestTest::isClosed);
    try (Connection connection = EmbeddedPostgres.shared().dataSource("postgres").getConnection()) {
      String database = NAMES.iterator().next();
      assertThat(
              Sql.value(
                  connection,
                  "SELECT count(*) FROM pg_database WHERE datname = '" + database + "'"))
          .isEqualTo("0");
    }
  }

  @Test
  void each_class_has_its_own_database_when_they_run_in_parallel() {
    run(true, First.class, Second.class, Once.class)
        .assertStatistics(all -> all.started(17).succeeded(17));

    assertThat(NAMES).hasSize(3);
    assertThat(CONNECTIONS).allMatch(PlPythonTestTest::isClosed);
  }

  @Test
  void parameter_is_left_to_others_when_its_type_is_another() {
    run(false, Foreign.class).assertStatistics(all -> all.started(1).failed(1));
  }

  private static Events run(boolean parallel, Class<?>... classes) {
    EngineTestKit.Builder kit =
        EngineTestKit.engine("junit-jupiter")
            .configurationParameter(
                "junit.jupiter.execution.parallel.enabled", Boolean.toString(parallel))
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent");
    for (Class<?> type : classes) {
      kit.selectors(selectClass(type));
    }
    return kit.execute().testEvents();
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Notes the database of a connection, and that nobody else had this one. */
  private static void note(Connection connection) throws SQLException {
    assertThat(connection.isClosed()).isFalse();
    assertThat(connection.getAutoCommit()).isTrue();
    NAMES.add(Sql.value(connection, "SELECT current_database()"));
    CONNECTIONS.add(connection);
  }

  @PlPythonTest
  static class Everywhere {

    @BeforeAll
    static void beforeAll(Connection connection, PlPythonDatabase database) throws SQLException {
      note(connection);
      NAMES.add(database.name());
      connection.createStatement().execute("CREATE TABLE made_before_all ()");
    }

    Everywhere(Connection connection) throws SQLException {
      note(connection);
    }

    @BeforeEach
    void beforeEach(DataSource source) throws SQLException {
      try (Connection connection = source.getConnection()) {
        note(connection);
      }
    }

    @AfterEach
    void afterEach(Connection connection) throws SQLException {
      note(connection);
    }

    @Test
    void first(Connection one, Connection other) throws SQLException {
      note(one);
      note(other);
    }

    @Test
    void second(Connection connection) throws SQLException {
      note(connection);
    }

    @Nested
    class Inner {

      @BeforeAll
      static void beforeAll(Connection connection) throws SQLException {
        note(connection);
      }

      @Test
      void third(Connection connection) throws SQLException {
        note(connection);
        assertThat(Sql.value(connection, "SELECT count(*) FROM made_before_all")).isEqualTo("0");
      }

      @Nested
      class Innermost {

        @Test
        void fourth(Connection connection) throws SQLException {
          note(connection);
        }
      }
    }
  }

  @PlPythonTest
  static class First {

    @RepeatedTest(8)
    void repeated(Connection connection) throws SQLException {
      note(connection);
    }
  }

  static class Second extends First {}

  @PlPythonTest
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class Once {

    private final Connection connection;

    Once(Connection connection) {
      this.connection = connection;
    }

    @Test
    void only() throws SQLException {
      note(connection);
    }
  }

  @PlPythonTest
  static class Foreign {

    @Test
    void only(StringBuilder foreign) {
      assertThat(foreign).isNotNull();
    }
  }
}
