package org.plpython.resolver;

import java.util.List;
import org.plpython.descriptor.Placeholders;
import org.plpython.object.DatabaseObject;
import org.plpython.object.ScriptFile;
import org.plpython.object.TypeMapping;
import org.plpython.source.InvalidSourceException;
import org.plpython.source.Location;
import org.plpython.source.ScriptNaming;
import org.plpython.source.SourceFile;
import org.plpython.source.SourceReader;

/**
 * Resolves Python sources to the objects that PostgreSQL shall hold: reads the files, parses them,
 * reads what they declare, and builds the objects. No database is touched and no Python is run.
 */
public final class PythonResolver {
  private static final Latest<Input, Resolved> LATEST = new Latest<>(PythonResolver::resolve);

  private final SourceReader reader;
  private final TypeMapping types;
  private final Placeholders placeholders;

  /** All that a result depends on. */
  private record Input(
      List<SourceFile> sources,
      TypeMapping types,
      Placeholders placeholders,
      ScriptNaming naming) {}

  /** Class path locations are looked up with the given loader. */
  public PythonResolver(ClassLoader classLoader) {
    this(classLoader, TypeMapping.DEFAULT);
  }

  /** The same with another mapping of types. */
  public PythonResolver(ClassLoader classLoader, TypeMapping types) {
    this(classLoader, types, Placeholders.NONE);
  }

  /** The same with values for placeholders. */
  public PythonResolver(ClassLoader classLoader, TypeMapping types, Placeholders placeholders) {
    this.reader = new SourceReader(classLoader);
    this.types = types;
    this.placeholders = placeholders;
  }

  /**
   * All objects of the locations: routines, triggers, then event triggers, each sorted by identity.
   * The same input gives the same result.
   *
   * @throws org.plpython.source.InvalidLocationException if a location holds no Python file
   * @throws InvalidSourceException if sources hold mistakes; it shows all of them
   */
  public List<DatabaseObject> resolve(List<Location> locations) {
    return resolveFiles(reader.read(locations), types, placeholders);
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
    return resolveFiles(sources, types, Placeholders.NONE);
  }

  /**
   * The same with values for placeholders.
   *
   * @throws InvalidSourceException if sources hold mistakes; it shows all of them
   */
  public static List<DatabaseObject> resolveFiles(
      List<SourceFile> sources, TypeMapping types, Placeholders placeholders) {
    return resolve(new Input(sources, types, placeholders, ScriptNaming.Versioned.DEFAULT))
        .objects();
  }

  /**
   * What sources hold.
   *
   * @param objects as {@link #resolve} has them
   * @param scripts in the order of their files
   */
  public record Resolved(List<DatabaseObject> objects, List<ScriptFile> scripts) {
    public Resolved {
      objects = List.copyOf(objects);
      scripts = List.copyOf(scripts);
    }
  }

  /**
   * All objects and all scripts of the locations.
   *
   * @throws org.plpython.source.InvalidLocationException if a location holds no Python file
   * @throws InvalidSourceException if sources hold mistakes; it shows all of them
   */
  public Resolved resolveAll(List<Location> locations, ScriptNaming naming) {
    return LATEST.resolve(new Input(reader.read(locations), types, placeholders, naming));
  }

  /**
   * All objects and all scripts of files that somebody has read already.
   *
   * @throws InvalidSourceException if sources hold mistakes; it shows all of them
   */
  public static Resolved resolveAll(
      List<SourceFile> sources, TypeMapping types, Placeholders placeholders, ScriptNaming naming) {
    return LATEST.resolve(new Input(sources, types, placeholders, naming));
  }

  private static Resolved resolve(Input input) {
    Resolution resolution =
        Resolution.of(input.sources(), input.types(), input.placeholders(), input.naming());
    resolution.diagnostics().throwIfAny();
    return new Resolved(resolution.objects(), resolution.scripts());
  }
}
