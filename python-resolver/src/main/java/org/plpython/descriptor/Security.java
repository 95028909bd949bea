package org.plpython.descriptor;

/** With whose rights a function runs; the manual's CREATE FUNCTION, under SECURITY. */
public enum Security {
  /** With its caller's; the default. */
  INVOKER,
  /** With its owner's. */
  DEFINER
}
