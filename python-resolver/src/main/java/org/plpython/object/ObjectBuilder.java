package org.plpython.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.EventTriggerDeclaration;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Declaration.TriggerDeclaration;
import org.plpython.python.PythonFile;
import org.plpython.source.Diagnostics;

/** Builds database objects from declarations. */
public final class ObjectBuilder {
  private final Diagnostics diagnostics;

  /** Mistakes go to the diagnostics. */
  public ObjectBuilder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * The objects that hold no mistake: routines, triggers, then event triggers, each sorted by
   * identity.
   *
   * @param files all files of the source roots, those that declare nothing too
   */
  public List<DatabaseObject> build(List<PythonFile> files, List<Declaration> declarations) {
    Set<String> siblings = new HashSet<>();
    files.forEach(file -> siblings.add(moduleName(file.source().path())));
    Map<PythonFile, ProgramBuilder> programs = new HashMap<>();
    List<DatabaseObject> objects = new ArrayList<>();
    for (Declaration declaration : declarations) {
      ProgramBuilder program =
          programs.computeIfAbsent(
              declaration.file(), file -> new ProgramBuilder(file, siblings, diagnostics));
      if (declaration instanceof FunctionDeclaration function) {
        new FunctionBuilder(function, diagnostics).build(program).ifPresent(objects::add);
      } else if (declaration instanceof TriggerDeclaration trigger) {
        objects.addAll(new TriggerBuilder(trigger, diagnostics).build(program));
      } else if (declaration instanceof EventTriggerDeclaration trigger) {
        objects.addAll(new EventTriggerBuilder(trigger, diagnostics).build(program));
      }
    }
    refuseDuplicates(objects);
    return objects.stream()
        .sorted(Comparator.comparing(ObjectBuilder::rank).thenComparing(DatabaseObject::identity))
        .toList();
  }

  /** Event triggers last: those of DDL would fire for what comes after them. */
  private static int rank(DatabaseObject object) {
    return object instanceof Routine ? 0 : object instanceof Trigger ? 1 : 2;
  }

  private static String moduleName(String path) {
    return path.replaceFirst("(/__init__)?\\.py$", "").replace('/', '.');
  }

  private void refuseDuplicates(List<DatabaseObject> objects) {
    Map<String, DatabaseObject> first = new HashMap<>();
    for (DatabaseObject object : objects) {
      String name = object.kind() + " " + object.identity();
      DatabaseObject earlier = first.putIfAbsent(name, object);
      if (earlier != null) {
        diagnostics.report(
            object.origin().file(),
            object.origin().position(),
            "the " + name + " is declared twice",
            "The other one is at "
                + earlier.origin()
                + ". Rename or remove one of the two."
                + (earlier.origin().file().equals(object.origin().file())
                    ? ""
                    : " A file that was renamed may still lie among the compiled resources: mvn"
                        + " clean."));
      }
    }
  }
}
