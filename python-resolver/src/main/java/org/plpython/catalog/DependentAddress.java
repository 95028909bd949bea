package org.plpython.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What pg_depend calls an object.
 *
 * @param column pg_attribute.attnum; 0: the whole object
 */
record DependentAddress(long catalog, long oid, int column) {
  /** Fixed in every PostgreSQL; pg_class.dat. */
  static final long CLASSES = 1259;

  /** Fixed in every PostgreSQL; pg_proc.h. */
  static final long ROUTINES = 1255;

  static DependentAddress ofRoutine(long oid) {
    return new DependentAddress(ROUTINES, oid, 0);
  }

  /** Reads three columns from the first on. */
  static DependentAddress read(ResultSet row, int first) throws SQLException {
    return new DependentAddress(row.getLong(first), row.getLong(first + 1), row.getInt(first + 2));
  }

  DependentAddress whole() {
    return new DependentAddress(catalog, oid, 0);
  }
}
