package org.plpython.object;

import java.util.ArrayList;
import java.util.List;
import org.plpython.descriptor.DeclarationReader;
import org.plpython.descriptor.Placeholders;
import org.plpython.python.PythonFile;
import org.plpython.python.PythonParser;
import org.plpython.source.Diagnostics;
import org.plpython.source.SourceFile;

/** Short ways to database objects, for tests. */
final class Objects {
  private Objects() {}

  static PythonFile parse(String text) {
    return new PythonParser().parse(new SourceFile("sources", "file.py", text));
  }

  /** All objects of a file, which holds no mistake. */
  static List<DatabaseObject> of(String text) {
    Diagnostics diagnostics = new Diagnostics();
    PythonFile file = parse(text);
    List<DatabaseObject> objects =
        new ObjectBuilder(TypeMapping.DEFAULT, Placeholders.NONE, diagnostics)
            .build(
                List.of(file),
                new ArrayList<>(
                    new DeclarationReader(file, Placeholders.NONE, diagnostics).read()));
    diagnostics.throwIfAny();
    return objects;
  }
}
