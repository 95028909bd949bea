package org.plpython.deploy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.plpython.object.EventTrigger;
import org.plpython.sql.EventTriggerStatements;

/**
 * Creates event triggers, whose functions are there, and replaces them: drops and creates them, as
 * there is no other way. What their authors do not declare stays: owner, comment and state.
 */
final class EventTriggerInstaller {
  private static final String QUERY =
      """
      SELECT pg_catalog.pg_get_userbyid(evtowner), evtenabled,
        pg_catalog.obj_description(oid, 'pg_event_trigger')
      FROM pg_catalog.pg_event_trigger WHERE evtname = ?""";

  private final SqlRunner sql;

  EventTriggerInstaller(SqlRunner sql) {
    this.sql = sql;
  }

  void install(EventTrigger trigger) throws SQLException {
    EventTriggerStatements statements = new EventTriggerStatements(trigger);
    Optional<Installed> before = find(trigger);
    if (before.isPresent()) {
      sql.run(statements.drop());
    }
    sql.run(statements.create());
    Optional<String> declared = statements.declareState();
    if (declared.isPresent()) {
      sql.run(declared.get());
    }
    if (before.isPresent()) {
      restore(statements, before.get(), declared.isPresent());
    }
  }

  private void restore(EventTriggerStatements statements, Installed old, boolean hasState)
      throws SQLException {
    if (!hasState) {
      sql.run(statements.restoreState(old.state()));
    }
    if (old.comment().isPresent()) {
      sql.run(statements.restoreComment(old.comment().get()));
    }
    sql.run(statements.restoreOwner(old.owner()));
  }

  /**
   * What is there before a deploy.
   *
   * @param state pg_event_trigger.evtenabled
   */
  private record Installed(String owner, String state, Optional<String> comment) {}

  private Optional<Installed> find(EventTrigger trigger) throws SQLException {
    try (PreparedStatement query = sql.connection().prepareStatement(QUERY)) {
      query.setString(1, trigger.name());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Installed(
                    row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3))))
            : Optional.empty();
      }
    }
  }
}
