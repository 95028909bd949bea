package org.plpython.python;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Follows a dotted name through the imports of files to the definition that it means.
 *
 * @param <T> what is looked for
 */
final class DefinitionSearch<T> {
  private final SourceTree tree;
  private final BiFunction<PythonFile, String, Optional<T>> defined;
  private final Set<Step> taken = new HashSet<>();

  private record Step(PythonFile file, List<String> path) {}

  /**
   * A search.
   *
   * @param defined what a file itself defines under a name
   */
  DefinitionSearch(SourceTree tree, BiFunction<PythonFile, String, Optional<T>> defined) {
    this.tree = tree;
    this.defined = defined;
  }

  /** The definition, if the path is one's name; import cycles lead nowhere. */
  Optional<T> find(PythonFile file, List<String> path) {
    if (path.isEmpty() || !taken.add(new Step(file, path))) {
      return Optional.empty();
    }
    Optional<T> own = path.size() == 1 ? defined.apply(file, path.get(0)) : Optional.empty();
    return own.or(() -> imported(file, path));
  }

  /** Of several imports of a name the last one counts; that of all names only if no other does. */
  private Optional<T> imported(PythonFile file, List<String> path) {
    List<String> rest = path.subList(1, path.size());
    return lastOf(file.imports(path.get(0)), clause -> find(file, clause, rest))
        .or(
            () ->
                lastOf(
                    file.imports("*"),
                    clause -> inModule(SourceTree.moduleName(file, clause), path)));
  }

  private static <T> Optional<T> lastOf(
      List<ImportClause> clauses, Function<ImportClause, Optional<T>> search) {
    return clauses.stream()
        .flatMap(clause -> search.apply(clause).stream())
        .reduce((first, second) -> second);
  }

  private Optional<T> find(PythonFile file, ImportClause clause, List<String> rest) {
    Optional<String> module = SourceTree.moduleName(file, clause);
    if (clause.member().isEmpty()) {
      return inModule(clause.bindsRoot() ? module.map(ImportClause::root) : module, rest);
    }
    return inModule(module, prepended(clause.member(), rest));
  }

  private static List<String> prepended(String first, List<String> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toList();
  }

  /** What a package's file binds comes before a submodule of the same name. */
  private Optional<T> inModule(Optional<String> name, List<String> path) {
    Optional<Module> module = name.flatMap(tree::module);
    if (module.isEmpty() || path.isEmpty()) {
      return Optional.empty();
    }
    return module
        .get()
        .file()
        .flatMap(file -> find(file, path))
        .or(
            () ->
                inModule(
                    name.map(parent -> parent + "." + path.get(0)), path.subList(1, path.size())));
  }
}
