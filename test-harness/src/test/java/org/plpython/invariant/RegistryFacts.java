package org.plpython.invariant;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The rows of all tables that are named as our registry, without the marks: those tell rows of one
 * database's catalog apart.
 */
final class RegistryFacts {
  private RegistryFacts() {}

  static void addTo(Collection<Fact> facts, Connection connection) throws SQLException {
    for (String table : tables(connection)) {
      String rows =
          "SELECT concat_ws(' ', r->>'kind', r->>'identity'), e.key, e.value FROM (SELECT"
              + " to_jsonb(t) AS r FROM "
              + table
              + " t) AS rows, jsonb_each_text(r - 'mark') AS e";
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(rows)) {
        while (row.next()) {
          facts.add(
              new Fact(
                  DatabaseDump.REGISTRY + " " + row.getString(1),
                  row.getString(2),
                  String.valueOf(row.getString(3))));
        }
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relname = '"
                    + DatabaseDump.REGISTRY
                    + "' ORDER BY 1")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }
}
