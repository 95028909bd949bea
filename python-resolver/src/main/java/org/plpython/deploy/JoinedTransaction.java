package org.plpython.deploy;

import java.sql.Connection;
import java.sql.SQLException;

/** The transaction of a connection that is somebody else's, or, with autocommit, one of its own. */
final class JoinedTransaction {
  private JoinedTransaction() {}

  /** What is done in it. */
  interface Work<T> {
    T run() throws SQLException;
  }

  /** Does it. A transaction of its own is committed then, or rolled back if it fails. */
  static <T> T run(Connection connection, Work<T> work) throws SQLException {
    if (!connection.getAutoCommit()) {
      return work.run();
    }
    connection.setAutoCommit(false);
    try {
      T result = work.run();
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException failure) {
      connection.rollback();
      throw failure;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
