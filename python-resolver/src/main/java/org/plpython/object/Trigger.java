package org.plpython.object;

import org.plpython.descriptor.TriggerDefinition;

/**
 * A trigger of a table or a view.
 *
 * @param table or view
 * @param definition what it is; its events are never empty
 * @param function what it calls
 */
public record Trigger(
    String name,
    QualifiedName table,
    TriggerDefinition definition,
    Routine.TriggerFunction function,
    Origin origin)
    implements DatabaseObject {

  @Override
  public String kind() {
    return "trigger";
  }

  @Override
  public String identity() {
    return table.sql() + "." + Identifier.quote(name);
  }

  /** Whether its function can query all rows of the statement. */
  public boolean hasTransitionTables() {
    return !definition.transitionTables().isEmpty();
  }
}
