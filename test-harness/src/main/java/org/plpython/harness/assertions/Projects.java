package org.plpython.harness.assertions;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.plpython.plan.PlanSettings;

/** The projects that the registry knows objects of. */
final class Projects {

  private Projects() {}

  static List<String> in(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      List<String> projects = new ArrayList<>();
      if (exists(statement)) {
        try (ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT project FROM "
                    + PlanSettings.REGISTRY
                    + " WHERE project <> '' ORDER BY project")) {
          while (rows.next()) {
            projects.add(rows.getString(1));
          }
        }
      }
      return projects;
    } catch (SQLException e) {
      throw new AssertionError("The registry cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    String query = "SELECT to_regclass('" + PlanSettings.REGISTRY + "') IS NOT NULL";
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next() && row.getBoolean(1);
    }
  }
}
