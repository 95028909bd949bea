package org.plpython.object;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plpython.descriptor.Mark;
import org.plpython.python.Bundle;
import org.plpython.python.Bundler;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement;
import org.plpython.python.Statement.Function;
import org.plpython.python.Statement.ImportedName;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;

/** Builds the programs of one file's routines. */
final class ProgramBuilder {
  private final PythonFile file;
  private final Bundler bundler;
  private final Set<String> siblings;
  private final Diagnostics diagnostics;
  private final Map<Function, Bundle> bundles = new HashMap<>();
  private final Set<Position> reportedImports = new HashSet<>();

  /**
   * For one file.
   *
   * @param siblings the modules that the source roots hold: they are not on the server
   */
  ProgramBuilder(PythonFile file, Set<String> siblings, Diagnostics diagnostics) {
    this.file = file;
    this.bundler = new Bundler(file, Mark::isDeclaring);
    this.siblings = siblings;
    this.diagnostics = diagnostics;
  }

  private Bundle bundle(Function function) {
    return bundles.computeIfAbsent(function, bundler::bundle);
  }

  /** The program of a function; a trigger's may refer to the row class too. */
  Program program(Function function, boolean isTrigger) {
    Bundle bundle = bundle(function);
    Map<String, String> provided = new TreeMap<>();
    for (String name : bundle.marksUsed()) {
      String origin = file.originOf(name).orElseThrow();
      if (origin.equals(Mark.PLPY) || (isTrigger && origin.equals(Mark.ROW))) {
        provided.put(name, origin);
      } else {
        reportNotOnServer(function, name, origin);
      }
    }
    refuseSiblings(bundle);
    return new Program(file.source().path(), function.name(), bundle.text(), provided);
  }

  private void reportNotOnServer(Function function, String name, String origin) {
    diagnostics.report(
        file.source(),
        function.position(),
        "'" + function.name() + "' uses '" + name + "' (" + origin + ") when it runs",
        "The server has only plpy of it: write from plpython import plpy, and plpy.execute(...).");
  }

  /** Imports of the source roots' own files fail in the server: nothing but this file is there. */
  private void refuseSiblings(Bundle bundle) {
    for (Statement statement : file.statements()) {
      if (statement instanceof Statement.Import names
          && bundle.numbers().contains(names.lines().first())) {
        names.imported().stream().filter(this::isSibling).forEach(this::reportSibling);
      }
    }
  }

  private boolean isSibling(ImportedName name) {
    String module = name.origin();
    return module.startsWith(".")
        || siblings.contains(module)
        || siblings.contains(module.replaceFirst("\\.[^.]*$", ""));
  }

  private void reportSibling(ImportedName name) {
    if (reportedImports.add(name.position())) {
      diagnostics.report(
          file.source(),
          name.position(),
          "'" + name.name() + "' comes from another file of the source root",
          "Only what stands in a function's own file is installed with it: move the definition"
              + " here, or install it as a module on the server and out of the source root.");
    }
  }

  /** Where a function or a trigger of it comes from. */
  Origin origin(Function function, Position position) {
    return new Origin(file.source(), position, bundle(function).numbers());
  }
}
