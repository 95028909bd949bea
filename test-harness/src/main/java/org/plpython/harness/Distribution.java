package org.plpython.harness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * PostgreSQL and the Python it runs, unpacked.
 *
 * @param root the folder that holds both
 */
record Distribution(Path root) {

  private static final String POSTGRES = "postgres";
  private static final String PYTHON = "python";

  /** Unpacks both archives and joins them. */
  static void unpackInto(Architecture architecture, Path folder) throws IOException {
    PostgresArchive.unpackInto(architecture, new UnpackedTree(folder.resolve(POSTGRES)));
    PythonArchive.unpackInto(architecture, new UnpackedTree(folder.resolve(PYTHON)));
    UnpackedTree tree = new UnpackedTree(folder);
    for (Map.Entry<String, String> link : Recipe.LINKS.entrySet()) {
      tree.link(link.getKey(), link.getValue());
    }
  }

  /** The server's; Python finds its own name on their PATH. */
  ServerPrograms programs() {
    Map<String, String> environment = new TreeMap<>(pythonEnvironment());
    environment.put("PATH", pythonHome() + ":" + ServerProcess.PATH);
    return new ServerPrograms(
        Recipe.POSTGRES_VERSION, root.resolve(POSTGRES).resolve("bin"), environment, root);
  }

  Path pythonHome() {
    return root.resolve(PYTHON);
  }

  Path pythonExecutable() {
    return pythonHome().resolve("python3.14");
  }

  Path standardLibrary() {
    return pythonHome().resolve("lib").resolve("python3.14");
  }

  /**
   * What makes Python behave alike on every machine: its own library, nothing of the user's, UTF-8
   * whatever the locale, and PostgreSQL's time zones, as the machine may have none.
   */
  Map<String, String> pythonEnvironment() {
    return Map.of(
        "PYTHONHOME",
        pythonHome().toString(),
        "PYTHONNOUSERSITE",
        "1",
        "PYTHONUTF8",
        "1",
        "PYTHONTZPATH",
        root.resolve("postgres/share/postgresql/timezone").toString());
  }
}
