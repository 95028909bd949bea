package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.catalog.ServerFacts;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Routine;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;
import org.plpython.plan.Refusal;
import org.plpython.plan.Target;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.ServerEncoding;

/** Finds what the server, or the role, cannot take of a plan, before anything is done. */
final class Requirements {
  /** The first version whose PL/Python can be called for events. */
  private static final int EVENT_TRIGGERS = 190_000;

  private final Connection connection;
  private final ServerFacts server;
  private final ServerEncoding encoding;
  private final List<Refusal> refusals = new ArrayList<>();

  Requirements(Connection connection, ServerFacts server) {
    this.connection = connection;
    this.server = server;
    this.encoding = new ServerEncoding(server.encoding());
  }

  /** All of it. */
  List<Refusal> missing(Plan plan) throws SQLException {
    List<DatabaseObject> objects =
        plan.changes().stream()
            .map(Change::after)
            .flatMap(Optional::stream)
            .map(Target::object)
            .toList();
    for (DatabaseObject object : objects) {
      if (isOfEvents(object) && server.versionNumber() < EVENT_TRIGGERS) {
        refusals.add(ServerError.noEventTriggers(object, server));
      } else if (object instanceof Routine routine) {
        checkEncoding(routine);
      }
    }
    if (refusals.isEmpty()) {
      for (DatabaseObject object : objects) {
        if (object instanceof Routine routine) {
          compile(routine);
        }
      }
    }
    return refusals;
  }

  private static boolean isOfEvents(DatabaseObject object) {
    return object instanceof EventTrigger || object instanceof Routine.EventTriggerFunction;
  }

  private void checkEncoding(Routine routine) {
    encoding
        .firstRefused(DdlWriter.body(routine, encoding))
        .ifPresent(word -> refusals.add(ServerError.notInEncoding(routine, word, encoding)));
  }

  private void compile(Routine routine) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      new SqlRunner(connection).run(DdlWriter.compileCheck(routine, encoding));
      connection.releaseSavepoint(before);
    } catch (SQLException error) {
      connection.rollback(before);
      refusals.add(ServerError.refusal(routine, error));
    }
  }
}
