package org.plpython.resolver;

import java.util.ArrayList;
import java.util.List;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.DeclarationReader;
import org.plpython.object.DatabaseObject;
import org.plpython.object.ObjectBuilder;
import org.plpython.object.TypeMapping;
import org.plpython.python.PythonFile;
import org.plpython.python.PythonParser;
import org.plpython.source.Diagnostics;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.SourceFile;

/**
 * What the stages make of sources.
 *
 * @param files all, those with syntax errors too
 * @param objects those that hold no mistake
 * @param diagnostics all mistakes
 */
record Resolution(
    List<PythonFile> files,
    List<Declaration> declarations,
    List<DatabaseObject> objects,
    Diagnostics diagnostics) {

  static Resolution of(List<SourceFile> sources, TypeMapping types) {
    Diagnostics diagnostics = new Diagnostics();
    List<PythonFile> files = parse(sources, diagnostics);
    List<Declaration> declarations = new ArrayList<>();
    for (PythonFile file : files) {
      declarations.addAll(new DeclarationReader(file, diagnostics).read());
    }
    List<DatabaseObject> objects = new ObjectBuilder(types, diagnostics).build(files, declarations);
    return new Resolution(files, declarations, objects, diagnostics);
  }

  private static List<PythonFile> parse(List<SourceFile> sources, Diagnostics diagnostics) {
    PythonParser parser = new PythonParser();
    List<PythonFile> files = new ArrayList<>();
    for (SourceFile source : sources) {
      try {
        files.add(parser.parse(source));
      } catch (InvalidSourceException syntaxError) {
        diagnostics.addAll(syntaxError.diagnostics());
        files.add(PythonFile.unreadable(source));
      }
    }
    return files;
  }
}
