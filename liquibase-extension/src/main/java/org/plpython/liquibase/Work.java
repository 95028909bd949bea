package org.plpython.liquibase;

/** What a change does to a database. */
interface Work {
  /** Nothing. */
  Work NOTHING = () -> {};

  /**
   * Does it, in the transaction of Liquibase's connection.
   *
   * @throws org.plpython.PlPythonException if it is refused; the transaction must be rolled back
   */
  void run();
}
