package org.plpython.descriptor;

/** When something is installed, where its author says so. */
public enum Turn {
  /** Before the migrations that are pending, so that they may call it. */
  EARLY,
  /** After everything else that a deploy installs. */
  LATE
}
