package org.plpython.harness;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who made something that outlives a killed JVM.
 *
 * @param machine the machine's name
 * @param process the number of the JVM's process
 * @param began when it began, in seconds, as numbers of processes are used again
 */
record JvmMark(String machine, long process, long began) {

  private static final Pattern TEXT = Pattern.compile("(.+) (\\d+) (\\d+)");

  static JvmMark ofThisJvm() {
    return of(ProcessHandle.current());
  }

  static Optional<JvmMark> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new JvmMark(
                parts.group(1), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  /** Whether the JVM was on this machine and is no more; of other machines nothing is known. */
  boolean isGone() {
    return machine.equals(ofThisJvm().machine())
        && ProcessHandle.of(process).map(JvmMark::of).filter(this::equals).isEmpty();
  }

  @Override
  public String toString() {
    return machine + " " + process + " " + began;
  }

  private static JvmMark of(ProcessHandle process) {
    long began = process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    return new JvmMark(machineName(), process.pid(), began);
  }

  private static String machineName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
