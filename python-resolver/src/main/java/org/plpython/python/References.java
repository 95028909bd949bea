package org.plpython.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.plpython.python.ImportClause.When;

/** Finds the symbols that names with attributes mean, through the imports of all files. */
final class References {
  private static final Pattern DOT = Pattern.compile("\\.");

  private final SourceTree tree;
  private final Map<PythonFile, Map<String, Symbol>> symbols = new HashMap<>();

  /** What a reference is there for. */
  enum Purpose {
    /** To have it: imports count, and a module that is used as such counts as all that is in it. */
    USE,
    /** To hand it to a call, which changes no module for being called through it. */
    PASS,
    /** To change it. */
    CHANGE,
    /** To import it, which uses nothing yet. */
    IMPORT
  }

  References(SourceTree tree) {
    this.tree = tree;
  }

  /** The one symbol of that name. */
  Symbol symbol(PythonFile file, String name) {
    return symbols
        .computeIfAbsent(file, f -> new HashMap<>())
        .computeIfAbsent(name, n -> new Symbol(file, n));
  }

  /** The symbols that were asked for. */
  List<Symbol> symbols(PythonFile file) {
    return List.copyOf(symbols.getOrDefault(file, Map.of()).values());
  }

  /** The symbol, if anything refers to it. */
  Optional<Symbol> known(PythonFile file, String name) {
    return Optional.ofNullable(symbols.getOrDefault(file, Map.of()).get(name));
  }

  /** What names in a file mean. */
  Set<Symbol> find(PythonFile file, Collection<String> names, Purpose purpose) {
    Walk walk = new Walk(purpose);
    for (String name : names) {
      walk.start(file, DOT.splitAsStream(name).toList());
    }
    return walk.found;
  }

  /** What an import refers to by itself. */
  Set<Symbol> find(PythonFile file, ImportClause clause) {
    Walk walk = new Walk(Purpose.IMPORT);
    Optional<PythonFile> module =
        SourceTree.moduleName(file, clause).flatMap(tree::module).flatMap(Module::file);
    if (clause.when() == When.NEVER) {
      return walk.found;
    } else if (clause.isStar()) {
      module.ifPresent(all -> walk.found.add(symbol(all, Symbol.ALL)));
    } else if (!clause.member().isEmpty()) {
      walk.follow(file, clause, List.of());
    }
    return walk.found;
  }

  /** Whether a file knows a module of the source roots by that name, and nothing else. */
  private boolean isModule(PythonFile file, String name) {
    List<ImportClause> clauses = file.imports(name);
    return !clauses.isEmpty()
        && file.binding(name).stream().allMatch(s -> imports(s, name))
        && clauses.stream().allMatch(clause -> isModule(file, clause));
  }

  private static boolean imports(Statement statement, String name) {
    return statement.names().imports().stream().anyMatch(clause -> clause.name().equals(name));
  }

  private boolean isModule(PythonFile file, ImportClause clause) {
    Optional<Module> module = SourceTree.moduleName(file, clause).flatMap(tree::module);
    return clause.member().isEmpty()
        ? module.isPresent()
        : module.filter(m -> tree.isSubmodule(m, clause.member())).isPresent();
  }

  private final class Walk {
    private final Purpose purpose;
    private final Set<Symbol> found = new HashSet<>();
    private final Set<List<String>> taken = new HashSet<>();

    Walk(Purpose purpose) {
      this.purpose = purpose;
    }

    void start(PythonFile file, List<String> path) {
      String root = path.get(0);
      add(file, root);
      List<ImportClause> clauses = file.imports(root);
      clauses.forEach(clause -> follow(file, clause, path.subList(1, path.size())));
      if (clauses.isEmpty() && !file.binds(root)) {
        file.imports("*").forEach(star -> inModule(SourceTree.moduleName(file, star), path));
      }
    }

    private void add(PythonFile file, String name) {
      boolean isPassage =
          (purpose == Purpose.PASS || purpose == Purpose.CHANGE) && isModule(file, name);
      if (!isPassage) {
        found.add(symbol(file, name));
      }
    }

    void follow(PythonFile file, ImportClause clause, List<String> rest) {
      Optional<String> module = SourceTree.moduleName(file, clause);
      if (clause.when() == When.NEVER) {
        return;
      } else if (clause.member().isEmpty()) {
        inModule(clause.bindsRoot() ? module.map(ImportClause::root) : module, rest);
      } else {
        List<String> path = new ArrayList<>(List.of(clause.member()));
        path.addAll(rest);
        inModule(module, path);
      }
    }

    private void inModule(Optional<String> name, List<String> path) {
      name.flatMap(tree::module).ifPresent(module -> inModule(module, path));
    }

    private void inModule(Module module, List<String> path) {
      Optional<PythonFile> file = module.file();
      if (!taken.add(step(module.name(), path))) {
        return;
      } else if (path.isEmpty()) {
        file.filter(f -> purpose == Purpose.USE || purpose == Purpose.PASS)
            .ifPresent(f -> found.add(symbol(f, Symbol.MODULE)));
      } else if (tree.isSubmodule(module, path.get(0))) {
        inModule(Optional.of(module.name() + "." + path.get(0)), path.subList(1, path.size()));
      } else {
        file.ifPresent(f -> inFile(f, path));
      }
    }

    private void inFile(PythonFile file, List<String> path) {
      start(file, path);
      if (!file.bindsWhenRun(path.get(0)) && file.binds("__getattr__")) {
        add(file, "__getattr__");
      }
    }
  }

  private static List<String> step(String module, List<String> path) {
    List<String> step = new ArrayList<>(List.of(module));
    step.addAll(path);
    return step;
  }
}
