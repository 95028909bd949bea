package org.plpython.object;

import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.DatabaseEvent;
import org.plpython.descriptor.EnabledState;

/**
 * A trigger of a whole database: it fires for commands that change the schema.
 *
 * @param tags the commands it fires for; empty: any
 * @param enabled empty: not declared, and what somebody set stays
 * @param function what it calls
 */
public record EventTrigger(
    String name,
    DatabaseEvent event,
    List<String> tags,
    Optional<EnabledState> enabled,
    Routine.EventTriggerFunction function,
    Install install,
    Origin origin)
    implements DatabaseObject {
  public EventTrigger {
    tags = List.copyOf(tags);
  }

  @Override
  public String kind() {
    return "event trigger";
  }

  @Override
  public String identity() {
    return Identifier.quote(name);
  }
}
