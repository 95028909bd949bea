package org.plpython.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A wheel, of the format 1.0 for pure Python. */
final class Wheel {
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Of a package's files. */
  Wheel(ProjectFile project, Metadata metadata, SortedMap<String, byte[]> sources, byte[] license) {
    String info = project.name() + "-" + project.version() + ".dist-info/";
    SortedMap<String, byte[]> all = new TreeMap<>(sources);
    all.put(info + "METADATA", metadata.metadata().getBytes(UTF_8));
    all.put(info + "WHEEL", metadata.wheel().getBytes(UTF_8));
    all.put(info + "entry_points.txt", metadata.entryPoints().getBytes(UTF_8));
    all.put(info + "licenses/LICENSE", license);
    files.putAll(all);
    files.put(info + "RECORD", record(all, info + "RECORD").getBytes(UTF_8));
  }

  /** The files as they are installed, and RECORD at their end. */
  Map<String, byte[]> files() {
    return files;
  }

  private static String record(SortedMap<String, byte[]> files, String name) {
    StringBuilder lines = new StringBuilder();
    files.forEach(
        (path, bytes) ->
            lines.append(path + ",sha256=" + digest(bytes) + "," + bytes.length + "\n"));
    return lines.append(name).append(",,\n").toString();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The wheel's bytes, the same on any machine with the same Java.
   *
   * @param time of all its files
   */
  byte[] bytes(LocalDateTime time) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
