package org.plpython.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was measured, by name: once in each round, so that ratios are of the same round. */
final class Figures {
  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
  private final int functions;

  /** For sources with so many functions. */
  Figures(int functions) {
    this.functions = functions;
  }

  /**
   * One measurement.
   *
   * @param seconds on the clock
   * @param client seconds of processor time that this JVM took, with its compiler and collector
   * @param server the same of the server's process; 0 where there is none
   * @param megabytes of the server's process at its peak
   */
  record Sample(double seconds, double client, double server, double megabytes) {
    double processor() {
      return client + server;
    }
  }

  void add(String name, Sample sample) {
    samples.computeIfAbsent(name, n -> new ArrayList<>()).add(sample);
  }

  /** Prints the medians, for each function too, and against one of them. */
  void print(String base) {
    String columns = "%-50s %9s %9s %9s %9s  %-20s  %-20s %8s%n";
    System.out.printf(
        columns,
        "",
        "seconds",
        "us/each",
        "client s",
        "server s",
        "to '" + base + "'",
        "in processor time",
        "server MB");
    for (Map.Entry<String, List<Sample>> measured : samples.entrySet()) {
      List<Sample> of = measured.getValue();
      List<Sample> others = samples.getOrDefault(base, List.of());
      double seconds = median(of, Sample::seconds);
      System.out.printf(
          columns,
          measured.getKey(),
          number(seconds),
          Math.round(seconds * 1e6 / functions),
          number(median(of, Sample::client)),
          number(median(of, Sample::server)),
          ratio(of, others, Sample::seconds),
          ratio(of, others, Sample::processor),
          Math.round(median(of, Sample::megabytes)));
    }
  }

  /** Prints the ratio of one to another. */
  void compare(String name, String base) {
    List<Sample> of = samples.getOrDefault(name, List.of());
    List<Sample> others = samples.getOrDefault(base, List.of());
    System.out.printf(
        "'%s' to '%s': %s, in processor time %s%n",
        name, base, ratio(of, others, Sample::seconds), ratio(of, others, Sample::processor));
  }

  private static String ratio(
      List<Sample> own, List<Sample> others, ToDoubleFunction<Sample> value) {
    if (own.size() != others.size()) {
      return "";
    }
    double[] ratios =
        IntStream.range(0, own.size())
            .mapToDouble(i -> value.applyAsDouble(own.get(i)) / value.applyAsDouble(others.get(i)))
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f)",
        ratios[ratios.length / 2],
        ratios[0],
        ratios[ratios.length - 1]);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static double median(List<Sample> values, ToDoubleFunction<Sample> value) {
    return values.stream().mapToDouble(value).sorted().toArray()[values.size() / 2];
  }
}
