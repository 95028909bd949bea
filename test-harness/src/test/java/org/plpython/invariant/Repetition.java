package org.plpython.invariant;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database where all that the tests of a class did is repeated: they share theirs, so what they
 * leave for each other is here too. Nothing is done before somebody asks.
 */
final class Repetition implements AutoCloseable {
  private final List<History> pending = new ArrayList<>();
  private @Nullable ScratchDatabase database;

  /** The next test's. */
  void add(History history) {
    pending.add(history);
  }

  /** With the histories so far. */
  ScratchDatabase database() throws SQLException {
    ScratchDatabase known = database;
    if (known == null) {
      History any = pending.get(0);
      known = new ScratchDatabase(any.url(), any.user());
      database = known;
    }
    for (History history : pending) {
      history.repeat(known);
    }
    pending.clear();
    return known;
  }

  @Override
  public void close() throws SQLException {
    ScratchDatabase known = database;
    if (known != null) {
      known.close();
    }
  }
}
