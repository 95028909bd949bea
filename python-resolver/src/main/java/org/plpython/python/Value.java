package org.plpython.python;

import java.util.Optional;

/**
 * What an expression gives, as far as it can be told without running it.
 *
 * @param text of a string as it is written, or the variable's name
 */
public record Value(Kind kind, Optional<String> text) {

  /** Kinds of values. */
  public enum Kind {
    /** A string. */
    TEXT,
    /** A list or another sequence that can be changed. */
    LIST,
    /** A dictionary. */
    DICT,
    /** A set that can be changed. */
    SET,
    /** A set that cannot be changed. */
    FROZENSET,
    /** What can be gone through, and has no length or no order. */
    ITERATOR,
    /** What the variable of that name holds. */
    VARIABLE,
    /** Anything else. */
    OTHER
  }

  Value(Kind kind) {
    this(kind, Optional.empty());
  }

  /** Whether it can be changed after it was made. */
  public boolean isMutable() {
    return kind == Kind.LIST || kind == Kind.DICT || kind == Kind.SET;
  }
}
