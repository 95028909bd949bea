package org.plpython.object;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.plpython.source.ScriptNaming.ScriptName;
import org.plpython.source.SourceFile;

/**
 * A Python file that is a script. What it imports is looked up when it shall run: one that has run
 * is of no concern to those who change what it imported.
 */
public final class ScriptFile {
  private final ScriptName name;
  private final SourceFile file;
  private final Optional<Boolean> isTransactional;
  private final Supplier<Script> script;

  ScriptFile(
      ScriptName name,
      SourceFile file,
      Optional<Boolean> isTransactional,
      Supplier<Script> script) {
    this.name = Objects.requireNonNull(name);
    this.file = Objects.requireNonNull(file);
    this.isTransactional = isTransactional;
    this.script = script;
  }

  /** What the file's name says. */
  public ScriptName name() {
    return name;
  }

  /** The file. */
  public SourceFile file() {
    return file;
  }

  /**
   * Whether it runs in a transaction of whoever runs it; if not, it may commit. Empty: its settings
   * do not say.
   */
  public Optional<Boolean> isTransactional() {
    return isTransactional;
  }

  /** A hash over the file's own text. */
  public Checksum checksum() {
    return Checksum.ofText(file.text());
  }

  /**
   * The script.
   *
   * @throws org.plpython.source.InvalidSourceException if it imports what the sources do not have
   */
  public Script script() {
    return script.get();
  }
}
