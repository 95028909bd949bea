package org.plpython.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plpython.descriptor.Mark;
import org.plpython.python.Bundler;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.source.ScriptNaming;
import org.plpython.source.ScriptNaming.ScriptName;

/** Builds scripts of the files that are named so. */
public final class ScriptBuilder {
  private final ScriptNaming naming;
  private final List<PythonFile> files;
  private @Nullable Bundler bundler;

  /**
   * For some files.
   *
   * @param files all files of the source roots
   */
  public ScriptBuilder(ScriptNaming naming, List<PythonFile> files) {
    this.naming = naming;
    this.files = List.copyOf(files);
  }

  /**
   * Those that are Python, in the order of the files.
   *
   * @param isTransactional by the files whose settings say something about it
   */
  public List<ScriptFile> build(Map<PythonFile, Boolean> isTransactional) {
    List<ScriptFile> scripts = new ArrayList<>();
    for (PythonFile file : files) {
      Optional<ScriptName> name = naming.nameOf(file.source());
      if (name.isPresent() && file.isReadable()) {
        Optional<Boolean> setting = Optional.ofNullable(isTransactional.get(file));
        scripts.add(new ScriptFile(name.get(), file.source(), setting, () -> script(file)));
      }
    }
    return scripts;
  }

  /** One at a time, as all share what is known of the files. */
  private synchronized Script script(PythonFile file) {
    Diagnostics diagnostics = new Diagnostics();
    ProgramBuilder programs = new ProgramBuilder(file, bundler(), new HashSet<>(), diagnostics);
    Program program = programs.script();
    diagnostics.throwIfAny();
    return new Script(program, programs.scriptOrigin(Position.START));
  }

  /** Most runs have no script that shall run, and need none. */
  private Bundler bundler() {
    if (bundler == null) {
      bundler = new Bundler(new SourceTree(files), Mark::isDeclaring);
    }
    return bundler;
  }
}
