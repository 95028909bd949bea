package org.plpython.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.python.ImportClause.When;
import org.plpython.python.MissingImport.Kind;

/** Finds imports of what the files of the source roots do not have. */
final class MissingImports {
  private final SourceGraph graph;
  private final SourceTree tree;

  MissingImports(SourceGraph graph, SourceTree tree) {
    this.graph = graph;
    this.tree = tree;
  }

  /** What a statement's imports miss; those that may fail are none of them. */
  List<MissingImport> of(Unit unit) {
    List<MissingImport> missing = new ArrayList<>();
    for (ImportClause clause : unit.imports()) {
      if (clause.when() != When.NEVER && !clause.guarded()) {
        check(unit.file(), clause).ifPresent(missing::add);
      }
    }
    return missing;
  }

  private Optional<MissingImport> check(PythonFile file, ImportClause clause) {
    Optional<String> name = SourceTree.moduleName(file, clause);
    if (name.isEmpty()) {
      String dots = ".".repeat(clause.level());
      return Optional.of(missing(file, clause, Kind.PACKAGE, file.packageName(), dots, List.of()));
    }
    Optional<Module> module = tree.module(name.get());
    return module.isEmpty()
        ? missingModule(file, clause, name.get())
        : module.get().file().flatMap(f -> missingName(file, clause, module.get(), f));
  }

  /** A module may be the server's own, unless it is sought in a package with a file. */
  private Optional<MissingImport> missingModule(PythonFile file, ImportClause clause, String name) {
    int dot = name.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    Optional<Module> parent = tree.module(name.substring(0, dot));
    return parent.isEmpty()
        ? missingModule(file, clause, name.substring(0, dot))
        : parent
            .filter(p -> p.file().isPresent() || clause.level() > 0)
            .map(
                p ->
                    missing(
                        file,
                        clause,
                        Kind.MODULE,
                        p.name(),
                        name.substring(dot + 1),
                        tree.submodules(p)));
  }

  private Optional<MissingImport> missingName(
      PythonFile file, ImportClause clause, Module module, PythonFile from) {
    String member = clause.member();
    boolean isThere =
        member.isEmpty()
            || clause.isStar()
            || member.startsWith("__")
            || tree.module(module.name() + "." + member).isPresent()
            || graph.mayHave(from, member);
    if (isThere) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>(from.boundNames());
    known.addAll(tree.submodules(module));
    return Optional.of(missing(file, clause, Kind.NAME, module.name(), member, known));
  }

  private static MissingImport missing(
      PythonFile file,
      ImportClause clause,
      Kind kind,
      String module,
      String name,
      List<String> known) {
    return new MissingImport(file, clause.position(), kind, module, name, known);
  }
}
