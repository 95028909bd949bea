package org.plpython.catalog;

/** x. */
public record Dependent(Kind kind, String identity, boolean isRecreatable) {
  /** x. */
  public enum Kind {
    /** x. */
    TRIGGER
  }
}
