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
import org.plpython.descriptor.Mark;
import org.plpython.descriptor.Place;
import org.plpython.descriptor.Placeholders;
import org.plpython.python.Bundler;
import org.plpython.python.MissingImport;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree;
import org.plpython.source.Diagnostics;

/** Builds database objects from declarations. */
public final class ObjectBuilder {
  private final TypeSettings types;
  private final Diagnostics diagnostics;

  /** Mistakes go to the diagnostics. */
  public ObjectBuilder(TypeMapping mapping, Placeholders placeholders, Diagnostics diagnostics) {
    this.types = TypeSettings.of(mapping, placeholders);
    this.diagnostics = diagnostics;
  }

  /**
   * The objects that hold no mistake: routines, aggregates, triggers, then event triggers, each
   * sorted by identity.
   *
   * @param files all files of the source roots, those that declare nothing too
   */
  public List<DatabaseObject> build(List<PythonFile> files, List<Declaration> declarations) {
    SourceTree tree = new SourceTree(files);
    Bundler bundler = new Bundler(tree, Mark::isDeclaring);
    Set<MissingImport> reported = new HashSet<>();
    Map<PythonFile, ProgramBuilder> programs = new HashMap<>();
    List<DatabaseObject> objects = new ArrayList<>();
    BuiltFunctions functions = new BuiltFunctions();
    for (Declaration declaration : declarations) {
      ProgramBuilder program =
          programs.computeIfAbsent(
              declaration.file(), file -> new ProgramBuilder(file, bundler, reported, diagnostics));
      if (declaration instanceof FunctionDeclaration function) {
        new FunctionBuilder(
                function, classes(tree, function.attributes().transforms()), diagnostics)
            .build(program)
            .ifPresent(built -> functions.add(function, built));
      } else if (declaration instanceof TriggerDeclaration trigger) {
        objects.addAll(
            new TriggerBuilder(trigger, classes(tree, List.of()), diagnostics).build(program));
      } else if (declaration instanceof EventTriggerDeclaration trigger) {
        objects.addAll(new EventTriggerBuilder(trigger, diagnostics).build(program));
      }
    }
    objects.addAll(functions.all());
    objects.addAll(aggregates(declarations, functions));
    refuseDuplicates(objects, functions);
    return sorted(objects);
  }

  /** Each identity is written once, not in each comparison. */
  private static List<DatabaseObject> sorted(List<DatabaseObject> objects) {
    return objects.stream()
        .map(object -> Map.entry(object.identity(), object))
        .sorted(
            Comparator.<Map.Entry<String, DatabaseObject>>comparingInt(it -> rank(it.getValue()))
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .toList();
  }

  private ClassResolver classes(SourceTree tree, List<String> transforms) {
    return new ClassResolver(tree, types.withTransforms(transforms));
  }

  private List<Aggregate> aggregates(List<Declaration> declarations, BuiltFunctions functions) {
    List<Aggregate> aggregates = new ArrayList<>();
    for (Declaration declaration : declarations) {
      if (declaration instanceof FunctionDeclaration function) {
        aggregates.addAll(new AggregateBuilder(function, functions, diagnostics).build());
      }
    }
    return aggregates;
  }

  /**
   * What needs others after them, and event triggers last: those of DDL would fire for the rest.
   */
  private static int rank(DatabaseObject object) {
    if (object instanceof Routine) {
      return 0;
    } else if (object instanceof Aggregate) {
      return 1;
    }
    return object instanceof Trigger ? 2 : 3;
  }

  /** Functions, procedures and aggregates are one another's namesakes. */
  private static String nameSpace(DatabaseObject object) {
    return object instanceof Routine || object instanceof Aggregate ? "" : object.kind() + " ";
  }

  private void refuseDuplicates(List<DatabaseObject> objects, BuiltFunctions functions) {
    Map<String, DatabaseObject> first = new HashMap<>();
    for (DatabaseObject object : objects) {
      String name = object.kind() + " " + object.identity();
      DatabaseObject earlier = first.putIfAbsent(nameSpace(object) + object.identity(), object);
      if (earlier != null) {
        Place place = functions.placeOf(object);
        Place other = functions.placeOf(earlier);
        place.report(
            diagnostics,
            "the " + name + " is declared twice",
            "The other one is at "
                + other
                + ". Rename or remove one of the two."
                + (other.file().equals(place.file())
                    ? ""
                    : " A file that was renamed may still lie among the compiled resources: mvn"
                        + " clean."));
      }
    }
  }
}
