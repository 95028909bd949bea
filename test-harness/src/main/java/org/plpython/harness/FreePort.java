package org.plpython.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of 127.0.0.1 that are free just now; another process may still be quicker to take them. */
final class FreePort {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private FreePort() {}

  static int next() {
    try (ServerSocket socket = take()) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes a free port until the socket is closed. */
  static ServerSocket take() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK));
  }
}
