package org.plpython.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** What was measured, by name: once in each round, so that ratios are of the same round. */
final class Figures {
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private final int functions;

  /** For sources with so many functions. */
  Figures(int functions) {
    this.functions = functions;
  }

  /** Something that takes time. */
  interface Action {
    void run() throws Exception;
  }

  /** Runs it and notes how long it took. */
  void time(String name, Action action) throws Exception {
    long start = System.nanoTime();
    action.run();
    seconds
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add((System.nanoTime() - start) / 1_000_000_000.0);
  }

  /** Something else to tell about it; the last one is printed. */
  void note(String name, String text) {
    notes.put(name, text);
  }

  /** Prints the medians, for each function too, and against one of them. */
  void print(String base) {
    System.out.printf(
        Locale.ROOT, "%-55s %9s %12s   ratio to: %s%n", "", "seconds", "us/function", base);
    for (Map.Entry<String, List<Double>> measured : seconds.entrySet()) {
      String name = measured.getKey();
      double median = median(measured.getValue());
      System.out.printf(
          Locale.ROOT,
          "%-55s %9.3f %12.0f   %-25s %s%n",
          name,
          median,
          median * 1e6 / functions,
          ratio(name, base),
          notes.getOrDefault(name, ""));
    }
  }

  private String ratio(String name, String base) {
    List<Double> own = seconds.getOrDefault(name, List.of());
    List<Double> others = seconds.getOrDefault(base, List.of());
    if (own.size() != others.size()) {
      return "";
    }
    List<Double> ratios =
        IntStream.range(0, own.size()).mapToObj(i -> own.get(i) / others.get(i)).sorted().toList();
    return String.format(
        Locale.ROOT,
        "%5.2f  (%.2f to %.2f)",
        median(ratios),
        ratios.get(0),
        ratios.get(ratios.size() - 1));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
