package org.plpython.liquibase;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Optional;
import liquibase.database.Database;
import liquibase.database.OfflineConnection;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.UnexpectedLiquibaseException;
import org.jspecify.annotations.Nullable;
import org.plpython.deploy.DeploySettings;
import org.plpython.deploy.JoinedDeployment;
import org.plpython.deploy.JoinedDeployment.Past;
import org.plpython.object.Identifier;
import org.plpython.plan.PlanSettings;

/**
 * Liquibase's database as we work with it.
 *
 * @param connection Liquibase's own, whose transactions are Liquibase's
 * @param schema of Liquibase's tables, without quotes
 * @param table its history, without quotes
 */
record Session(Connection connection, String schema, String table, PlPythonSettings settings) {

  /** Whether nobody is connected to it: {@code offline:postgresql}. */
  static boolean isOffline(Database database) {
    return database.getConnection() instanceof OfflineConnection;
  }

  /** Over the connection of a database that is PostgreSQL, and not offline. */
  static Session of(Database database) {
    Connection connection = connection(database);
    @Nullable String schema = schema(database);
    try {
      return new Session(
          connection,
          schema == null ? currentSchema(connection) : schema,
          table(database),
          PlPythonSettings.current());
    } catch (SQLException error) {
      throw new UnexpectedLiquibaseException(
          "The database could not be asked for its schema: " + error.getMessage(), error);
    }
  }

  private static Connection connection(Database database) {
    return ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
  }

  /** Whether it is over the connection that a database has now. */
  boolean isOver(Database database) {
    return connection == connection(database);
  }

  /** The schema that Liquibase keeps its tables in; null: the session's first. */
  static @Nullable String schema(Database database) {
    return Optional.ofNullable(database.getLiquibaseSchemaName())
        .orElse(database.getDefaultSchemaName());
  }

  /** Liquibase's history. */
  static String table(Database database) {
    return database.correctObjectName(
        database.getDatabaseChangeLogTableName(), liquibase.structure.core.Table.class);
  }

  private static String currentSchema(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT current_schema()");
        ResultSet row = statement.executeQuery()) {
      row.next();
      @Nullable String schema = row.getString(1);
      return schema == null ? "" : schema;
    }
  }

  /** What may be done, with the history as the project where none is set. */
  PlanSettings plan() {
    return plan(settings, schema, table);
  }

  static PlanSettings plan(PlPythonSettings settings, String schema, String table) {
    String prefix = schema.isEmpty() ? "" : schema + ".";
    String quoted = schema.isEmpty() ? "" : Identifier.quote(schema) + ".";
    return settings.planSettings(prefix + table, quoted + PlanSettings.REGISTRY);
  }

  /** How long to wait. */
  DeploySettings timing() {
    return settings.deploySettings();
  }

  /** A deploy in Liquibase's transaction. */
  JoinedDeployment deployment(PlanSettings plan) {
    return new JoinedDeployment(connection, plan, timing());
  }

  /**
   * Whether sources were deployed before, and others since.
   *
   * @param release what they hold, as a hash
   */
  boolean isEarlier(Past past, String release) {
    return !settings.isAllowDowngrade() && past.releases().isSuperseded(release);
  }

  /** Something that asks the database. */
  interface Question<T> {
    T ask() throws SQLException;
  }

  /** Asks, and leaves the transaction as it was, whatever becomes of it. */
  <T> T ask(Question<T> question) {
    try {
      if (connection.getAutoCommit()) {
        return question.ask();
      }
      Savepoint before = connection.setSavepoint();
      try {
        return question.ask();
      } finally {
        connection.rollback(before);
        connection.releaseSavepoint(before);
      }
    } catch (SQLException error) {
      throw new UnexpectedLiquibaseException(
          "The database could not be asked what of the Python sources it holds: "
              + error.getMessage(),
          error);
    }
  }
}
