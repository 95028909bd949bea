package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.harness.ServerTest;

/** In which sessions triggers fire, before and after they are deployed again. */
@ServerTest
class EnabledStateTest {
  private final Installed database;

  EnabledStateTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshTables() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE TABLE book (id int)",
        "CREATE TABLE part (id int) PARTITION BY LIST (id)",
        "CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1)",
        "CREATE TABLE part2 PARTITION OF part FOR VALUES IN (2, 3) PARTITION BY LIST (id)",
        "CREATE TABLE part3 PARTITION OF part2 FOR VALUES IN (3)");
  }

  private void install(String table, String options) {
    database.install(
        """
        from plpython import pltrigger
        @pltrigger(event="INSERT", when="BEFORE", table="%s"%s)
        def t(new):
            pass
        """
            .formatted(table, options));
  }

  private List<@Nullable String> states() throws SQLException {
    return database.query(
        "SELECT concat_ws(' ', tgrelid::regclass, tgenabled) FROM pg_trigger ORDER BY 1");
  }

  @ParameterizedTest
  @CsvSource({"DISABLE, D", "ENABLE REPLICA, R", "ENABLE ALWAYS, A", "ENABLE, O"})
  void state_stays_when_none_is_declared(String action, String state) throws SQLException {
    install("book", "");
    database.execute(
        "ALTER TABLE book " + action + " TRIGGER t", "COMMENT ON TRIGGER t ON book IS 'c'");
    install("book", ", args=['changed']");
    assertThat(states()).containsExactly("book " + state);
    assertThat(database.value("SELECT obj_description(oid, 'pg_trigger') FROM pg_trigger"))
        .isEqualTo("c");
  }

  @ParameterizedTest
  @CsvSource({"disabled, D", "replica, R", "always, A", "origin, O"})
  void state_is_written_at_each_deploy_when_it_is_declared(String declared, String state)
      throws SQLException {
    String options = ", enabled='" + declared + "'";
    install("book", options);
    assertThat(states()).containsExactly("book " + state);
    for (String action : List.of("DISABLE", "ENABLE", "ENABLE ALWAYS")) {
      database.execute("ALTER TABLE book " + action + " TRIGGER t");
      install("book", options);
      assertThat(states()).containsExactly("book " + state);
    }
  }

  @Test
  void each_partition_keeps_its_state_when_none_is_declared() throws SQLException {
    install("part", "");
    database.execute(
        "ALTER TABLE part1 DISABLE TRIGGER t",
        "ALTER TABLE part3 ENABLE ALWAYS TRIGGER t",
        "ALTER TABLE ONLY part ENABLE REPLICA TRIGGER t");
    install("part", "");
    assertThat(states()).containsExactly("part R", "part1 D", "part2 O", "part3 A");
  }

  @Test
  void partitions_get_the_state_when_it_is_declared() throws SQLException {
    install("part", ", enabled='disabled'");
    database.execute("ALTER TABLE part3 ENABLE ALWAYS TRIGGER t");
    install("part", ", enabled='disabled'");
    assertThat(states()).containsExactly("part D", "part1 D", "part2 D", "part3 D");
  }
}
