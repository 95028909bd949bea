package org.plpython.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plpython.differential.Expectation.Kind;
import org.plpython.harness.ServerTest;

/**
 * Values arrive as they are and leave as they are. New ones are generated for each run; {@code
 * -Dplpython.test.seed=N} repeats one.
 */
@ServerTest
class GeneratedValuesTest {
  private static final long SEED = Long.getLong("plpython.test.seed", System.nanoTime());
  private static final int TRIES = 100;
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Pacific/Auckland");
  private static final List<String> STYLES =
      List.of("postgres", "postgres_verbose", "sql_standard", "iso_8601");

  @TempDir static Path folder;
  private static List<Case> cases = List.of();
  private static Map<String, List<Expectation>> expected = Map.of();

  private final Connection connection;

  GeneratedValuesTest(Connection connection) {
    this.connection = connection;
  }

  @BeforeAll
  static void generate() {
    cases =
        PythonValues.ALL.stream().map(t -> GeneratedCase.write(folder, t, TRIES, SEED)).toList();
    expected = PlainPython.run(cases);
  }

  @BeforeEach
  void settings() throws SQLException {
    Random random = new Random(SEED);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = '" + ZONES.get(random.nextInt(ZONES.size())) + "'");
      statement.execute("SET IntervalStyle = " + STYLES.get(random.nextInt(STYLES.size())));
    }
  }

  @Test
  void values_are_the_same_when_they_arrive_and_leave() throws SQLException {
    long start = System.nanoTime();
    Comparison comparison = new Comparison(connection);
    for (Case each : cases) {
      comparison.add(each, Objects.requireNonNull(expected.get(each.name())));
    }
    System.out.printf(
        Locale.ROOT,
        "Generated values: %d types, %d calls, %d differences, %.1f s%n",
        cases.size(),
        comparison.calls(),
        comparison.differences().size(),
        (System.nanoTime() - start) / 1e9);
    assertThat(comparison.differences()).as("seed " + SEED).isEmpty();
    assertThat(comparison.calls()).isGreaterThan(cases.size() * TRIES);
  }

  @Test
  void error_says_so_when_one_side_has_no_such_value() throws SQLException {
    Comparison comparison = new Comparison(connection);
    List<Expectation> refused = new ArrayList<>();
    refused.add(new Expectation(0, "-", Kind.SETUP, "CREATE TYPE holder AS (value int)", ""));
    refused.addAll(RefusedValues.generate(TRIES / 4, SEED));
    comparison.add(Case.read(Path.of("src/test/python/generated/refused.py")), refused);
    assertThat(comparison.differences()).as("seed " + SEED).isEmpty();
  }
}
