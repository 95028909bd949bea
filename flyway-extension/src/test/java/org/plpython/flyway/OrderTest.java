package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;

/** Python objects and SQL repeatables that need each other. */
@ServerTest
class OrderTest {
  private final Project project;

  OrderTest(PlPythonDatabase database, @TempDir Path folder) {
    project = new Project(folder, database).clean();
    project.write(
        "sql/V1__book.sql",
        "CREATE TABLE book (id int, price numeric);",
        "INSERT INTO book VALUES (1, 10);");
    writeGross("");
  }

  private void writeGross(String options) {
    project.write(
        "python/gross.py",
        "from decimal import Decimal",
        "from plpython import plfunction",
        "@plfunction(" + options + ")",
        "def gross(net: Decimal) -> Decimal:",
        "    return net * 2");
  }

  private void writeTriggerOnView() {
    project.write(
        "python/insert.py",
        "from plpython import pltrigger",
        "@pltrigger(event='INSERT', when='INSTEAD OF', table='prices')",
        "def insert(new, plpy):",
        "    plpy.execute(f'INSERT INTO book VALUES ({new.id}, {new.price})')");
  }

  private void assertGreen() {
    project.flyway().validate();
    assertThat(project.migrate()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void view_finds_its_function_when_its_file_sorts_after_ours(boolean isGroup) {
    project.configure(it -> it.group(isGroup));
    project.write(
        "sql/R__view_prices.sql",
        "CREATE OR REPLACE VIEW prices AS SELECT id, gross(price) AS gross FROM book;");
    assertThat(project.migrate())
        .containsExactly("V0", "V1", "function gross(numeric)", "view prices");
    assertThat(project.query("SELECT gross FROM prices")).containsExactly("20");
    assertGreen();
  }

  @Test
  void view_does_not_find_its_function_when_its_file_sorts_before_ours_unless_that_is_early() {
    project.write(
        "sql/R__all_prices.sql",
        "CREATE OR REPLACE VIEW prices AS SELECT id, gross(price) AS gross FROM book;");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("function gross(numeric) does not exist");
    writeGross("install='early'");
    project.write("sql/V2__more.sql", "SELECT 1;");
    project.configure(it -> it.callbacks(new PlPythonCallback()));
    assertThat(project.migrate()).containsExactly("V2", "all prices", "function gross(numeric)");
    assertGreen();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void function_of_a_views_rows_is_installed_after_the_view_when_it_is_late(boolean isGroup) {
    project.configure(it -> it.group(isGroup));
    project.write(
        "sql/R__view_prices.sql",
        "CREATE OR REPLACE VIEW prices AS SELECT id, gross(price) AS gross FROM book;");
    project.write(
        "python/label.py",
        "from dataclasses import dataclass",
        "from decimal import Decimal",
        "from plpython import plfunction, pltype",
        "@pltype('prices')",
        "@dataclass",
        "class Price:",
        "    id: int",
        "    gross: Decimal",
        "@plfunction(install='late')",
        "def label(row: Price) -> str:",
        "    return f'{row.id}: {row.gross}'");
    assertThat(project.migrate())
        .containsExactly(
            "V0", "V1", "function gross(numeric)", "view prices", "~ function label(prices)");
    assertThat(project.query("SELECT label(p) FROM prices p")).containsExactly("1: 20");
    assertGreen();
    project.delete("python/label.py");
    assertThat(project.migrate()).containsExactly("~ function label(prices)");
    assertThat(project.objects()).containsExactly("gross");
    assertGreen();
  }

  @Test
  void function_keeps_its_object_when_only_its_turn_changes() {
    project.migrate();
    writeGross("install='late'");
    String before =
        project.query("SELECT oid, xmin FROM pg_proc WHERE proname = 'gross'").toString();
    assertThat(project.migrate()).containsExactly("~ function gross(numeric)");
    assertThat(project.query("SELECT oid, xmin FROM pg_proc WHERE proname = 'gross'").toString())
        .isEqualTo(before);
    assertGreen();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void trigger_on_a_view_waits_for_it_when_the_views_file_sorts_before_the_trigger(
      boolean isGroup) {
    project.configure(it -> it.group(isGroup));
    project.write(
        "sql/R__prices.sql", "CREATE OR REPLACE VIEW prices AS SELECT id, price FROM book;");
    writeTriggerOnView();
    assertThat(project.migrate())
        .containsExactly(
            "V0",
            "V1",
            "function gross(numeric)",
            "function insert()",
            "prices",
            "trigger prices.insert");
    project.execute("INSERT INTO prices VALUES (2, 3)");
    assertThat(project.query("SELECT price FROM book WHERE id = 2")).containsExactly("3");
    assertGreen();
  }

  @Test
  void trigger_is_there_when_an_sql_repeatable_makes_its_view_anew() {
    project.write(
        "sql/R__prices.sql",
        "DROP VIEW IF EXISTS prices;",
        "CREATE VIEW prices AS SELECT id, price FROM book;");
    writeTriggerOnView();
    project.migrate();
    project.write(
        "sql/R__prices.sql",
        "DROP VIEW IF EXISTS prices;",
        "CREATE VIEW prices AS SELECT id, price, 1 AS one FROM book;");
    project.migrate();
    project.migrate();
    assertThat(project.objects()).containsExactly("gross", "insert", "prices.insert");
    assertGreen();
  }
}
