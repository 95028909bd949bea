package org.plpython.python;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plpython.python.SourceTree.FoundClass;

/** Follows a dotted name through the imports of files to the class that it means. */
final class ClassSearch {
  private final SourceTree tree;
  private final Set<Step> taken = new HashSet<>();

  private record Step(PythonFile file, List<String> path) {}

  ClassSearch(SourceTree tree) {
    this.tree = tree;
  }

  /** The class, if the path is one's name; import cycles lead nowhere. */
  Optional<FoundClass> find(PythonFile file, List<String> path) {
    if (path.isEmpty() || !taken.add(new Step(file, path))) {
      return Optional.empty();
    }
    Optional<FoundClass> own =
        path.size() == 1
            ? file.classNamed(path.get(0)).map(definition -> new FoundClass(file, definition))
            : Optional.empty();
    return own.or(() -> imported(file, path));
  }

  /** Of several imports of a name the last one counts; that of all names only if no other does. */
  private Optional<FoundClass> imported(PythonFile file, List<String> path) {
    List<String> rest = path.subList(1, path.size());
    return lastOf(file.imports(path.get(0)), clause -> find(file, clause, rest))
        .or(
            () ->
                lastOf(
                    file.imports("*"),
                    clause -> inModule(SourceTree.moduleName(file, clause), path)));
  }

  private static Optional<FoundClass> lastOf(
      List<ImportClause> clauses, Function<ImportClause, Optional<FoundClass>> search) {
    return clauses.stream()
        .flatMap(clause -> search.apply(clause).stream())
        .reduce((first, second) -> second);
  }

  private Optional<FoundClass> find(PythonFile file, ImportClause clause, List<String> rest) {
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
  private Optional<FoundClass> inModule(Optional<String> name, List<String> path) {
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
