package org.plpython.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The program {@code plpython}. */
public final class Main {
  private Main() {}

  /** Runs one verb and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    PlPythonCommand command =
        new PlPythonCommand(writer(FileDescriptor.out), writer(FileDescriptor.err));
    System.exit(command.run(arguments));
  }

  /** UTF-8 whatever the locale: the same input gives the same bytes. */
  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }
}
