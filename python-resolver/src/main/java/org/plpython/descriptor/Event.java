package org.plpython.descriptor;

/** What a row trigger fires for. */
public enum Event {
  /** A new row. */
  INSERT,
  /** A changed row. */
  UPDATE,
  /** A row that goes. */
  DELETE
}
