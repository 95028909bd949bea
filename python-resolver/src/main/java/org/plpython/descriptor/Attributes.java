package org.plpython.descriptor;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The attributes of a routine, each with PostgreSQL's own default.
 *
 * @param volatility what its result depends on
 * @param strict it is not called, and its result is NULL, when an argument is NULL
 * @param leakproof it reveals nothing of its arguments but by its result
 * @param security with whose rights it runs
 * @param parallel whether parallel workers may run it
 * @param cost its estimated cost for each call, in units of cpu_operator_cost; positive
 * @param rows the estimated number of rows of a set; positive; empty: PostgreSQL's 1000
 * @param support the planner support function, as SQL names it
 * @param transforms types that PL/Python converts by itself, as SQL names them
 * @param settings the configuration parameters that it runs with, and the values of each
 */
public record Attributes(
    Volatility volatility,
    boolean strict,
    boolean leakproof,
    Security security,
    Parallel parallel,
    double cost,
    Optional<Double> rows,
    Optional<String> support,
    List<String> transforms,
    Map<String, List<String>> settings) {

  /** What CREATE FUNCTION assumes where nothing is said. */
  public static final Attributes DEFAULT =
      new Attributes(
          Volatility.VOLATILE,
          false,
          false,
          Security.INVOKER,
          Parallel.UNSAFE,
          100,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Map.of());

  public Attributes {
    Objects.requireNonNull(volatility);
    Objects.requireNonNull(security);
    Objects.requireNonNull(parallel);
    if (!(cost > 0) || rows.filter(r -> !(r > 0)).isPresent()) {
      throw new IllegalStateException("no such cost or rows: " + cost + ", " + rows);
    }
    transforms = List.copyOf(transforms);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }
}
