package org.plpython.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The server's process that serves a connection, as Linux tells of it; it runs on this machine.
 *
 * @param process its number
 */
record Backend(int process) {
  private static final double TICKS = 100;

  static Backend of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return new Backend(row.getInt(1));
    }
  }

  /** What it took so far, in the kernel too; fields 14 and 15 of proc_pid_stat(5). */
  double processorSeconds() throws IOException {
    String stat = Files.readString(file("stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }

  /** The most that it had in memory, pages that it shares with others included. */
  double peakMegabytes() throws IOException {
    return Files.readAllLines(file("status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024.0;
  }

  private Path file(String name) {
    return Path.of("/proc/" + process + "/" + name);
  }
}
