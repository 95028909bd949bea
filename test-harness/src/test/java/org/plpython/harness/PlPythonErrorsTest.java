package org.plpython.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.deploy.Installer;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.InvalidLocationException;
import org.plpython.source.Location;

@PlPythonTest
class PlPythonErrorsTest {

  @TempDir private Path folder;

  @Test
  void sources_are_named_when_a_function_raises(Connection connection)
      throws IOException, SQLException {
    Files.writeString(
        folder.resolve("books.py"),
        """
        from plpython import plfunction


        @plfunction
        def refuse(why: str) -> None:
            raise ValueError(why)
        """);
    String location = "filesystem:" + folder;
    new PythonResolver(getClass().getClassLoader())
        .resolve(List.of(Location.parse(location)))
        .forEach(new Installer(connection)::install);

    assertThat(PlPythonErrors.of(location).message(error(connection, "SELECT refuse('no')")))
        .isEqualTo(
            """
            ERROR: ValueError: no
            Traceback (most recent call last):
              File "%1$s/books.py", line 6, in refuse
                raise ValueError(why)
            PL/Python function "refuse", %1$s/books.py:5"""
                .formatted(folder));
    SQLException other = error(connection, "SELECT 1/0");
    assertThat(PlPythonErrors.of(location).message(other)).isEqualTo(other.getMessage());
  }

  @Test
  void location_is_refused_when_it_holds_no_python() {
    assertThatThrownBy(() -> PlPythonErrors.of("filesystem:" + folder))
        .isInstanceOf(InvalidLocationException.class)
        .hasMessageContaining(folder.toString());
  }

  private static SQLException error(Connection connection, String sql) {
    return catchThrowableOfType(
        SQLException.class, () -> connection.createStatement().execute(sql));
  }
}
