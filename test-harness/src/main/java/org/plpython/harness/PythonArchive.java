package org.plpython.harness;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URLConnection;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Python's interpreter and standard library: a folder in a jar, be it their own jar or one that
 * many were merged into.
 */
final class PythonArchive {

  private static final String EXECUTABLE = "python3.14";

  private PythonArchive() {}

  static void unpackInto(Architecture architecture, UnpackedTree tree) throws IOException {
    ClassPathArchive library = architecture.python();
    URLConnection connection = library.open();
    if (!(connection instanceof JarURLConnection inJar)) {
      throw new IOException("Python can be unpacked from a jar only, not from " + library.url());
    }
    try (JarFile jar = inJar.getJarFile()) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        unpack(jar, entries.nextElement(), architecture.pythonFolder(), tree);
      }
    }
  }

  private static void unpack(JarFile jar, JarEntry entry, String folder, UnpackedTree tree)
      throws IOException {
    if (entry.isDirectory() || !entry.getName().startsWith(folder)) {
      return;
    }
    Optional<String> target = Recipe.pythonTarget(entry.getName().substring(folder.length()));
    if (target.isPresent()) {
      try (InputStream content = jar.getInputStream(entry)) {
        tree.file(target.get(), content, target.get().equals(EXECUTABLE));
      }
    }
  }
}
