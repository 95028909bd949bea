package org.plpython.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.plpython.differential.Expectation.Kind;

/**
 * Generates values that one of both sides does not have.
 *
 * @param function of refused.py that takes one
 * @param arguments as SQL
 * @param message that the error holds
 */
record RefusedValues(String function, Arbitrary<String> arguments, String message) {
  private static final List<RefusedValues> ALL =
      List.of(
          new RefusedValues("narrow", longs(Integer.MIN_VALUE, Integer.MAX_VALUE), "out of range"),
          new RefusedValues("small", longs(Short.MIN_VALUE, Short.MAX_VALUE), "out of range"),
          new RefusedValues(
              "narrow_list", longs(Integer.MIN_VALUE, Integer.MAX_VALUE), "out of range"),
          new RefusedValues(
              "narrow_field", longs(Integer.MIN_VALUE, Integer.MAX_VALUE), "out of range"),
          new RefusedValues("late_date", years(10_000, 5_874_897), "cannot be a date in Python"),
          new RefusedValues("early_date", years(1, 4_713), "cannot be a date in Python"),
          new RefusedValues(
              "late_moment", years(10_000, 294_276), "cannot be a datetime in Python"),
          new RefusedValues("early_moment", years(1, 4_713), "cannot be a datetime in Python"),
          new RefusedValues("late_naive", years(10_000, 294_276), "cannot be a datetime in Python"),
          new RefusedValues("months", months(), "cannot be a timedelta in Python"),
          new RefusedValues("fractional", fractions(), "is no whole number"),
          new RefusedValues(
              "with_nul", Arbitraries.integers().between(0, 12).map(String::valueOf), "NUL"));

  private static Arbitrary<String> longs(long least, long most) {
    return Arbitraries.longs().filter(v -> v < least || v > most).map(v -> "'" + v + "'::bigint");
  }

  private static Arbitrary<String> years(int first, int last) {
    return Arbitraries.integers()
        .between(first, last)
        .map(year -> String.format(Locale.ROOT, "'%04d-02-03'", year));
  }

  private static Arbitrary<String> months() {
    return Arbitraries.integers()
        .between(-2_000_000, 2_000_000)
        .filter(n -> n != 0)
        .map(n -> "'" + n + " months 3 days'");
  }

  private static Arbitrary<String> fractions() {
    return Arbitraries.bigDecimals().ofScale(5).map(n -> "'" + n.toPlainString() + "1'::numeric");
  }

  /** A statement for each try of each kind. */
  static List<Expectation> generate(int tries, long seed) {
    List<Expectation> expectations = new ArrayList<>();
    JqwikSession.run(
        Long.toString(seed),
        () -> {
          Random random = new Random(seed);
          for (RefusedValues kind : ALL) {
            var generator = kind.arguments().generator(tries, true);
            for (int i = 0; i < tries; i++) {
              Shrinkable<String> value = generator.next(random);
              expectations.add(kind.expectation(value.value()));
            }
          }
        });
    return expectations;
  }

  private Expectation expectation(String value) {
    String argument = function.startsWith("early") ? value.replaceFirst("'$", " BC'") : value;
    return new Expectation(
        0, function, Kind.REFUSED, "SELECT " + function + "(" + argument + ")", message);
  }
}
