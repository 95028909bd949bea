package org.plpython.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.PlPythonTest;

/** Earlier versions of Flyway do not tell callbacks of errors. */
@PlPythonTest
@Tag("since-flyway-12.7")
class PlPythonCallbackTest {
  private static final Logger LOGGER = Logger.getLogger(PlPythonCallback.class.getName());

  private final List<String> log = new ArrayList<>();
  private final Handler handler = new Listener(log);
  private final Project project;
  private final Path folder;

  PlPythonCallbackTest(PlPythonDatabase database, @TempDir Path folder) {
    this.folder = folder;
    this.project = new Project(folder, database);
  }

  @BeforeEach
  void listen() {
    LOGGER.addHandler(handler);
    LOGGER.setUseParentHandlers(false);
    project.write(
        "sql/V1__book.sql", "CREATE TABLE book (isbn text);", "INSERT INTO book VALUES ('x');");
    project.write(
        "python/books.py",
        "from plpython import pltrigger",
        "",
        "",
        "@pltrigger(event='UPDATE', when='BEFORE', table='book')",
        "def guard(new):",
        "    raise ValueError('no')");
    project.migrate();
  }

  @AfterEach
  void stopListening() {
    LOGGER.removeHandler(handler);
    LOGGER.setUseParentHandlers(true);
  }

  @Test
  void authors_line_is_logged_when_a_migration_fails_in_a_trigger() {
    project.write("sql/V2__edit.sql", "UPDATE book SET isbn = 'y';");
    assertThatThrownBy(project::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("ERROR: ValueError: no")
        .hasMessageContaining("V2__edit.sql");
    assertThat(log)
        .containsExactly(
            """
            In the Python sources: ERROR: ValueError: no
            Traceback (most recent call last):
              File "%1$s/python/books.py", line 6, in guard
                raise ValueError('no')
            PL/Python function "guard", %1$s/python/books.py:5"""
                .formatted(folder));
  }

  @Test
  void authors_line_is_logged_once_when_the_callback_is_there_twice() {
    project.callbacks(new PlPythonCallback(), new PlPythonCallback());
    project.write("sql/V2__edit.sql", "UPDATE book SET isbn = 'y';");
    assertThatThrownBy(project::migrate).hasMessageContaining("ERROR: ValueError: no");
    assertThat(log).singleElement().asString().contains("books.py\", line 6, in guard");
  }

  @Test
  void nothing_is_logged_when_a_migration_fails_in_sql_alone() {
    project.write("sql/V2__edit.sql", "SELECT 1/0;");
    assertThatThrownBy(project::migrate).hasMessageContaining("division by zero");
    assertThat(log).isEmpty();
  }

  /** Notes messages. */
  private static final class Listener extends Handler {
    private final List<String> log;

    Listener(List<String> log) {
      this.log = log;
    }

    @Override
    public void publish(LogRecord entry) {
      log.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
