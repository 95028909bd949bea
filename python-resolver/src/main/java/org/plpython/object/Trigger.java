package org.plpython.object;

import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Event;
import org.plpython.descriptor.Timing;

/**
 * A row trigger.
 *
 * @param events sorted, never empty
 * @param columns after UPDATE OF; empty: any
 * @param condition after WHEN, as SQL
 * @param function what it calls
 */
public record Trigger(
    String name,
    QualifiedName table,
    Timing timing,
    List<Event> events,
    List<String> columns,
    Optional<String> condition,
    Routine.TriggerFunction function,
    Origin origin)
    implements DatabaseObject {
  public Trigger {
    events = List.copyOf(events);
    columns = List.copyOf(columns);
  }

  @Override
  public String kind() {
    return "trigger";
  }

  @Override
  public String identity() {
    return table.sql() + "." + Identifier.quote(name);
  }
}
