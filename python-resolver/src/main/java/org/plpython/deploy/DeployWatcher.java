package org.plpython.deploy;

import org.plpython.plan.Plan;
import org.plpython.plan.Step;

/** Sees what a deploy does while it does it. */
public interface DeployWatcher {
  /** Looks away. */
  DeployWatcher NONE = new DeployWatcher() {};

  /** What will be done now. */
  default void planned(Plan plan) {}

  /** A statement has run; nothing is committed yet. */
  default void done(Step step) {}

  /**
   * Others were in the way; everything was undone, and is tried again.
   *
   * @param reason what the server said
   * @param attempt its number, from 2
   */
  default void again(String reason, int attempt) {}
}
