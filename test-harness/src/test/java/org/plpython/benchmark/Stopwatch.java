package org.plpython.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.plpython.benchmark.Figures.Sample;

/** Measures what something takes: time on the clock, and processor time of both sides. */
final class Stopwatch {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private Stopwatch() {}

  /** Something that takes time. */
  interface Action {
    void run() throws Exception;
  }

  /** Runs it. */
  static Sample measure(Action action) throws Exception {
    return measure(Optional.empty(), action);
  }

  /** Runs it, with what the server's process does for it. */
  static Sample measure(Optional<Backend> backend, Action action) throws Exception {
    double server = backend.isPresent() ? backend.get().processorSeconds() : 0;
    double client = SYSTEM.getProcessCpuTime() / 1e9;
    long start = System.nanoTime();
    action.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Sample(
        seconds,
        SYSTEM.getProcessCpuTime() / 1e9 - client,
        backend.isPresent() ? backend.get().processorSeconds() - server : 0,
        backend.isPresent() ? backend.get().peakMegabytes() : 0);
  }
}
