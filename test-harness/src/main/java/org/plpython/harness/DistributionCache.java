package org.plpython.harness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder where binaries are unpacked once per machine. A tree is filled under another name and
 * then renamed, so what bears the final name is complete, whoever was killed on the way.
 *
 * @param folder the cache folder; made when it is missing
 */
record DistributionCache(Path folder) {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * The unpacked binaries; unpacks them first when no build has done so yet, and waits when another
   * one is at it.
   *
   * @param progress gets one line when it unpacks
   * @throws PlPythonServerException when the folder cannot be written
   */
  Distribution get(Consumer<String> progress) {
    Path complete = folder.resolve(Recipe.folderName(Architecture.ofThisJvm()));
    if (!Files.isDirectory(complete)) {
      unpackOnce(complete, progress);
    }
    return new Distribution(complete);
  }

  private void unpackOnce(Path complete, Consumer<String> progress) {
    try {
      UnpackedTree.folder(folder.toAbsolutePath());
      Path lockFile = folder.resolve(complete.getFileName() + ".lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock unused = lock(channel)) {
        if (!Files.isDirectory(complete)) {
          unpack(complete, progress);
        }
      }
    } catch (IOException e) {
      throw new PlPythonServerException(
          "Cannot unpack PostgreSQL and Python into "
              + folder
              + ": name a folder that can be written and has 150 MB free with -D"
              + CacheFolder.PROPERTY
              + "=FOLDER",
          e);
    }
  }

  private void unpack(Path complete, Consumer<String> progress) throws IOException {
    progress.accept(
        "unpacking PostgreSQL " + Recipe.POSTGRES_VERSION + " and Python 3.14 (once per machine)");
    String prefix = complete.getFileName() + ".part-";
    removeLeftovers(prefix);
    Path part = Files.createTempDirectory(folder, prefix);
    Distribution.unpackInto(Architecture.ofThisJvm(), part);
    UnpackedTree.openToAll(part);
    Files.move(part, complete, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whoever holds the lock is alone, so a part that is there was left by a build that died. */
  private void removeLeftovers(String prefix) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> siblings = Files.list(folder)) {
      leftovers =
          siblings.filter(path -> path.getFileName().toString().startsWith(prefix)).toList();
    }
    for (Path leftover : leftovers) {
      FileTree.delete(leftover);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    Deadline deadline = Deadline.in(PATIENCE);
    FileLock lock = tryLock(channel);
    while (lock == null) {
      if (deadline.passed()) {
        throw new IOException(
            "another build has been unpacking for " + PATIENCE.toMinutes() + " minutes");
      }
      deadline.pause();
      lock = tryLock(channel);
    }
    return lock;
  }

  /** A lock belongs to the whole JVM, which is told by an exception that another thread has it. */
  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }
}
