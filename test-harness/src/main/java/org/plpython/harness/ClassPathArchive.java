package org.plpython.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;

/**
 * A file that must be on the class path because a dependency carries it.
 *
 * @param url where it was found
 */
record ClassPathArchive(URL url) {

  /**
   * Finds the file.
   *
   * @throws PlPythonServerException when it is missing; the message names the dependency
   */
  static ClassPathArchive named(String resource, String dependency) {
    URL url = ClassPathArchive.class.getResource("/" + resource);
    if (url == null) {
      throw new PlPythonServerException(
          resource + " is not on the class path: add the dependency " + dependency);
    }
    return new ClassPathArchive(url);
  }

  URLConnection open() throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection;
  }

  /** Tells other editions of the file apart without reading it: its size in bytes. */
  String fingerprint() {
    try {
      URLConnection connection = open();
      try (var unused = connection.getInputStream()) {
        return Long.toString(connection.getContentLengthLong());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
