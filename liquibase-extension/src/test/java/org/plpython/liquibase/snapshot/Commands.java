package org.plpython.liquibase.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.resource.DirectoryResourceAccessor;
import org.plpython.harness.PlPythonDatabase;

/** Liquibase's commands over a folder and a database, as its command line runs them. */
final class Commands {
  private final Path folder;
  private final PlPythonDatabase database;
  private final Map<String, Object> settings = new LinkedHashMap<>();

  Commands(Path folder, PlPythonDatabase database) {
    this.folder = folder;
    this.database = database;
  }

  /** The same folder, another database. */
  Commands over(PlPythonDatabase other) {
    return new Commands(folder, other);
  }

  /** Sets a setting of Liquibase's. */
  Commands set(String setting, Object value) {
    settings.put(setting, value);
    return this;
  }

  /** A file of the folder. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** Writes a file of the folder. */
  void write(String name, String text) {
    try {
      Files.writeString(file(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file of the folder. */
  String read(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a command.
   *
   * @param arguments names and values in turn
   * @return what it writes
   */
  String run(String command, Object... arguments) throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Map<String, Object> scope = new LinkedHashMap<>(settings);
    scope.put(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(folder));
    Scope.child(
        scope,
        () -> {
          CommandScope run = new CommandScope(command.split(" "));
          run.addArgumentValue("url", database.jdbcUrl());
          run.addArgumentValue("username", database.user());
          for (int i = 0; i < arguments.length; i += 2) {
            run.addArgumentValue(String.valueOf(arguments[i]), arguments[i + 1]);
          }
          run.setOutput(output);
          run.execute();
        });
    return output.toString(StandardCharsets.UTF_8);
  }

  /** Runs SQL. */
  Commands sql(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
      return this;
    }
  }

  /** The value that SQL finds. */
  String value(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "no row";
    }
  }
}
