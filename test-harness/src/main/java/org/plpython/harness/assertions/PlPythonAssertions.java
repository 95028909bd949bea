package org.plpython.harness.assertions;

import org.plpython.harness.PlPythonDatabase;

/** Where all assertions begin. */
public final class PlPythonAssertions {

  private PlPythonAssertions() {}

  /**
   * Begins an assertion.
   *
   * @param database the database; each call and each statement has a connection of its own, with
   *     autocommit on
   */
  public static DatabaseAssert assertThat(PlPythonDatabase database) {
    return new DatabaseAssert(database, database.sources());
  }
}
