package org.plpython.harness.assertions;

/** Assertions on an installed function. */
public final class RoutineAssert extends InstalledAssert<RoutineAssert> {

  RoutineAssert(CatalogRow row) {
    super(row, RoutineAssert.class);
  }

  /** Checks that it is IMMUTABLE. */
  public RoutineAssert isImmutable() {
    return has("volatility", "immutable");
  }

  /** Checks that it is STABLE. */
  public RoutineAssert isStable() {
    return has("volatility", "stable");
  }

  /** Checks that it is VOLATILE. */
  public RoutineAssert isVolatile() {
    return has("volatility", "volatile");
  }

  /** Checks that it is PARALLEL SAFE. */
  public RoutineAssert isParallelSafe() {
    return has("parallel", "safe");
  }

  /** Checks that it is STRICT: NULL for NULL. */
  public RoutineAssert isStrict() {
    return has("strict", "true");
  }

  /** Checks that it is SECURITY DEFINER. */
  public RoutineAssert isSecurityDefiner() {
    return has("security definer", "true");
  }

  /** Checks whose it is. */
  public RoutineAssert isOwnedBy(String role) {
    return has("owner", role);
  }

  /**
   * Checks the type of its result.
   *
   * @param type as PostgreSQL writes it, {@code SETOF text}
   */
  public RoutineAssert hasResult(String type) {
    return has("result", type);
  }
}
