package org.plpython.harness.assertions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plpython.harness.PlPythonDatabase;

/**
 * What came of a statement.
 *
 * @param rows what it returned; each has a value for each column
 * @param error why it failed; null: it did not
 */
record Outcome(List<List<@Nullable Object>> rows, @Nullable SQLException error) {

  static Outcome of(PlPythonDatabase database, String sql, @Nullable Object... arguments) {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        SqlValues.bind(statement, i + 1, arguments[i]);
      }
      return new Outcome(statement.execute() ? rows(statement.getResultSet()) : List.of(), null);
    } catch (SQLException e) {
      return new Outcome(List.of(), e);
    }
  }

  private static List<List<@Nullable Object>> rows(ResultSet result) throws SQLException {
    int columns = result.getMetaData().getColumnCount();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    while (result.next()) {
      List<@Nullable Object> row = new ArrayList<>();
      for (int column = 1; column <= columns; column++) {
        row.add(SqlValues.read(result, column));
      }
      rows.add(row);
    }
    return rows;
  }
}
