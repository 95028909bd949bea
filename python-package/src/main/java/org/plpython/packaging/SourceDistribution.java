package org.plpython.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;

/** A source distribution (PEP 625): what is needed to build the package with Python's own tools. */
final class SourceDistribution {
  private static final int MODE = 0644;

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  /**
   * Of a project.
   *
   * @param others files beside the package's: pyproject.toml, README.md, LICENSE
   */
  SourceDistribution(
      ProjectFile project,
      Metadata metadata,
      SortedMap<String, byte[]> sources,
      Map<String, byte[]> others) {
    String folder = project.name() + "-" + project.version() + "/";
    sources.forEach((path, bytes) -> files.put(folder + path, bytes));
    others.forEach((path, bytes) -> files.put(folder + path, bytes));
    files.put(folder + "PKG-INFO", metadata.metadata().getBytes(UTF_8));
  }

  /**
   * The archive's bytes, the same on any machine with the same Java.
   *
   * @param time of all its files
   */
  byte[] bytes(Instant time) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GzipCompressorOutputStream(bytes), UTF_8.name())) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        entry.setMode(MODE);
        entry.setModTime(time.toEpochMilli());
        entry.setIds(0, 0);
        entry.setNames("root", "root");
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
