package org.plpython.plan;

import java.util.Locale;

/** Why something changes. */
public enum Reason {
  /** The database does not hold it. */
  NEW,
  /** Its author changed it. */
  SOURCE_CHANGED,
  /** Somebody changed it, or dropped it, in the database. */
  DRIFTED,
  /** Its author changed what CREATE OR REPLACE cannot. */
  SIGNATURE_CHANGED,
  /** The database holds another one of its name that is not ours, and it is told to be. */
  ADOPTED,
  /** The sources no longer hold it. */
  GONE;

  /** In words. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
