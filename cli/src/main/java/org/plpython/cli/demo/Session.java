package org.plpython.cli.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.plpython.deploy.TracebackTranslator;

/** One session with the database, all of it shown. */
final class Session implements AutoCloseable {
  private final Connection connection;
  private final Screen screen;
  private final TracebackTranslator translator;

  /**
   * Over a connection that it will close.
   *
   * @param translator says errors in the terms of the Python sources
   */
  Session(Connection connection, Screen screen, TracebackTranslator translator) {
    this.connection = connection;
    this.screen = screen;
    this.translator = translator;
  }

  /** Runs a statement that gives rows. */
  void query(String sql) throws SQLException {
    show(sql);
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      screen.result(table(rows).lines());
    }
  }

  /** Runs a statement that changes rows. */
  void update(String sql) throws SQLException {
    show(sql);
    try (Statement statement = connection.createStatement()) {
      screen.message(statement.executeUpdate(sql) + " rows changed");
    }
  }

  /** Runs a statement that the server must refuse. */
  void refused(String sql) {
    show(sql);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException refusal) {
      screen.message(translator.translate(refusal));
      return;
    }
    throw new IllegalStateException("the server took what a trigger should refuse: " + sql);
  }

  private void show(String sql) {
    screen.block((sql + ";").lines().toList());
  }

  private static TextTable table(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> headers = new ArrayList<>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      headers.add(columns.getColumnLabel(column));
    }
    List<List<String>> cells = new ArrayList<>();
    while (rows.next()) {
      cells.add(row(rows, headers.size()));
    }
    return new TextTable(headers, cells);
  }

  private static List<String> row(ResultSet rows, int width) throws SQLException {
    List<String> row = new ArrayList<>();
    for (int column = 1; column <= width; column++) {
      row.add(Objects.requireNonNullElse(rows.getString(column), "NULL"));
    }
    return row;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
