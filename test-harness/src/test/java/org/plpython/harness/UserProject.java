package org.plpython.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's project in a folder, and its database: what tests of all migration tools do with both.
 *
 * @param <P> the project of one of the tools
 */
public abstract class UserProject<P extends UserProject<P>> {
  private final Path folder;
  private final PlPythonDatabase database;

  /** In a folder, over a database. */
  protected UserProject(Path folder, PlPythonDatabase database) {
    this.folder = folder;
    this.database = database;
  }

  /** The project itself. */
  protected abstract P self();

  /** Where its files are. */
  protected final Path folder() {
    return folder;
  }

  /** Its database. */
  protected final PlPythonDatabase database() {
    return database;
  }

  /** Writes a file of the project. */
  public final P write(String path, String... lines) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
      return self();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes a file of the project. */
  public final P delete(String path) {
    try {
      Files.delete(folder.resolve(path));
      return self();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empties the database, as tests of a class share it. */
  public final P clean() {
    return execute(
        """
        DO 'BEGIN
          EXECUTE (SELECT string_agg(format(''DROP SCHEMA %I CASCADE'', nspname), '';'')
            FROM pg_namespace WHERE nspname !~ ''^pg_'' AND nspname <> ''information_schema'');
          CREATE SCHEMA public;
        END'""");
  }

  /** Executes statements in the database, each in a transaction of its own. */
  public final P execute(String... statements) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      return self();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The first column of a query's rows. */
  public final List<@Nullable String> query(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<@Nullable String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The routines and triggers of ours that the database holds, sorted. */
  public final List<@Nullable String> objects() {
    return query(
        """
        SELECT p.proname FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
        WHERE l.lanname = 'plpython3u'
        UNION ALL
        SELECT c.relname || '.' || t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal ORDER BY 1""");
  }
}
