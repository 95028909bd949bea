package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

/** Triggers that write what a view cannot. */
@ServerTest
class InsteadOfTriggerTest {
  private static final String DECORATOR =
      "@pltrigger(event='INSERT OR UPDATE OR DELETE', when='INSTEAD OF', table='shelf')";

  private final Installed database;

  InsteadOfTriggerTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshView() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE TABLE book (id int, title text, tags text[])",
        "INSERT INTO book VALUES (1, 'SICP', '[0:1]={a,b}'), (2, 'K&R', NULL)",
        "CREATE VIEW shelf AS SELECT id, title, tags, upper(title) AS label FROM book");
  }

  private void install(String... lines) {
    database.install(
        "from plpython import plpy, pltable, pltrigger\n" + String.join("\n", lines) + "\n");
  }

  @Test
  void returning_shows_the_changes_when_new_is_changed() throws SQLException {
    install(
        DECORATOR,
        "def f(new, old, td):",
        "    if new is None:",
        "        plan = plpy.prepare('DELETE FROM book WHERE id = $1', ['int'])",
        "        plpy.execute(plan, [old.id])",
        "        return",
        "    new.title = new.title.strip()",
        "    new.label = new.title.upper()",
        "    sql = ('INSERT INTO book (title, id) VALUES ($1, $2)' if old is None",
        "        else 'UPDATE book SET title = $1 WHERE id = $2')",
        "    plpy.execute(plpy.prepare(sql, ['text', 'int']), [new.title, new.id])");
    assertThat(database.query("INSERT INTO shelf VALUES (3, ' TAOCP ') RETURNING shelf::text"))
        .containsExactly("(3,TAOCP,,TAOCP)");
    assertThat(database.query("UPDATE shelf SET title = id || ' ' RETURNING shelf::text"))
        .containsExactly("(1,1,\"[0:1]={a,b}\",1)", "(2,2,,2)", "(3,3,,3)");
    assertThat(database.query("DELETE FROM shelf WHERE id < 3 RETURNING id"))
        .containsExactly("1", "2");
    assertThat(database.query("SELECT title FROM book")).containsExactly("3");
  }

  @Test
  void rows_do_not_count_when_skip_is_returned() throws SQLException {
    install(DECORATOR, "def f(new, old):", "    return 'SKIP' if (new or old).id == 1 else 'OK'");
    assertThat(database.query("INSERT INTO shelf VALUES (1), (5) RETURNING id"))
        .containsExactly("5");
    assertThat(database.query("UPDATE shelf SET title = 'x' RETURNING id")).containsExactly("2");
    assertThat(database.query("DELETE FROM shelf RETURNING id")).containsExactly("2");
    assertThat(database.query("SELECT title FROM book")).containsExactly("SICP", "K&R");
  }

  @Test
  void nothing_is_warned_of_when_modify_is_returned_on_delete() throws SQLException {
    install(DECORATOR, "def f(new, old):", "    return 'MODIFY'");
    assertThat(database.warnings("DELETE FROM shelf")).isEmpty();
    assertThat(database.query("UPDATE shelf SET title = 'x' RETURNING title"))
        .containsExactly("x", "x");
  }

  @Test
  void error_says_so_when_something_else_is_returned_or_old_is_changed() {
    install(DECORATOR, "def f(new, old):", "    return True");
    assertThatThrownBy(() -> database.execute("DELETE FROM shelf"))
        .hasMessageContaining("returns None, 'OK', 'SKIP' or 'MODIFY', not True");
    assertThatThrownBy(() -> database.execute("INSERT INTO shelf VALUES (3)"))
        .hasMessageContaining("returns None, 'OK', 'SKIP' or 'MODIFY', not True");
    install(DECORATOR, "def f(new, old):", "    old.title = 'lost'");
    assertThatThrownBy(() -> database.execute("UPDATE shelf SET id = id"))
        .hasMessageContaining("only 'new' can, and only in a BEFORE or INSTEAD OF trigger");
  }

  @Test
  void returning_shows_the_changes_when_new_is_a_models_object() throws SQLException {
    install(
        "from dataclasses import dataclass",
        "@pltable('shelf')",
        "@dataclass",
        "class Shelf:",
        "    id: int",
        "    title: str",
        "@pltrigger(event='UPDATE', when='INSTEAD OF', model=Shelf)",
        "def f(new: Shelf, old: Shelf):",
        "    new.title += ' of ' + old.title");
    assertThat(database.query("UPDATE shelf SET title = 'x' WHERE id = 1 RETURNING shelf::text"))
        .containsExactly("(1,\"x of SICP\",\"[0:1]={a,b}\",SICP)");
  }

  @Test
  void view_has_statement_triggers_too_when_they_are_declared() throws SQLException {
    database.execute("CREATE TABLE seen (what text)");
    install(
        "@pltrigger(event='UPDATE', when='INSTEAD OF', table='shelf')",
        "def row(new):",
        "    pass",
        "@pltrigger(event='UPDATE', when='AFTER', table='shelf', level='statement')",
        "def statement(td):",
        "    plpy.execute(\"INSERT INTO seen VALUES ('once')\")");
    database.execute("UPDATE shelf SET id = 1");
    assertThat(database.query("SELECT what FROM seen")).containsExactly("once");
  }
}
