package org.plpython.harness.assertions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plpython.harness.PlPythonDatabase;

/**
 * What the server says of an object.
 *
 * @param what the object, {@code function shop.gross_price(numeric)}
 * @param attributes by name; none: there is no such object
 */
record CatalogRow(String what, Map<String, @Nullable String> attributes) {

  private static final String FUNCTION =
      """
      SELECT CASE provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END
          AS volatility,
        CASE proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END
          AS parallel,
        proisstrict::text AS strict, prosecdef::text AS "security definer",
        pg_get_userbyid(proowner) AS owner, obj_description(oid, 'pg_proc') AS comment,
        pg_get_function_result(oid) AS result
      FROM pg_proc WHERE oid = to_regprocedure(?)""";

  private static final String TRIGGER =
      """
      SELECT CASE tgenabled WHEN 'O' THEN 'true' WHEN 'D' THEN 'false' WHEN 'A' THEN 'always'
          ELSE 'replica' END AS enabled,
        tgfoid::regproc::text AS function, obj_description(oid, 'pg_trigger') AS comment,
        regexp_replace(pg_get_triggerdef(oid), '^CREATE (CONSTRAINT )?TRIGGER \\S+ ', '')
          AS definition
      FROM pg_trigger WHERE tgrelid = to_regclass(?) AND tgname = ? AND NOT tgisinternal""";

  static CatalogRow function(PlPythonDatabase database, String identity) {
    return new CatalogRow("function " + identity, read(database, FUNCTION, identity));
  }

  static CatalogRow trigger(PlPythonDatabase database, String identity) {
    int dot = identity.lastIndexOf('.');
    String table = identity.substring(0, Math.max(dot, 0));
    return new CatalogRow(
        "trigger " + identity, read(database, TRIGGER, table, identity.substring(dot + 1)));
  }

  private static Map<String, @Nullable String> read(
      PlPythonDatabase database, String query, String... arguments) {
    Map<String, @Nullable String> attributes = new LinkedHashMap<>();
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      ResultSet row = statement.executeQuery();
      if (row.next()) {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          attributes.put(row.getMetaData().getColumnName(i), row.getString(i));
        }
      }
    } catch (SQLException e) {
      throw new AssertionError("The database cannot be asked: " + e.getMessage(), e);
    }
    return attributes;
  }
}
