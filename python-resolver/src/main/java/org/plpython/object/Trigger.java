package org.plpython.object;

import org.plpython.descriptor.TriggerDefinition;

/**
 * A trigger of a table or a view.
 *
 * @param table or view
 * @param definition what it is; its events are never empty
 * @param function what it calls
 * @param isDetached adapters that run migrations drop it before each pending versioned one and make
 *     it again after it
 */
public record Trigger(
    String name,
    QualifiedName table,
    TriggerDefinition definition,
    Routine.TriggerFunction function,
    Install install,
    boolean isDetached,
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
