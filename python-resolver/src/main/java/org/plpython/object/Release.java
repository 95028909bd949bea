package org.plpython.object;

import java.util.List;
import java.util.TreeSet;

/** What the sources hold, in one hash: the same whoever resolves them. */
public final class Release {
  private Release() {}

  /** The hash, whatever the order of the objects. */
  public static String of(List<DatabaseObject> objects) {
    TreeSet<String> lines = new TreeSet<>();
    for (DatabaseObject object : objects) {
      lines.add(object.kind() + " " + object.identity() + " " + object.checksum().sha256());
    }
    return Checksum.ofText(String.join("\n", lines)).sha256();
  }
}
