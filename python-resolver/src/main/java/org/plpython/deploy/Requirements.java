package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.plpython.catalog.RegistryTable;
import org.plpython.catalog.ResolvedNames;
import org.plpython.catalog.ServerFacts;
import org.plpython.object.DatabaseObject;
import org.plpython.object.EventTrigger;
import org.plpython.object.Routine;
import org.plpython.object.Trigger;
import org.plpython.plan.Plan;
import org.plpython.plan.Refusal;
import org.plpython.plan.Target;
import org.plpython.plan.TargetResolver;
import org.plpython.sql.DdlWriter;
import org.plpython.sql.ServerEncoding;

/** Finds what the server, or the role, cannot take of a plan, before anything is done. */
final class Requirements {
  /** The first version whose PL/Python can be called for events. */
  private static final int EVENT_TRIGGERS = 190_000;

  private final Connection connection;
  private final ServerFacts server;
  private final RegistryTable registry;
  private final ResolvedNames names;
  private final ServerEncoding encoding;
  private final List<Refusal> refusals = new ArrayList<>();

  Requirements(
      Connection connection, ServerFacts server, RegistryTable registry, ResolvedNames names) {
    this.connection = connection;
    this.server = server;
    this.registry = registry;
    this.names = names;
    this.encoding = new ServerEncoding(server.encoding());
  }

  /** All of it. */
  List<Refusal> missing(Plan plan) throws SQLException {
    List<DatabaseObject> objects =
        plan.changes().stream()
            .flatMap(change -> change.after().stream())
            .map(Target::object)
            .toList();
    List<Routine> routines =
        objects.stream().filter(Routine.class::isInstance).map(Routine.class::cast).toList();
    objects.forEach(this::checkNames);
    objects.stream().filter(this::isTooNew).forEach(this::refuseEvents);
    routines.forEach(this::checkEncoding);
    boolean isUsable = checkLanguage(routines);
    refusals.addAll(new Rights(connection, server, registry).missing(plan));
    if (isUsable && refusals.isEmpty()) {
      refusals.addAll(new CompileChecker(connection, encoding).refused(routines));
    }
    return refusals;
  }

  private boolean checkLanguage(List<Routine> routines) {
    boolean isUsable = server.language() == ServerFacts.Language.USABLE;
    if (!isUsable && !routines.isEmpty()) {
      refusals.add(LanguageAdvice.refusal(server).waiting(List.copyOf(routines)));
    }
    return isUsable;
  }

  private void checkNames(DatabaseObject object) {
    for (String type : TargetResolver.types(List.of(object))) {
      if (names.type(type).isEmpty()) {
        refusals.add(ServerError.missing(object, "type", type, "42704").waiting(List.of(object)));
      }
    }
    if (object instanceof Trigger trigger && names.table(trigger.table().sql()).isEmpty()) {
      refusals.add(
          ServerError.missing(object, "table", trigger.table().sql(), "42P01")
              .waiting(List.of(object)));
    }
  }

  private boolean isTooNew(DatabaseObject object) {
    return (object instanceof EventTrigger || object instanceof Routine.EventTriggerFunction)
        && server.versionNumber() < EVENT_TRIGGERS;
  }

  private void refuseEvents(DatabaseObject object) {
    refusals.add(ServerError.noEventTriggers(object, server));
  }

  private void checkEncoding(Routine routine) {
    encoding
        .firstRefused(DdlWriter.body(routine, encoding))
        .ifPresent(word -> refusals.add(ServerError.notInEncoding(routine, word, encoding)));
  }
}
