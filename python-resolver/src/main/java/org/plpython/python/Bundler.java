package org.plpython.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.plpython.python.SourceTree.FoundClass;
import org.plpython.python.Statement.Function;

/**
 * Finds what a function needs of its file and of those that it imports: every top-level statement
 * that binds a name it uses or that may affect such a name, transitively, and nothing else. Meaning
 * comes before minimality.
 */
public final class Bundler {
  private final SourceTree tree;
  private final SourceGraph graph;
  private final MissingImports missingImports;
  private final BundleWriter writer;
  private final Predicate<String> isMark;

  /**
   * For the functions of all files.
   *
   * @param isMark tells qualified names that only declare, such as {@code plpython.plfunction}:
   *     decorators and imports of theirs do not travel
   */
  public Bundler(SourceTree tree, Predicate<String> isMark) {
    this.tree = tree;
    this.graph = new SourceGraph(tree, isMark);
    this.missingImports = new MissingImports(graph, tree);
    this.writer = new BundleWriter(isMark);
    this.isMark = isMark;
  }

  /**
   * What a function needs, itself included.
   *
   * @param file that defines it
   * @param more classes that are needed beside it
   */
  public Bundle bundle(PythonFile file, Function function, Collection<FoundClass> more) {
    return write(search(file, function, more));
  }

  /** A whole file, and what it needs of those that it imports. */
  public Bundle bundle(PythonFile file) {
    Search search = new Search(graph, file);
    graph.units(file).forEach(search::add);
    search.run();
    return write(search);
  }

  /** The statements of all files that a function needs, itself included. */
  public List<Statement> needed(PythonFile file, Function function, Collection<FoundClass> more) {
    return search(file, function, more).needed().values().stream()
        .flatMap(units -> units.values().stream())
        .map(Unit::statement)
        .toList();
  }

  private Search search(PythonFile file, Function function, Collection<FoundClass> more) {
    Search search = new Search(graph, file);
    search.add(graph.unit(file, function));
    search.open(List.of(graph.references().symbol(file, function.name())));
    for (FoundClass found : more) {
      search.open(List.of(graph.references().symbol(found.file(), found.definition().name())));
    }
    search.run();
    return search;
  }

  private Bundle write(Search search) {
    Map<PythonFile, Set<String>> marks = marksUsed(search);
    List<BundledFile> others = new ArrayList<>();
    List<MissingImport> missing = new ArrayList<>();
    for (Map.Entry<PythonFile, SortedMap<Integer, Unit>> part : search.needed().entrySet()) {
      PythonFile file = part.getKey();
      part.getValue().values().forEach(unit -> missing.addAll(missingImports.of(unit)));
      others.add(
          writer.write(
              file,
              moduleName(file),
              part.getValue().values(),
              marks.getOrDefault(file, Set.of())));
    }
    BundledFile own = others.remove(0);
    others.sort(Comparator.comparing(BundledFile::module));
    missing.sort(
        Comparator.comparing((MissingImport m) -> m.file().source().displayPath())
            .thenComparing(MissingImport::position));
    return new Bundle(own, others, missing);
  }

  /** A file that another root hides has a name that nothing can import. */
  private String moduleName(PythonFile file) {
    String name = file.moduleName();
    boolean isHidden =
        tree.module(name).flatMap(Module::file).filter(found -> found == file).isEmpty();
    return isHidden ? name + "'" : name;
  }

  private Map<PythonFile, Set<String>> marksUsed(Search search) {
    Map<PythonFile, Set<String>> used = new HashMap<>();
    for (Symbol symbol : search.symbols()) {
      if (symbol.file().originOf(symbol.name()).filter(isMark).isPresent()) {
        used.computeIfAbsent(symbol.file(), file -> new TreeSet<>()).add(symbol.name());
      }
    }
    return used;
  }
}
