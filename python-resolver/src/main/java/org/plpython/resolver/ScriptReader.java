package org.plpython.resolver;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.DeclarationReader;
import org.plpython.descriptor.Placeholders;
import org.plpython.object.ScriptBuilder;
import org.plpython.object.ScriptFile;
import org.plpython.python.ModuleImports;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.source.ScriptNaming;
import org.plpython.source.ScriptSettings;
import org.plpython.source.SourceFile;

/** Finds the scripts among the sources, and their settings. */
final class ScriptReader {
  private static final String SETTINGS = ".conf";

  private final ScriptNaming naming;
  private final Placeholders placeholders;
  private final Diagnostics diagnostics;

  ScriptReader(ScriptNaming naming, Placeholders placeholders, Diagnostics diagnostics) {
    this.naming = naming;
    this.placeholders = placeholders;
    this.diagnostics = diagnostics;
  }

  List<ScriptFile> read(List<SourceFile> sources, List<PythonFile> files) {
    for (SourceFile source : sources) {
      naming.mistake(source).ifPresent(advice -> refuseName(source, advice));
    }
    Set<PythonFile> scripts = new HashSet<>();
    files.stream().filter(it -> naming.nameOf(it.source()).isPresent()).forEach(scripts::add);
    if (scripts.isEmpty()) {
      return List.of();
    }
    ModuleImports imports = new ModuleImports(new SourceTree(files), scripts);
    for (PythonFile file : files) {
      imports.in(file).forEach(found -> refuseImport(file, found));
      if (scripts.contains(file)) {
        new DeclarationReader(file, placeholders, diagnostics).read().forEach(this::refuseObject);
      }
    }
    return new ScriptBuilder(naming, files).build(settings(sources, files));
  }

  private Map<PythonFile, Boolean> settings(List<SourceFile> sources, List<PythonFile> files) {
    Map<PythonFile, Boolean> settings = new HashMap<>();
    for (SourceFile source : sources) {
      if (source.isScriptSettings()) {
        Optional<PythonFile> script =
            files.stream().filter(file -> isBeside(file.source(), source)).findFirst();
        if (script.isPresent()) {
          ScriptSettings.isTransactional(source, diagnostics)
              .ifPresent(value -> settings.put(script.get(), value));
        }
      }
    }
    return settings;
  }

  private boolean isBeside(SourceFile script, SourceFile settings) {
    return naming.nameOf(script).isPresent()
        && script.location().equals(settings.location())
        && (script.path() + SETTINGS).equals(settings.path());
  }

  private void refuseName(SourceFile file, String advice) {
    diagnostics.report(
        file, Position.START, "the name is like that of a migration, and is none", advice);
  }

  private void refuseImport(PythonFile file, ModuleImports.Found found) {
    diagnostics.report(
        file.source(),
        found.position(),
        "'" + found.module() + "' is a migration, which runs once and is nobody's module",
        "Move what both need to a file of its own, and import that.");
  }

  private void refuseObject(Declaration declaration) {
    diagnostics.report(
        declaration.file().source(),
        declaration.function().position(),
        "'"
            + declaration.function().name()
            + "' is declared in a migration, which runs once and installs nothing",
        "Move it to a file of its own, and import it here if the migration calls it.");
  }
}
