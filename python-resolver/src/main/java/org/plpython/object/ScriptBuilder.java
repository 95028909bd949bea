package org.plpython.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Mark;
import org.plpython.python.Bundler;
import org.plpython.python.MissingImport;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.source.ScriptNaming;
import org.plpython.source.ScriptNaming.ScriptName;

/** Builds scripts of the files that are named so. */
public final class ScriptBuilder {
  private final ScriptNaming naming;
  private final Diagnostics diagnostics;

  /** Mistakes go to the diagnostics. */
  public ScriptBuilder(ScriptNaming naming, Diagnostics diagnostics) {
    this.naming = naming;
    this.diagnostics = diagnostics;
  }

  /**
   * The scripts that hold no mistake, in the order of the files.
   *
   * @param files all files of the source roots
   * @param isTransactional by the files that say something about it
   */
  public List<Script> build(List<PythonFile> files, Map<PythonFile, Boolean> isTransactional) {
    Bundler bundler = new Bundler(new SourceTree(files), Mark::isDeclaring);
    Set<MissingImport> reported = new HashSet<>();
    List<Script> scripts = new ArrayList<>();
    for (PythonFile file : files) {
      Optional<ScriptName> name = naming.nameOf(file.source());
      if (name.isPresent() && file.isReadable()) {
        ProgramBuilder programs = new ProgramBuilder(file, bundler, reported, diagnostics);
        Program program = programs.script();
        scripts.add(
            new Script(
                name.get(),
                program,
                programs.scriptOrigin(Position.START),
                isTransactional.getOrDefault(file, true)));
      }
    }
    return scripts;
  }
}
