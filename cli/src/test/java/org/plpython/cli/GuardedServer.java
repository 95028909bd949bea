package org.plpython.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.plpython.harness.EmbeddedPostgres;

/** A server with a pg_hba.conf of its own; the superuser postgres needs no password. */
record GuardedServer(EmbeddedPostgres server) implements AutoCloseable {
  private static final long PATIENCE_NANOS = 30_000_000_000L;

  static GuardedServer start() {
    return new GuardedServer(EmbeddedPostgres.start());
  }

  String address() {
    return "127.0.0.1:" + server.port();
  }

  String url(String database) {
    return server.jdbcUrl(database);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url("postgres"), server.user(), "");
  }

  void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Writes a text to a file of the server, named by SQL. */
  void write(String file, String text) throws SQLException {
    execute(
        """
        DO $do$ BEGIN
          EXECUTE format('COPY (SELECT unnest(%%L::text[])) TO %%L', string_to_array($text$%s$text$, E'\\n'), %s);
        END $do$"""
            .formatted(text, file));
  }

  /** Lets the server read its configuration again, and waits until it shows. */
  void reload(Check isLoaded) throws SQLException {
    execute("SELECT pg_reload_conf()");
    await(isLoaded);
  }

  /** Each line is the last words of one of pg_hba.conf. */
  void guard(List<String> lines) throws SQLException {
    write(
        "current_setting('hba_file')",
        "host all postgres 127.0.0.1/32 trust\nhost all sentinel 127.0.0.1/32 reject\n"
            + String.join("\n", lines));
    reload(() -> Verb.whoAmI("--url", url("postgres"), "--user", "sentinel").err().contains("hba"));
  }

  /** Something that will be so in a moment. */
  interface Check {
    boolean isSo() throws SQLException;
  }

  static void await(Check check) throws SQLException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!check.isSo()) {
      assertThat(System.nanoTime()).isLessThan(end);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  String value(String query) throws SQLException {
    try (Connection connection = connect();
        ResultSet row = connection.createStatement().executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
