package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

/** Triggers that fire once for a statement, and transition tables. */
@ServerTest
class StatementTriggerTest {
  private final Installed database;

  StatementTriggerTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshTable() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE TABLE book (id int, stock int)",
        "CREATE TABLE seen (number int GENERATED ALWAYS AS IDENTITY, what text)",
        "INSERT INTO book VALUES (1, 10), (2, 20)");
  }

  private void install(String... lines) {
    database.install(
        "from plpython import plpy, pltrigger\n"
            + "def see(what):\n"
            + "    plpy.execute(plpy.prepare('INSERT INTO seen (what) VALUES ($1)', ['text']), [what])\n"
            + String.join("\n", lines)
            + "\n");
  }

  private void assertSeen(String... what) throws SQLException {
    assertThat(database.query("SELECT what FROM seen ORDER BY number")).containsExactly(what);
  }

  @Test
  void trigger_fires_once_when_a_statement_touches_many_rows_or_none() throws SQLException {
    install(
        "@pltrigger(event='INSERT OR UPDATE OR DELETE OR TRUNCATE', when='BEFORE', table='book',",
        "           level='statement')",
        "def f(td, plpy):",
        "    see(f\"{td['event']} {td['level']} {td['new']} {td['old']} {td['args']}\")");
    database.execute("INSERT INTO book VALUES (3, 1), (4, 1)", "UPDATE book SET stock = 0");
    database.execute("DELETE FROM book WHERE id > 99", "TRUNCATE book");
    assertSeen(
        "INSERT STATEMENT None None None",
        "UPDATE STATEMENT None None None",
        "DELETE STATEMENT None None None",
        "TRUNCATE STATEMENT None None None");
  }

  @Test
  void rows_can_be_queried_when_transition_tables_are_named() throws SQLException {
    install(
        "@pltrigger(event='UPDATE', when='AFTER', table='book', level='statement',",
        "           old_table='old_rows', new_table='New Rows')",
        "def f():",
        "    for row in plpy.execute('SELECT id, o.stock AS was, n.stock AS is_'",
        "            ' FROM old_rows o JOIN \"New Rows\" n USING (id) ORDER BY id'):",
        "        see(f\"{row['id']}: {row['was']} to {row['is_']}\")");
    database.execute("UPDATE book SET stock = stock + 1");
    assertSeen("1: 10 to 11", "2: 20 to 21");
  }

  @Test
  void all_rows_can_be_queried_when_a_row_trigger_has_a_transition_table() throws SQLException {
    install(
        "@pltrigger(event='DELETE', when='AFTER', table='book', old_table='gone')",
        "def f(old):",
        "    see(f\"{old.id} of {plpy.execute('SELECT sum(id) s FROM gone')[0]['s']}\")");
    database.execute("DELETE FROM book");
    assertSeen("1 of 3", "2 of 3");
  }

  @Test
  void arguments_are_strings_when_the_trigger_has_some() throws SQLException {
    install(
        "@pltrigger(event='INSERT', when='AFTER', table='book', args=['10', \"it's\", 'a\\\\b', '', 'é'])",
        "@pltrigger(event='DELETE', when='AFTER', table='book', name='g', args=['only'])",
        "def f(td):",
        "    see(repr(td['args']))");
    database.execute("INSERT INTO book VALUES (3, 1)", "DELETE FROM book WHERE id = 3");
    assertSeen("['10', \"it's\", 'a\\\\b', '', 'é']", "['only']");
  }

  @Test
  void trigger_fires_as_declared_when_columns_and_a_condition_are_given() throws SQLException {
    install(
        "@pltrigger(event='INSERT OR UPDATE', of=['stock'], when='AFTER', table='book',",
        "           level='statement', condition=\"current_setting('my.quiet', true) IS NULL -- so\")",
        "def f(td):",
        "    see(td['event'])");
    database.execute("UPDATE book SET id = id", "UPDATE book SET stock = 0");
    database.execute("INSERT INTO book VALUES (3)", "SET my.quiet = 'yes'");
    database.execute("INSERT INTO book VALUES (4)", "DISCARD ALL");
    assertSeen("UPDATE", "INSERT");
  }

  @Test
  void statement_is_refused_when_the_function_raises() throws SQLException {
    install(
        "@pltrigger(event='TRUNCATE', when='BEFORE', table='book', level='statement')",
        "def keep(plpy):",
        "    plpy.error('books are kept', hint='DELETE what you must')");
    assertThatThrownBy(() -> database.execute("TRUNCATE book"))
        .hasMessageContaining("books are kept")
        .hasMessageContaining("DELETE what you must");
    assertThat(database.value("SELECT count(*) FROM book")).isEqualTo("2");
  }

  @Test
  void error_says_so_when_a_statement_trigger_returns_what_only_rows_know() {
    String options = "@pltrigger(event='TRUNCATE', when='BEFORE', table='book', level='statement')";
    install(options, "def f(td):", "    return 'skip'");
    assertThatThrownBy(() -> database.execute("TRUNCATE book"))
        .hasMessageContaining("a statement trigger cannot return 'SKIP'")
        .hasMessageContaining("raise an exception to refuse the statement");
    install(options, "def f(td):", "    return True");
    assertThatThrownBy(() -> database.execute("TRUNCATE book"))
        .hasMessageContaining("returns None, 'OK', 'SKIP' or 'MODIFY', not True");
  }

  @Test
  void nothing_is_warned_of_when_a_statement_trigger_returns_modify() throws SQLException {
    install(
        "@pltrigger(event='INSERT OR TRUNCATE', when='BEFORE', table='book', level='statement')",
        "def f(td):",
        "    see(td['event'])",
        "    return 'MODIFY' if td['event'] == 'INSERT' else 'OK'");
    assertThat(database.warnings("INSERT INTO book VALUES (3)")).isEmpty();
    assertThat(database.warnings("TRUNCATE book")).isEmpty();
    assertSeen("INSERT", "TRUNCATE");
  }

  @Test
  void one_function_serves_many_tables_when_decorators_are_stacked() throws SQLException {
    database.execute("CREATE TABLE part (id int) PARTITION BY LIST (id)");
    database.execute("CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1)");
    install(
        "@pltrigger(event='INSERT', when='AFTER', table='part', level='statement', new_table='n')",
        "@pltrigger(event='INSERT', when='AFTER', table='book', level='statement', new_table='n')",
        "def f(td):",
        "    see(td['table_name'] + str(plpy.execute('SELECT count(*) c FROM n')[0]['c']))");
    database.execute("INSERT INTO part VALUES (1), (1)", "INSERT INTO book VALUES (3)");
    assertSeen("part2", "book1");
  }
}
