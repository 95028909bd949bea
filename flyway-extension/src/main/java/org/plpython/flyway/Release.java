package org.plpython.flyway;

import java.util.List;
import java.util.TreeSet;
import org.plpython.object.Checksum;
import org.plpython.object.DatabaseObject;

/** What the sources hold, in one hash: the same whoever resolves them. */
final class Release {
  private Release() {}

  static String of(List<DatabaseObject> objects) {
    TreeSet<String> lines = new TreeSet<>();
    for (DatabaseObject object : objects) {
      lines.add(object.kind() + " " + object.identity() + " " + object.checksum().sha256());
    }
    return Checksum.ofText(String.join("\n", lines)).sha256();
  }
}
