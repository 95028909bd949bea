package org.plpython.harness;

import java.util.Optional;

/** Where a server comes from. */
interface ServerProvider {

  /** What messages and settings call it: kind and version, {@code embedded:18}. */
  String name();

  /** Why it cannot serve on this machine and what to do about it; empty: it can, it seems. */
  Optional<String> obstacle();

  /**
   * The server that all of the JVM shares; the first call starts it.
   *
   * @throws UnsupportedPlatformException when this machine cannot run it
   * @throws PlPythonServerException when it does not start
   */
  PlPythonServer shared();
}
