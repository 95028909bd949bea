package org.plpython.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.plpython.deploy.Installer;
import org.plpython.harness.EmbeddedPostgres;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.object.DatabaseObject;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/**
 * What a call costs: installed functions and triggers against hand-written ones and against bodies
 * that rebuild everything at each call, in turn in the same run. Prints ratios; see
 * docs/benchmarks.md for how to run it.
 */
public final class CallBenchmark {
  private static final int ROUNDS = 15;
  private static final int CALLS = 200_000;
  private static final int ROWS = 20_000;

  private static final String SOURCE =
      """
      import re
      from dataclasses import dataclass
      from typing import Dict
      from plpython import pltable, plfunction, pltrigger

      @plfunction
      def smallest(a: int, b: int) -> int:
          return a if a > b else b

      def normal(text):
          return re.sub(r"[^a-z]+", "-", text.lower())

      @plfunction
      def with_helper(title: str) -> str:
          return normal(title)

      @pltrigger(event="UPDATE", when="BEFORE", table="by_row")
      def by_row_trigger(new, old, td, plpy):
          new.isbn = new.isbn.replace("-", "")

      @pltable("by_model")
      @dataclass
      class Book:
          id: int
          isbn: str
          stock: int

      @pltrigger(event="UPDATE", when="BEFORE", model=Book)
      def by_model_trigger(new: Book, old: Book, td, plpy):
          new.isbn = new.isbn.replace("-", "")
      """;

  private static final List<String> RIVALS =
      List.of(
          """
          CREATE FUNCTION smallest_by_hand(a int, b int) RETURNS int LANGUAGE plpython3u AS $$
          return a if a > b else b
          $$""",
          """
          CREATE FUNCTION smallest_rebuilt(a int, b int) RETURNS int LANGUAGE plpython3u AS $$
          from typing import Dict, List
          import json

          def smallest(a: int, b: int) -> int:
              return a if a > b else b

          return smallest(a,b)
          $$""",
          """
          CREATE FUNCTION with_helper_by_hand(title text) RETURNS text LANGUAGE plpython3u AS $$
          import re
          return re.sub(r"[^a-z]+", "-", title.lower())
          $$""",
          """
          CREATE FUNCTION with_helper_rebuilt(title text) RETURNS text LANGUAGE plpython3u AS $$
          from typing import Dict, List
          import json
          import re

          def normal(text):
              return re.sub(r"[^a-z]+", "-", text.lower())

          def with_helper(title: str) -> str:
              return normal(title)

          return with_helper(title)
          $$""",
          """
          CREATE FUNCTION by_hand_trigger() RETURNS trigger LANGUAGE plpython3u AS $$
          TD["new"]["isbn"] = TD["new"]["isbn"].replace("-", "")
          return "MODIFY"
          $$""");

  private final Connection connection;

  private CallBenchmark(Connection connection) {
    this.connection = connection;
  }

