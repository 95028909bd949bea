package org.plpython.harness;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that all of the JVM shares: it starts when first asked for, and again once closed. */
final class SharedServer<S extends PlPythonServer> {
  private final Supplier<S> start;
  private @Nullable S running;

  SharedServer(Supplier<S> start) {
    this.start = start;
  }

  synchronized S get() {
    S server = running;
    if (server == null || server.isClosed()) {
      server = start.get();
      running = server;
    }
    return server;
  }
}
