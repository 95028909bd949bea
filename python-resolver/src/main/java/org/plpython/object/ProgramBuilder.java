package org.plpython.object;

import java.util.HashSet;
import java.util.IdentityHashMap;
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
  private final IdentityHashMap<Function, Bundle> bundles = new IdentityHashMap<>();
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

  /** The program of a function that SQL calls. */
  Program program(Function function) {
    return program(function, Set.of(), Set.of(Mark.PLPY));
  }

  /**
   * The program of a trigger function, which may refer to the row class too.
   *
   * @param models names of the classes that its rows are made objects of
   */
  Program triggerProgram(Function function, Set<String> models) {
    return program(function, models, Set.of(Mark.PLPY, Mark.ROW));
  }

  private Program program(Function function, Set<String> more, Set<String> onServer) {
    Bundle bundle = bundler.bundle(function, more);
    bundles.put(function, bundle);
    Map<String, String> provided = new TreeMap<>();
    for (String name : bundle.marksUsed()) {
      String origin = file.originOf(name).orElseThrow();
      if (onServer.contains(origin)) {
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
      if (!statement.imported().isEmpty() && bundle.numbers().contains(statement.lines().first())) {
        statement.imported().stream().filter(this::isSibling).forEach(this::reportSibling);
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

  /** Where a function or a trigger of it comes from, once its program has been built. */
  Origin origin(Function function, Position position) {
    Bundle bundle = bundles.get(function);
    if (bundle == null) {
      throw new IllegalStateException("no program yet: " + function.name());
    }
    return new Origin(file.source(), position, bundle.numbers());
  }
}
