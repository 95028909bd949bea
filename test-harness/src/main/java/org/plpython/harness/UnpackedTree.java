package org.plpython.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A folder that is being filled. Everything in it is readable for all users, whatever the umask, as
 * the server may run as another user than the JVM.
 *
 * @param root the folder
 */
record UnpackedTree(Path root) {

  private static final Set<PosixFilePermission> PROGRAM =
      PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> DOCUMENT =
      PosixFilePermissions.fromString("rw-r--r--");

  void file(String path, InputStream content, boolean executable) throws IOException {
    Path target = resolve(path);
    folder(parentOf(target));
    Files.copy(content, target);
    Files.setPosixFilePermissions(target, executable ? PROGRAM : DOCUMENT);
  }

  void link(String path, String destination) throws IOException {
    Path target = resolve(path);
    folder(parentOf(target));
    Files.createSymbolicLink(target, Path.of(destination));
  }

  /** Makes a folder that everyone may enter, and its parents where they are missing. */
  static void folder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    folder(parentOf(folder));
    Files.createDirectories(folder);
    openToAll(folder);
  }

  static void openToAll(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PROGRAM);
  }

  private Path resolve(String path) throws IOException {
    Path target = root.resolve(path).normalize();
    if (!target.startsWith(root)) {
      throw new IOException("the archive's entry " + path + " lies outside of its folder");
    }
    return target;
  }

  private static Path parentOf(Path path) throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IOException(path + " has no parent folder");
    }
    return parent;
  }
}
