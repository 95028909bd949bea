package org.plpython.resolver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plpython.descriptor.Mark;
import org.plpython.object.Script;
import org.plpython.object.ScriptBuilder;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.source.ScriptNaming;
import org.plpython.source.ScriptSettings;
import org.plpython.source.SourceFile;

/** Finds the scripts among the sources, and their settings. */
final class ScriptReader {
  private static final String SETTINGS = ".conf";

  private final ScriptNaming naming;
  private final Diagnostics diagnostics;

  ScriptReader(ScriptNaming naming, Diagnostics diagnostics) {
    this.naming = naming;
    this.diagnostics = diagnostics;
  }

  List<Script> read(List<SourceFile> sources, List<PythonFile> files) {
    sources.stream().filter(naming::isMistake).forEach(this::refuseName);
    for (PythonFile file : files) {
      if (naming.nameOf(file.source()).isPresent()) {
        file.statements().stream()
            .filter(Function.class::isInstance)
            .map(Function.class::cast)
            .forEach(function -> refuseObject(file, function));
      }
    }
    return new ScriptBuilder(naming, diagnostics).build(files, settings(sources, files));
  }

  private Map<PythonFile, Boolean> settings(List<SourceFile> sources, List<PythonFile> files) {
    Map<PythonFile, Boolean> settings = new HashMap<>();
    for (SourceFile source : sources) {
      if (source.isScriptSettings()) {
        Optional<PythonFile> script =
            files.stream().filter(file -> isBeside(file.source(), source)).findFirst();
        if (script.isPresent()) {
          settings.put(script.get(), ScriptSettings.isTransactional(source, diagnostics));
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

  private void refuseName(SourceFile file) {
    diagnostics.report(
        file,
        Position.START,
        "the name is like that of a migration, and is none",
        "A migration is named like %s7%swhat_it_does.py; name any other file otherwise."
            .formatted(naming.prefix(), naming.separator()));
  }

  private void refuseObject(PythonFile file, Function function) {
    boolean isDeclared =
        function.decorators().stream()
            .map(Decorator::expression)
            .map(it -> it instanceof Expression.Call call ? call.function() : it)
            .flatMap(it -> file.qualify(it).stream())
            .anyMatch(Mark::isDeclaring);
    if (isDeclared) {
      diagnostics.report(
          file.source(),
          function.position(),
          "'"
              + function.name()
              + "' is declared in a migration, which runs once and installs nothing",
          "Move it to a file of its own, and import it here if the migration calls it.");
    }
  }
}
