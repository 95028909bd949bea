package org.plpython.flyway.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.flyway.PlPythonCallback;
import org.plpython.flyway.PlPythonConfiguration;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;

class PlPythonInternalCallbackTest {
  private static final Logger LOGGER = Logger.getLogger(PlPythonCallback.class.getName());
  private static final String TRACEBACK =
      """
      In the Python sources: ERROR: ValueError: no
      Traceback (most recent call last):
        File "%1$s/python/books.py", line 4, in guard
          raise ValueError('no')
      PL/Python function "guard", %1$s/python/books.py:3""";

  private final List<String> log = new ArrayList<>();
  @TempDir private Path folder;
  private PlPythonDatabase database;

  @BeforeEach
  void listen() throws IOException {
    database = EmbeddedPostgres.shared().createDatabase();
    Filter listener = entry -> !log.add(entry.getMessage());
    LOGGER.setFilter(listener);
    write("sql/V1__book.sql", "CREATE TABLE book (isbn text); INSERT INTO book VALUES ('x');");
    write(
        "python/books.py",
        """
        from plpython import pltrigger
        @pltrigger(event='UPDATE', when='BEFORE', table='book')
        def guard(new):
            raise ValueError('no')
        """);
    configuration().load().migrate();
    write("sql/V2__edit.sql", "UPDATE book SET isbn = 'y';");
  }

  @AfterEach
  void stopListening() {
    LOGGER.setFilter(null);
    database.close();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private FluentConfiguration configuration() {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(database.dataSource())
            .locations("filesystem:" + folder.resolve("sql"));
    PlPythonConfiguration.of(configuration)
        .setLocations(List.of("filesystem:" + folder.resolve("python")));
    return configuration;
  }

  @Test
  void early_function_is_there_for_a_versioned_migration_when_nothing_names_the_callback()
      throws IOException {
    write("sql/V2__edit.sql", "INSERT INTO book VALUES (early());");
    write(
        "python/early.py",
        """
        from plpython import plfunction
        @plfunction(install='early')
        def early() -> str:
            return 'y'
        """);
    assertThat(configuration().load().migrate().migrations)
        .extracting(run -> run.description)
        .containsExactly("edit", "function early()");
  }

  @Test
  @Tag("since-flyway-12.7")
  void authors_line_is_logged_when_nothing_names_the_callback() {
    assertThatThrownBy(configuration().load()::migrate)
        .isInstanceOf(FlywayException.class)
        .hasMessageContaining("ERROR: ValueError: no");
    assertThat(log).containsExactly(TRACEBACK.formatted(folder));
  }

  @Test
  @Tag("since-flyway-12.7")
  void authors_line_is_logged_once_when_the_configuration_names_the_callback_too() {
    Flyway flyway = configuration().callbacks(new PlPythonCallback()).load();
    assertThatThrownBy(flyway::migrate).hasMessageContaining("ERROR: ValueError: no");
    assertThat(log).containsExactly(TRACEBACK.formatted(folder));
  }
}
