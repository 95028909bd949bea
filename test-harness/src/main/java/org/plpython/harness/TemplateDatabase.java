package org.plpython.harness;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database with PL/Python in it and nothing else, of which others are copies. */
final class TemplateDatabase {

  private TemplateDatabase() {}

  /**
   * Its name.
   *
   * @param names what the names of all databases begin with
   */
  static String name(String names) {
    return names + "template";
  }

  /**
   * Makes it on a server. Python is loaded for it, which proves that the server can.
   *
   * @throws SQLException when the role may not, or the server has no PL/Python that works
   */
  static void create(ServerAddress address, MaintenanceConnection maintenance, String names)
      throws SQLException {
    String name = name(names);
    maintenance.execute("CREATE DATABASE " + name);
    try (Connection connection = address.dataSource(name).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS plpython3u");
      statement.execute("DO 'pass' LANGUAGE plpython3u");
    }
    maintenance.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
  }
}
