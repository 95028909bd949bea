package org.plpython.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plpython.harness.ServerTest;

/** The function in the database computes what the same function computes in plain Python. */
@ServerTest
class DifferentialTest {
  private static final List<Case> CASES =
      PlainPython.cases(Path.of("src/test/python/differential"));
  private static final Map<String, List<Expectation>> EXPECTED = PlainPython.run(CASES);

  private final Connection connection;

  DifferentialTest(Connection connection) {
    this.connection = connection;
  }

  @Test
  void database_computes_what_plain_python_computes_when_functions_are_installed()
      throws SQLException {
    long start = System.nanoTime();
    int minor = Comparison.pythonMinor(connection);
    Comparison comparison = new Comparison(connection);
    for (Case each : CASES) {
      if (each.needs() <= minor) {
        comparison.add(each, EXPECTED.getOrDefault(each.name(), List.of()));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "Differential, Python 3.%d: %d functions, %d calls, %d differences, %.1f s%n",
        minor,
        comparison.functions(),
        comparison.calls(),
        comparison.differences().size(),
        (System.nanoTime() - start) / 1e9);
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.functions()).isGreaterThanOrEqualTo(120);
    assertThat(comparison.calls()).isGreaterThanOrEqualTo(500);
  }
}
