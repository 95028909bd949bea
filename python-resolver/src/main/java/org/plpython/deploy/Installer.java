package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plpython.object.Aggregate;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Routine;
import org.plpython.object.Trigger;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.ServerEncoding;

/** Installs objects in the transaction of a connection; commits and rollbacks are its owner's. */
public final class Installer {
  private final SqlRunner sql;
  private @Nullable ServerEncoding known;

  /** Over the given connection. */
  public Installer(Connection connection) {
    this.sql = new SqlRunner(connection);
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
        new TriggerInstaller(sql).install(trigger);
      } else if (object instanceof Aggregate aggregate) {
        install(aggregate.state());
        aggregate.finalFunction().ifPresent(this::install);
        aggregate.combineFunction().ifPresent(this::install);
        runAll(aggregate);
      } else if (object instanceof EventTrigger trigger) {
        EventTriggerSupport.require(sql.connection(), trigger);
        install(trigger.function());
        new EventTriggerInstaller(sql).install(trigger);
      } else {
        installRoutine((Routine) object);
      }
    } catch (SQLException error) {
      throw ServerError.explain(object, error);
    }
  }

  private void installRoutine(Routine routine) throws SQLException {
    if (routine instanceof Routine.EventTriggerFunction) {
      EventTriggerSupport.require(sql.connection(), routine);
    }
    ServerEncoding encoding = encoding();
    Optional<String> refused = encoding.firstRefused(DdlWriter.body(routine, encoding));
    if (refused.isPresent()) {
      throw ServerError.notInEncoding(routine, refused.get(), encoding);
    }
    sql.run(DdlWriter.compileCheck(routine, encoding));
    runAll(routine);
  }

  private ServerEncoding encoding() throws SQLException {
    ServerEncoding encoding = known;
    if (encoding == null) {
      encoding = new ServerEncoding(sql.value("SHOW server_encoding"));
      known = encoding;
    }
    return encoding;
  }

  private void runAll(DatabaseObject object) throws SQLException {
    for (String statement : DdlWriter.statements(object, encoding())) {
      sql.run(statement);
    }
  }
}
