package org.plpython.harness.assertions;

/** Assertions on an installed trigger. */
public final class TriggerAssert extends InstalledAssert<TriggerAssert> {

  TriggerAssert(CatalogRow row) {
    super(row, TriggerAssert.class);
  }

  /** Checks that it fires in ordinary sessions. */
  public TriggerAssert isEnabled() {
    return has("enabled", "true");
  }

  /** Checks that it does not fire. */
  public TriggerAssert isDisabled() {
    return has("enabled", "false");
  }

  /**
   * Checks which function it calls.
   *
   * @param name with its schema, {@code shop.clean_isbn}
   */
  public TriggerAssert callsFunction(String name) {
    return has("function", name);
  }

  /**
   * Checks the rest of CREATE TRIGGER behind the trigger's name.
   *
   * @param sql as PostgreSQL writes it, {@code BEFORE INSERT ON shop.book FOR EACH ROW EXECUTE
   *     FUNCTION shop.clean_isbn()}
   */
  public TriggerAssert hasDefinition(String sql) {
    return has("definition", sql);
  }
}
