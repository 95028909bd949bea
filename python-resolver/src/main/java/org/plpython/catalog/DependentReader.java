package org.plpython.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** x. */
public final class DependentReader {
  private DependentReader() {}

  /** x. */
  public static Map<Long, List<Dependent>> read(Connection c, Collection<Long> o)
      throws SQLException {
    return Map.of();
  }
}
