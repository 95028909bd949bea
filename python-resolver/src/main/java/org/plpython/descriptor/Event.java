package org.plpython.descriptor;

/** What a trigger fires for. */
public enum Event {
  /** New rows. */
  INSERT,
  /** Changed rows. */
  UPDATE,
  /** Rows that go. */
  DELETE,
  /** All rows that go at once, without a look at them. */
  TRUNCATE
}
