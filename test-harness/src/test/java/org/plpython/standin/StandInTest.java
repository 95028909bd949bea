package org.plpython.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.plpython.deploy.Installer;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.harness.ServerTest;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;
import org.plpython.standin.Expected.Outcome;

/** Authors' files do with plpython.testing what they do once installed. */
@ServerTest
class StandInTest {
  private static final List<SourceFile> CASES = StandIn.cases();
  private static final Map<String, List<Expected>> EXPECTED = StandIn.run(CASES);

  private final PlPythonDatabase database;

  StandInTest(PlPythonDatabase database) {
    this.database = database;
  }

  @Test
  void database_does_what_the_stand_in_does_when_functions_are_installed() throws SQLException {
    List<String> differences = new ArrayList<>();
    int calls = 0;
    for (SourceFile each : CASES) {
      List<Expected> expectations = EXPECTED.getOrDefault(each.path(), List.of());
      calls += compare(each, expectations, differences);
    }
    System.out.printf(
        Locale.ROOT, "Stand-in: %d calls, %d differences%n", calls, differences.size());
    assertThat(differences).isEmpty();
    assertThat(calls).isGreaterThanOrEqualTo(380);
  }

  private int compare(SourceFile each, List<Expected> expectations, List<String> differences)
      throws SQLException {
    int calls = 0;
    boolean isInstalled = false;
    try (Session session = new Session(database)) {
      session.run(List.of("DROP SCHEMA public CASCADE", "CREATE SCHEMA public"));
      for (Expected expected : expectations) {
        if (expected.setup() != null) {
          session.run(expected.setup());
          continue;
        }
        if (!isInstalled) {
          install(session, each);
          isInstalled = true;
        }
        calls++;
        session.run(Objects.requireNonNull(expected.before()));
        Outcome came = session.outcome(expected);
        if (!came.equals(expected.outcome())) {
          differences.add(expected.place() + " gave\n  " + came + ", not\n  " + expected.outcome());
        }
      }
    }
    return calls;
  }

  private static void install(Session session, SourceFile each) {
    Installer installer = new Installer(session.connection());
    for (DatabaseObject object : PythonResolver.resolveFiles(List.of(each))) {
      installer.install(object);
    }
  }
}
