package org.plpython.harness;

import java.nio.file.Path;

/** The binaries that this machine's tests share, in the cache that they would use by themselves. */
final class SharedDistribution {

  private SharedDistribution() {}

  static Path folder() {
    return CacheFolder.ofThisJvm().choose(ServerAccount.detect()::canEnter);
  }

  static Distribution get() {
    return new DistributionCache(folder()).get(line -> {});
  }
}
