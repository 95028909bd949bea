package org.plpython.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.ServerTest;

/** Generated columns: PostgreSQL computes them after BEFORE triggers, and nobody else may. */
@ServerTest
class GeneratedColumnTest {
  private static final String MODEL =
      """
      from dataclasses import dataclass
      from plpython import pltable, pltrigger
      @pltable("book")
      @dataclass
      class Book:
          net: int
          gross: int
          next: int
      """;

  private final Installed database;

  GeneratedColumnTest(Connection connection) {
    this.database = new Installed(connection);
  }

  @BeforeEach
  void freshTable() throws SQLException {
    database.execute(
        "DROP SCHEMA public CASCADE",
        "CREATE SCHEMA public",
        "CREATE TABLE book (net int, gross int GENERATED ALWAYS AS (net * 2) STORED,"
            + " next int GENERATED ALWAYS AS (net + 1) "
            + newestKind()
            + ")",
        "INSERT INTO book VALUES (1)");
  }

  /** PostgreSQL 18 can compute a column when it is read, too. */
  private String newestKind() throws SQLException {
    String version = String.valueOf(database.value("SHOW server_version_num"));
    return Integer.parseInt(version) < 180_000 ? "STORED" : "VIRTUAL";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f(new, old):\n    new.net += old.gross",
        "def f(new: Book, old: Book):\n    new.net += old.gross",
        "def f(td):\n    td['new']['net'] += td['old']['gross']",
        "def f(new, td):\n    new.net += td['old']['gross']\n    return 'MODIFY'"
      })
  void generated_columns_are_computed_when_the_function_does_not_touch_them(String function)
      throws SQLException {
    database.install(
        MODEL + "@pltrigger(event='UPDATE', when='BEFORE', table='book')\n" + function + "\n");
    database.execute("UPDATE book SET net = net");
    assertThat(database.value("SELECT book::text FROM book")).isEqualTo("(3,6,4)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f(new):\n    new.gross = 7",
        "def f(new: Book):\n    new.gross = 7",
        "def f(td):\n    td['new']['gross'] = 7",
        "def f(new):\n    new['gross'] = None"
      })
  void error_names_the_column_when_the_function_sets_a_generated_one(String function) {
    database.install(
        MODEL
            + "@pltrigger(event='INSERT OR UPDATE', when='BEFORE', table='book')\n"
            + function
            + "\n");
    assertThatThrownBy(() -> database.execute("UPDATE book SET net = net"))
        .hasMessageContaining("cannot set generated column \"gross\"");
    assertThatThrownBy(() -> database.execute("INSERT INTO book VALUES (2)"))
        .hasMessageContaining("cannot set generated column \"gross\"");
  }

  @Test
  void stored_columns_are_there_when_the_row_is_written() throws SQLException {
    database.execute("CREATE TABLE seen (what text)", "ALTER TABLE book DROP COLUMN next");
    database.install(
        MODEL
            + """
            from plpython import plpy
            @pltrigger(event="UPDATE", when="AFTER", table="book")
            def f(new, td):
                plpy.execute("INSERT INTO seen VALUES ('%s')" % repr(new))
            @pltrigger(event="UPDATE", when="AFTER", model=Book)
            def g(new: Book):
                plpy.execute("INSERT INTO seen VALUES ('%s')" % repr(new))
            """);
    database.execute("UPDATE book SET net = 2");
    assertThat(database.query("SELECT what FROM seen"))
        .containsExactly("Row(net=2, gross=4)", "Book(net=2, gross=4, next=None)");
  }
}
