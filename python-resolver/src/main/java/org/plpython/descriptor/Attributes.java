package org.plpython.descriptor;

import java.util.Objects;

/**
 * The attributes of a function, each with PostgreSQL's own default.
 *
 * @param volatility what its result depends on
 * @param strict it is not called, and its result is NULL, when an argument is NULL
 * @param leakproof it reveals nothing of its arguments but by its result
 * @param security with whose rights it runs
 * @param parallel whether parallel workers may run it
 * @param cost its estimated cost for each call, in units of cpu_operator_cost; positive
 */
public record Attributes(
    Volatility volatility,
    boolean strict,
    boolean leakproof,
    Security security,
    Parallel parallel,
    double cost) {

  /** What CREATE FUNCTION assumes where nothing is said. */
  public static final Attributes DEFAULT =
      new Attributes(Volatility.VOLATILE, false, false, Security.INVOKER, Parallel.UNSAFE, 100);

  public Attributes {
    Objects.requireNonNull(volatility);
    Objects.requireNonNull(security);
    Objects.requireNonNull(parallel);
    if (!(cost > 0)) {
      throw new IllegalStateException("no such cost: " + cost);
    }
  }
}
