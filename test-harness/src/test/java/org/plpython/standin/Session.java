package org.plpython.standin;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plpython.harness.PlPythonDatabase;
import org.plpython.standin.Expected.Outcome;
import org.plpython.standin.Expected.Said;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/** A session of a database, opened again when a statement has ended it. */
final class Session implements AutoCloseable {
  private final PlPythonDatabase database;
  private Connection connection;

  Session(PlPythonDatabase database) throws SQLException {
    this.database = database;
    this.connection = database.connect();
  }

  Connection connection() {
    return connection;
  }

  void run(List<String> statements) throws SQLException {
    for (String sql : statements) {
      try (Statement statement = statement()) {
        statement.execute(sql);
      }
    }
  }

  /** What comes of a statement. */
  Outcome outcome(Expected expected) throws SQLException {
    List<Said> messages = new ArrayList<>();
    JsonElement result = null;
    Said error = null;
    try (Statement statement = statement()) {
      try {
        boolean hasRows = statement.execute(Objects.requireNonNull(expected.sql()));
        result = hasRows ? value(statement.getResultSet(), expected) : null;
      } catch (PSQLException e) {
        error = said(Objects.requireNonNull(e.getServerErrorMessage()), "");
      }
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        ServerErrorMessage notice = ((PSQLWarning) w).getServerErrorMessage();
        messages.add(said(notice, notice.getSeverity() + ": "));
      }
    }
    if (connection.isClosed()) {
      connection = database.connect();
    }
    if (error == null && expected.reading() != null) {
      List<String> rows = column(expected.reading());
      result = rows.isEmpty() ? null : JsonParser.parseString(rows.get(0));
    }
    String keeping = expected.keeping();
    return new Outcome(result, error, messages, keeping == null ? null : column(keeping));
  }

  private static @Nullable JsonElement value(ResultSet rows, Expected expected)
      throws SQLException {
    String text = rows.next() ? rows.getString(1) : null;
    if (text == null) {
      return null;
    }
    return expected.row() ? JsonParser.parseString(text) : new JsonPrimitive(text);
  }

  private List<String> column(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = statement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  private static Said said(ServerErrorMessage message, String prefix) {
    return new Said(
        prefix + message.getMessage(),
        message.getSQLState(),
        message.getDetail(),
        message.getHint());
  }

  private Statement statement() throws SQLException {
    Statement statement = connection.createStatement();
    statement.setEscapeProcessing(false);
    return statement;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
