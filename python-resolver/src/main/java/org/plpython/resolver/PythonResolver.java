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
import org.plpython.source.Location;
import org.plpython.source.SourceFile;
import org.plpython.source.SourceReader;

/**
 * Resolves Python sources to the objects that PostgreSQL shall hold: reads the files, parses them,
 * reads what they declare, and builds the objects. No database is touched and no Python is run.
 */
public final class PythonResolver {
  private final SourceReader reader;
  private final TypeMapping types;

  /** Class path locations are looked up with the given loader. */
  public PythonResolver(ClassLoader classLoader) {
    this(classLoader, TypeMapping.DEFAULT);
  }

  /** The same with another mapping of types. */
  public PythonResolver(ClassLoader classLoader, TypeMapping types) {
    this.reader = new SourceReader(classLoader);
    this.types = types;
  }

  /**
   * All objects of the locations: routines, triggers, then event triggers, each sorted by identity.
   * The same input gives the same result.
   *
   * @throws org.plpython.source.InvalidLocationException if a location holds no Python file
   * @throws InvalidSourceException if sources hold mistakes; it shows all of them
   */
  public List<DatabaseObject> resolve(List<Location> locations) {
    return resolveFiles(reader.read(locations), types);
  }

  /**
   * The same for files that somebody has read already.
   *
   * @throws InvalidSourceException if sources hold mistakes; it shows all of them
   */
  public static List<DatabaseObject> resolveFiles(List<SourceFile> sources) {
    return resolveFiles(sources, TypeMapping.DEFAULT);
  }

  /**
   * The same with another mapping of types.
   *
   * @throws InvalidSourceException if sources hold mistakes; it shows all of them
   */
  public static List<DatabaseObject> resolveFiles(List<SourceFile> sources, TypeMapping types) {
    Diagnostics diagnostics = new Diagnostics();
    List<PythonFile> files = parse(sources, diagnostics);
    List<Declaration> declarations = new ArrayList<>();
    for (PythonFile file : files) {
      declarations.addAll(new DeclarationReader(file, diagnostics).read());
    }
    List<DatabaseObject> objects = new ObjectBuilder(types, diagnostics).build(files, declarations);
    diagnostics.throwIfAny();
    return objects;
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
