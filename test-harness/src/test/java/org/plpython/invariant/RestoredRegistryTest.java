package org.plpython.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.DeployWatcher;
import org.plpython.deploy.Deployment;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Plan;
import org.plpython.plan.PlanSettings;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/**
 * A registry that pg_dump carried into another database, and to a later PostgreSQL. Where Debian's
 * packages have no pg_dump for a server there is nothing to test, and the other server has one.
 */
@ServerTest
class RestoredRegistryTest {
  private static final List<DatabaseObject> OBJECTS =
      PythonResolver.resolveFiles(
          List.of(
              new SourceFile(
                  "db",
                  "restored.py",
                  """
                  from datetime import date
                  from typing import Annotated
                  from plpython import plaggregate, plfunction, pltrigger

                  @plfunction(set={"search_path": ["public", "My Schema"]}, grant={"public": "execute"})
                  def f(b: Annotated[date, "date DEFAULT now() + interval '1 day'"], a: int = 1) -> int:
                      "Says a."
                      return a

                  @plaggregate(name="total", initial="0", sort_operator="<")
                  @plfunction(name="total_state")
                  def total_state(state: int, a: int) -> int:
                      return state + a

                  @pltrigger(event="UPDATE", when="BEFORE", table="book",
                             condition="old.* IS DISTINCT FROM new.* AND new.isbn IN ('a', 'b')")
                  def clean(new):
                      pass
                  """)));

  private final Connection connection;

  RestoredRegistryTest(Connection connection) {
    this.connection = connection;
  }

  private static Plan plan(Connection connection) {
    return new Deployment(connection, PlanSettings.DEFAULT, DeploySettings.DEFAULT).plan(OBJECTS);
  }

  @Test
  void nothing_is_to_be_done_when_a_database_was_dumped_and_restored()
      throws SQLException, IOException {
    Path bin = bin(connection);
    Assumptions.assumeTrue(
        Files.exists(bin.resolve("pg_dump")), "no pg_dump for this server: " + bin);
    connection.createStatement().execute("CREATE TABLE book (isbn text)");
    new Deployment(connection, PlanSettings.DEFAULT, DeploySettings.DEFAULT)
        .apply(OBJECTS, DeployWatcher.NONE);
    String dump = run(bin.resolve("pg_dump"), connection, "");
    try (ScratchDatabase same = new ScratchDatabase(connection)) {
      Connection restored = same.connection();
      run(bin.resolve("psql"), restored, dump);
      assertThat(plan(restored).steps()).isEmpty();
      assertThat(plan(restored).unchanged()).isEqualTo(OBJECTS.size());
    }
    try (PlPythonDatabase later = EmbeddedPostgres.shared().createDatabase();
        Connection restored = later.connect()) {
      run(bin.resolve("psql"), restored, dump);
      assertThat(plan(restored).isEmpty()).isTrue();
      assertThat(plan(restored).unchanged()).isEqualTo(OBJECTS.size());
    }
  }

  private static Path bin(Connection connection) throws SQLException {
    return Path.of(
        "/usr/lib/postgresql", connection.getMetaData().getDatabaseMajorVersion() + "", "bin");
  }

  private static String run(Path program, Connection connection, String input)
      throws SQLException, IOException {
    URI url = URI.create(connection.getMetaData().getURL().replaceFirst("^jdbc:", ""));
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--host=" + url.getHost(),
                "--port=" + url.getPort(),
                "--username=" + connection.getMetaData().getUserName(),
                url.getPath().substring(1))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
