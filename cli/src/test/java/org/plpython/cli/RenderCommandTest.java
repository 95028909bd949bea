package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonTest;

@PlPythonTest
class RenderCommandTest {
  @TempDir Path folder;

  @Test
  void script_installs_all_objects_when_run_after_the_bookshops_sql(Connection connection)
      throws IOException, SQLException {
    execute(connection, migration("V1__bookshop.sql"));
    execute(connection, migration("V2__first_books.sql"));
    String script = render();
    execute(connection, script);
    execute(connection, script);
    assertThat(value(connection, "SELECT shop.gross_price(10.00)")).isEqualTo("11.90");
    execute(connection, "UPDATE shop.book SET title = title");
    assertThat(value(connection, "SELECT string_agg(slug, ' ' ORDER BY id) FROM shop.book"))
        .startsWith("structure-and-interpretation-of-computer-programs the-c-programming-language")
        .endsWith("godel-escher-bach-an-eternal-golden-braid");
  }

  @Test
  void statements_end_with_semicolon_and_blank_line_when_rendered() {
    assertThat(render())
        .startsWith("SET client_encoding = 'UTF8';\n\nCREATE OR REPLACE FUNCTION restock()\n")
        .contains(
            """
            CREATE OR REPLACE TRIGGER restock
            BEFORE UPDATE ON books_book
            FOR EACH ROW
            EXECUTE FUNCTION restock();

            """)
        .endsWith(";\n\n");
  }

  @Test
  void bytes_are_the_same_when_rendered_twice() {
    assertThat(render()).isEqualTo(render());
  }

  @Test
  void folder_may_hold_nothing_but_descriptors_when_it_is_rendered() throws IOException {
    Files.writeString(
        folder.resolve("raw.yaml"), "functions:\n  - name: f\n    body: |\n      pass\n");
    assertThat(Run.plpython("render", "--source", folder.toString()).out())
        .endsWith("AS $python$\npass\n$python$;\n\n");
    Files.writeString(folder.resolve("raw.yaml"), "functions:\n  - {name: f}\n");
    assertThat(Run.plpython("lint", "--source", folder.toString()).out())
        .startsWith(folder + "/raw.yaml:2:5: error: the entry says neither source nor body");
  }

  @Test
  void file_holds_the_script_when_output_is_given() throws IOException {
    Path file = folder.resolve("all.sql");
    assertThat(
            Run.plpython(
                "render", "--source", Run.BOOKSHOP.toString(), "--output", file.toString()))
        .isEqualTo(new Run(0, "", ""));
    assertThat(file).hasContent(render());
  }

  @Test
  void one_message_names_the_file_when_it_cannot_be_written() {
    Path file = folder.resolve("missing/all.sql");
    Run run =
        Run.plpython("render", "--source", Run.BOOKSHOP.toString(), "--output", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("Cannot write " + file + ": its folder does not exist.\n");
  }

  @Test
  void nothing_is_written_when_sources_hold_mistakes() throws IOException {
    Files.writeString(folder.resolve("wrong.py"), "def f(:\n    pass\n");
    Path file = folder.resolve("all.sql");
    Run run = Run.plpython("render", "--source", folder.toString(), "--output", file.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("wrong.py:1:6: error: syntax error").doesNotContain("\tat ");
    assertThat(file).doesNotExist();
  }

  private static String render() {
    Run run = Run.plpython("render", "--source", Run.BOOKSHOP.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  private static String migration(String name) throws IOException {
    try (InputStream content =
        RenderCommandTest.class.getResourceAsStream("/db/migration/" + name)) {
      return new String(
          Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
