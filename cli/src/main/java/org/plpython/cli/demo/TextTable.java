package org.plpython.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table as psql draws it, columns to the left; cells may hold several lines.
 *
 * @param headers one for each column
 * @param rows each as wide as the headers
 */
record TextTable(List<String> headers, List<List<String>> rows) {

  List<String> lines() {
    List<String> lines = new ArrayList<>(cellLines(headers));
    lines.add(
        IntStream.range(0, headers.size()).mapToObj(this::rule).collect(Collectors.joining("-+-")));
    rows.forEach(row -> lines.addAll(cellLines(row)));
    return lines;
  }

  private String rule(int column) {
    return "-".repeat(width(column));
  }

  private List<String> cellLines(List<String> row) {
    int height = row.stream().mapToInt(cell -> split(cell).size()).max().orElse(1);
    return IntStream.range(0, height).mapToObj(line -> line(row, line)).toList();
  }

  private String line(List<String> row, int line) {
    IntFunction<String> cell =
        column -> {
          List<String> parts = split(row.get(column));
          String part = line < parts.size() ? parts.get(line) : "";
          return part + " ".repeat(width(column) - part.length());
        };
    return IntStream.range(0, row.size()).mapToObj(cell).collect(Collectors.joining(" | "));
  }

  private int width(int column) {
    return Stream.concat(Stream.of(headers), rows.stream())
        .flatMap(row -> split(row.get(column)).stream())
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static List<String> split(String cell) {
    return cell.isEmpty() ? List.of("") : cell.lines().toList();
  }
}
