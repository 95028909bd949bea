package org.plpython.descriptor;

/** Whether parallel workers may run a function; the manual's CREATE FUNCTION, under PARALLEL. */
public enum Parallel {
  /** They may. */
  SAFE,
  /** Only the leader may. */
  RESTRICTED,
  /** No plan that holds it may be parallel; the default. */
  UNSAFE
}
