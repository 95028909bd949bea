package org.plpython.flyway;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Flyway's schema history, as a migrate or an info finds it.
 *
 * @param rows of migrations that succeeded, in the order in which they ran
 */
record History(List<HistoryRow> rows) {
  /** Of files and classes that a resolver of Flyway's own finds. */
  private static final Set<String> RESOLVED = Set.of("SQL", "JDBC");

  History {
    rows = List.copyOf(rows);
  }

  /** What the table holds; nothing if there is none. */
  static History read(Connection connection, HistoryName name) throws SQLException {
    List<HistoryRow> rows = new ArrayList<>();
    if (name.exists(connection)) {
      String query =
          "SELECT installed_rank, version, description, type, script, checksum FROM "
              + name.sql()
              + " WHERE success ORDER BY installed_rank";
      try (PreparedStatement statement = connection.prepareStatement(query);
          ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(row(row));
        }
      }
    }
    return new History(rows);
  }

  private static HistoryRow row(ResultSet row) throws SQLException {
    return new HistoryRow(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        (Integer) row.getObject(6));
  }

  /** The last row of each object of ours, by its description. */
  Map<String, HistoryRow> objects() {
    Map<String, HistoryRow> last = new LinkedHashMap<>();
    for (HistoryRow row : rows) {
      if (row.version() == null && row.type().equals("DELETE")) {
        last.remove(row.description());
      } else if (row.isObject()) {
        last.put(row.description(), row);
      }
    }
    return last;
  }

  /** The highest version that there is a row of, a baseline too; empty: none has. */
  Optional<MigrationVersion> last() {
    return highest(row -> true);
  }

  /** The highest version of a migration in SQL, Java or Python; empty: none has run. */
  Optional<MigrationVersion> highest() {
    return highest(row -> RESOLVED.contains(row.type()) || row.isPythonScript());
  }

  private Optional<MigrationVersion> highest(Predicate<HistoryRow> counts) {
    return rows.stream()
        .filter(counts)
        .flatMap(row -> Optional.ofNullable(row.version()).stream())
        .map(MigrationVersion::fromVersion)
        .max(MigrationVersion::compareTo);
  }
}
