package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plpython.deploy.DeployException;
import org.plpython.harness.ServerTest;

/** What only the server can refuse, as it depends on the table; with advice. */
@ServerTest
class RefusedTriggerTest {
  private final Installed database;

  RefusedTriggerTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshTables() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE TABLE book (id int)",
        "CREATE VIEW shelf AS SELECT id FROM book",
        "CREATE TABLE part (id int) PARTITION BY LIST (id)",
        "CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1)");
  }

  private void install(String options) {
    database.install(
        "from plpython import pltrigger\n@pltrigger(" + options + ")\ndef t(td):\n    pass\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "event='INSERT', when='BEFORE', table='shelf' | a view has INSTEAD OF row triggers",
        "event='INSERT', when='INSTEAD OF', table='book' | a table has BEFORE and AFTER triggers",
        "event='TRUNCATE', when='AFTER', level='statement', table='shelf' | without TRUNCATE",
        "event='UPDATE', when='AFTER', level='statement', table='shelf', enabled='always' | enabled=",
        "event='UPDATE', when='AFTER', table='part', new_table='n' | write level=\"statement\"",
        "event='UPDATE', when='AFTER', table='part1', new_table='n' | write level=\"statement\"",
        "event='UPDATE', when='BEFORE', table='book', condition='id > 1' | as new.column",
        "event='UPDATE', when='BEFORE', table='book', condition='book.id > 1' | as new.column",
        "event='UPDATE', when='BEFORE', table='book', condition='new.id' | as new.column",
        "event='UPDATE', when='BEFORE', table='book', condition='count(new.id) > 1' | as new.column",
        "event='UPDATE', when='BEFORE', table='book', condition='new.ctid IS NULL' | system columns",
        "event='UPDATE', when='BEFORE', table='book', of=['isbn'] | Mend the column's name"
      })
  void place_and_advice_are_given_when_the_table_does_not_fit(String options, String advice) {
    assertThatThrownBy(() -> install(options))
        .isInstanceOf(DeployException.class)
        .hasMessageContaining("sources/file.py:2: cannot install the trigger ")
        .message()
        .containsIgnoringCase(advice);
  }

  @Test
  void advice_is_given_when_a_partition_has_the_trigger_already() throws SQLException {
    String each = "event='INSERT', when='AFTER', constraint=True, table=";
    install(each + "'part'");
    assertThatThrownBy(() -> install(each + "'part1'"))
        .isInstanceOf(DeployException.class)
        .hasMessageContaining("cannot install the trigger part1.t: ")
        .hasMessageContaining("is on its partitions already");
    install("event='INSERT', when='BEFORE', name='u', table='part'");
    assertThatThrownBy(() -> install("event='INSERT', when='BEFORE', name='u', table='part1'"))
        .isInstanceOf(DeployException.class)
        .hasMessageContaining("cannot install the trigger part1.u: ")
        .hasMessageContaining("is on its partitions already");
    assertThat(database.value("SELECT count(*) FROM pg_trigger")).isEqualTo("4");
  }
}
