package org.plpython.python;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.plpython.python.ImportClause.When;
import org.plpython.source.Position;

/** Finds where some files are imported, by whichever name. */
public final class ModuleImports {
  private final SourceTree tree;
  private final Set<PythonFile> imported;

  /**
   * In a tree.
   *
   * @param imported the files whose imports are looked for
   */
  public ModuleImports(SourceTree tree, Set<PythonFile> imported) {
    this.tree = tree;
    this.imported = Set.copyOf(imported);
  }

  /**
   * An import of one of the files.
   *
   * @param module its name with dots
   */
  public record Found(Position position, String module) {}

  /** The imports that a file holds, in order; those for type checkers only are none of them. */
  public List<Found> in(PythonFile file) {
    return file.statements().stream()
        .flatMap(statement -> statement.names().imports().stream())
        .filter(clause -> clause.when() != When.NEVER)
        .sorted(ImportClause.ORDER)
        .flatMap(clause -> found(file, clause).stream())
        .toList();
  }

  private Optional<Found> found(PythonFile file, ImportClause clause) {
    Optional<String> module = SourceTree.moduleName(file, clause);
    Stream<String> names =
        module.stream().flatMap(name -> Stream.of(name, name + "." + clause.member()));
    return names
        .filter(
            name -> tree.module(name).flatMap(Module::file).filter(imported::contains).isPresent())
        .findFirst()
        .map(name -> new Found(clause.position(), name));
  }
}
