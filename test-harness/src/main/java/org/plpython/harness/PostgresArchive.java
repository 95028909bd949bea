package org.plpython.harness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's binaries: a tar file compressed with xz, itself one file on the class path. */
final class PostgresArchive {

  private static final int EXECUTABLE = 0100;

  private PostgresArchive() {}

  static void unpackInto(Architecture architecture, UnpackedTree tree) throws IOException {
    try (InputStream packed = architecture.postgres().open().getInputStream();
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        unpack(entry, tar, tree);
        entry = tar.getNextEntry();
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, UnpackedTree tree)
      throws IOException {
    Optional<String> target = Recipe.postgresTarget(entry.getName());
    if (entry.isDirectory() || target.isEmpty()) {
      return;
    }
    if (entry.isSymbolicLink()) {
      tree.link(target.get(), entry.getLinkName());
    } else {
      tree.file(target.get(), content, (entry.getMode() & EXECUTABLE) != 0);
    }
  }
}
