package org.plpython.harness;

import java.time.Duration;

/** A point in time until which something is polled, so that no wait is without a bound. */
record Deadline(long nanoTime) {

  private static final long PAUSE_MILLIS = 10;

  static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  boolean passed() {
    return System.nanoTime() - nanoTime > 0;
  }

  /**
   * Waits for one short step between two looks.
   *
   * @throws PlPythonServerException when the thread is interrupted; its interrupt flag stays set
   */
  void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlPythonServerException("Interrupted while waiting for the server", e);
    }
  }
}
