package org.plpython.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Makes likenesses of objects in the temporary schema, reads what the server made of them, and
 * takes them back. No lock waits but those of reading tables.
 */
public final class TrialReader {
  private static final String ATTRIBUTES =
      """
      SELECT o.name, array_agg(x.key) AS names, array_agg(x.value) AS vals
      FROM (%s) o, jsonb_each_text(o.attributes) x GROUP BY o.name""";
  private static final List<String> QUERIES =
      List.of(
          ATTRIBUTES.formatted(SnapshotSql.ROUTINES + "WHERE n.oid = pg_my_temp_schema()"),
          ATTRIBUTES.formatted(SnapshotSql.TRIGGERS + "WHERE n.oid = pg_my_temp_schema()"));

  private final Connection connection;
  private final String searchPath;

  /**
   * Over the given connection, in a transaction.
   *
   * @param searchPath the one that the objects' names are looked up in
   */
  public TrialReader(Connection connection, String searchPath) {
    this.connection = connection;
    this.searchPath = searchPath;
  }

  /**
   * What the server makes of each, by the identities of the objects that are meant. One that it
   * refuses, or that this role may not try, is not among them.
   */
  public Map<String, SortedMap<String, String>> read(Collection<Trial> trials) throws SQLException {
    if (trials.isEmpty()) {
      return Map.of();
    }
    Savepoint before = connection.setSavepoint();
    try {
      SearchPath.set(connection, searchPath);
      run("SET LOCAL check_function_bodies = off");
      attempt(List.copyOf(trials));
      SearchPath.set(connection, "pg_catalog");
      return attributes(trials);
    } finally {
      connection.rollback(before);
    }
  }

  /** All at once; where one is refused, each half by itself. */
  private void attempt(List<Trial> trials) throws SQLException {
    if (trials.isEmpty()) {
      return;
    }
    Savepoint before = connection.setSavepoint();
    try {
      run(
          trials.stream()
              .flatMap(trial -> trial.statements().stream())
              .collect(Collectors.joining(";\n")));
      connection.releaseSavepoint(before);
    } catch (SQLException refused) {
      connection.rollback(before);
      if (trials.size() > 1) {
        attempt(trials.subList(0, trials.size() / 2));
        attempt(trials.subList(trials.size() / 2, trials.size()));
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  private Map<String, SortedMap<String, String>> attributes(Collection<Trial> trials)
      throws SQLException {
    Map<String, SortedMap<String, String>> byName = new HashMap<>();
    for (String query : QUERIES) {
      new Query(connection, query).all(row -> byName.put(row.getString("name"), map(row)));
    }
    Map<String, SortedMap<String, String>> read = new HashMap<>();
    for (Trial trial : trials) {
      if (byName.containsKey(trial.name())) {
        read.put(trial.identity(), byName.get(trial.name()));
      }
    }
    return read;
  }

  private static SortedMap<String, String> map(ResultSet row) throws SQLException {
    return CatalogReader.map(row, "names", "vals");
  }
}
