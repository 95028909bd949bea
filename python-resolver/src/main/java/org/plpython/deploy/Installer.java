package org.plpython.deploy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Routine;
import org.plpython.object.Trigger;
import org.plpython.sql.DdlWriter;

/** Installs objects in the transaction of a connection; commits and rollbacks are its owner's. */
public final class Installer {
  private static final String ENABLED_STATE =
      "SELECT tgenabled FROM pg_catalog.pg_trigger"
          + " WHERE tgrelid = pg_catalog.to_regclass(?) AND tgname = ? AND NOT tgisinternal";

  private final Connection connection;

  /** Over the given connection. */
  public Installer(Connection connection) {
    this.connection = connection;
  }

  /**
   * Creates the object, or replaces it. What it needs is installed first: a trigger's function.
   *
   * @throws DeployException if the server refuses it, with the author's file and line
   */
  public void install(DatabaseObject object) {
    try {
      if (object instanceof Trigger trigger) {
        install(trigger.function());
        replaceTrigger(trigger);
      } else if (object instanceof Aggregate aggregate) {
        install(aggregate.state());
        aggregate.finalFunction().ifPresent(this::install);
        aggregate.combineFunction().ifPresent(this::install);
        runAll(aggregate);
      } else {
        execute(DdlWriter.compileCheck((Routine) object));
        runAll(object);
      }
    } catch (SQLException error) {
      throw ServerError.explain(object, error);
    }
  }

  private void runAll(DatabaseObject object) throws SQLException {
    for (String statement : DdlWriter.statements(object)) {
      execute(statement);
    }
  }

  /** CREATE OR REPLACE TRIGGER enables a trigger; one that somebody disabled stays so. */
  private void replaceTrigger(Trigger trigger) throws SQLException {
    Optional<String> before = enabledState(trigger);
    runAll(trigger);
    if (before.isPresent()) {
      for (String statement : DdlWriter.enabledState(trigger, before.get())) {
        execute(statement);
      }
    }
  }

  private Optional<String> enabledState(Trigger trigger) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(ENABLED_STATE)) {
      query.setString(1, trigger.table().sql());
      query.setString(2, trigger.name());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