  /** Runs everything; takes no arguments and about a minute. */
  public static void main(String[] arguments) throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        PlPythonDatabase database = server.createDatabase()) {
      try (Connection connection = database.connect()) {
        CallBenchmark benchmark = new CallBenchmark(connection);
        benchmark.prepare();
        benchmark.compareFunctions();
        benchmark.compareTriggers();
      }
      coldCall(database);
    }
  }

  private void prepare() throws SQLException {
    for (String table : List.of("by_hand", "by_row", "by_model")) {
      execute(
          "CREATE UNLOGGED TABLE "
              + table
              + " (id int, isbn text, title text, authors text[], price numeric, stock int,"
              + " info jsonb, changed timestamptz)");
      execute(
          "INSERT INTO "
              + table
              + " SELECT i, '978-0-262-' || i, 'Title ' || i, '{a,b}', 1.5 * i, i, '{\"a\": 1}',"
              + " now() FROM generate_series(1, "
              + ROWS
              + ") i");
    }
    for (String rival : RIVALS) {
      execute(rival);
    }
    install(connection);
    execute(
        "CREATE TRIGGER by_hand_trigger BEFORE UPDATE ON by_hand FOR EACH ROW EXECUTE FUNCTION"
            + " by_hand_trigger()");
  }

  private static void install(Connection connection) {
    SourceFile file = new SourceFile("benchmark", "benchmark.py", SOURCE);
    for (DatabaseObject object : PythonResolver.resolveFiles(List.of(file))) {
      new Installer(connection).install(object);
    }
  }

  private void compareFunctions() throws SQLException {
    String two = "SELECT count(%s(i, 5)) FROM generate_series(1, " + CALLS + ") i";
    String one = "SELECT count(%s('Title ' || i)) FROM generate_series(1, " + CALLS + ") i";
    compare("smallest body / by hand", query(two, "smallest"), query(two, "smallest_by_hand"));
    compare(
        "smallest body rebuilt at each call / ours",
        query(two, "smallest_rebuilt"),
        query(two, "smallest"));
    compare(
        "with a helper / by hand", query(one, "with_helper"), query(one, "with_helper_by_hand"));
    compare(
        "with a helper rebuilt at each call / ours",
        query(one, "with_helper_rebuilt"),
        query(one, "with_helper"));
  }

  private void compareTriggers() throws SQLException {
    compare("trigger with new and old / by hand", trigger("by_row"), trigger("by_hand"));
    compare("trigger with a dataclass / by hand", trigger("by_model"), trigger("by_hand"));
  }

  /** Something that takes time, in milliseconds. */
  private interface Timed {
    double run() throws SQLException;
  }

  private Timed query(String sql, String function) {
    return () -> {
      long start = System.nanoTime();
      execute(sql.formatted(function));
      return (System.nanoTime() - start) / 1e6;
    };
  }

  /** The time that PostgreSQL itself measures for the trigger, without the rest of the update. */
  private Timed trigger(String table) {
    Pattern time = Pattern.compile("Trigger " + table + "_trigger: time=([0-9.]+) calls=" + ROWS);
    return () -> {
      execute("BEGIN");
      String plan = rows("EXPLAIN (ANALYZE) UPDATE " + table + " SET stock = stock");
      execute("ROLLBACK");
      execute("VACUUM " + table);
      Matcher found = time.matcher(plan);
      if (!found.find()) {
        throw new IllegalStateException("no trigger time in " + plan);
      }
      return Double.parseDouble(found.group(1));
    };
  }

  private static void compare(String name, Timed ours, Timed rival) throws SQLException {
    double[] ratios = new double[ROUNDS];
    double[] times = new double[ROUNDS];
    ours.run();
    rival.run();
    for (int i = 0; i < ROUNDS; i++) {
      times[i] = ours.run();
      ratios[i] = times[i] / rival.run();
    }
    System.out.printf(
        Locale.ROOT,
        "%-45s %5.2f  (%.2f to %.2f; the first of them %.0f ms)%n",
        name,
        median(ratios),
        sorted(ratios)[0],
        sorted(ratios)[ROUNDS - 1],
        median(times));
  }

  private static double[] sorted(double[] values) {
    return java.util.Arrays.stream(values).sorted().toArray();
  }

  private static double median(double[] values) {
    return sorted(values)[values.length / 2];
  }

  /** The first call of a session against the first call of a hand-written one. */
  private static void coldCall(PlPythonDatabase database) throws SQLException {
    double[] ours = new double[ROUNDS];
    double[] byHand = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ours[i] = firstCall(database, "SELECT smallest(1, 2)");
      byHand[i] = firstCall(database, "SELECT smallest_by_hand(1, 2)");
    }
    double[] ratios = IntStream.range(0, ROUNDS).mapToDouble(i -> ours[i] / byHand[i]).toArray();
    System.out.printf(
        Locale.ROOT,
        "%-45s %5.2f  (%.1f ms against %.1f ms, Python's own start included)%n",
        "first call of a session / by hand",
        median(ratios),
        median(ours),
        median(byHand));
  }

  private static double firstCall(PlPythonDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      long start = System.nanoTime();
      statement.execute(sql);
      return (System.nanoTime() - start) / 1e6;
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      StringBuilder text = new StringBuilder();
      while (rows.next()) {
        text.append(rows.getString(1)).append('\n');
      }
      return text.toString();
    }
  }
}
