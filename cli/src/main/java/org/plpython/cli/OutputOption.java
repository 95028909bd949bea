package org.plpython.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --output}. */
final class OutputOption {
  private final PrintWriter out;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to write it; an existing file is replaced. Default: standard output.")
  private @Nullable Path file;

  OutputOption(PrintWriter out) {
    this.out = out;
  }

  /** Whether it is written to a file. */
  boolean isFile() {
    return file != null;
  }

  /**
   * Writes the text, and nothing else.
   *
   * @throws InvalidArgumentException if it cannot be written
   */
  void write(String text) {
    if (file == null) {
      out.print(text);
      if (out.checkError()) {
        throw new InvalidArgumentException("Cannot write everything to standard output.");
      }
    } else {
      write(file, text);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException unwritable) {
      throw new InvalidArgumentException("Cannot write " + file + ": " + reason(unwritable) + ".");
    }
  }

  /** Java's own messages begin with the path, and often end with it. */
  private static String reason(IOException unwritable) {
    if (unwritable instanceof NoSuchFileException) {
      return "its folder does not exist";
    } else if (unwritable instanceof AccessDeniedException) {
      return "access is denied";
    }
    return unwritable instanceof FileSystemException known && known.getReason() != null
        ? known.getReason()
        : unwritable.toString();
  }
}
