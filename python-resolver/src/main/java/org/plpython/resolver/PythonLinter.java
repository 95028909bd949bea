package org.plpython.resolver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plpython.descriptor.Placeholders;
import org.plpython.lint.Linter;
import org.plpython.object.TypeMapping;
import org.plpython.source.Diagnostic;
import org.plpython.source.ScriptNaming;
import org.plpython.source.SourceFile;

/** Checks Python sources: the mistakes that stop a deploy, and what goes wrong when they run. */
public final class PythonLinter {
  private final Linter linter;
  private final TypeMapping types;
  private final Placeholders placeholders;

  /**
   * A linter.
   *
   * @param ignored ids that are not reported, as {@link #ids()} lists them; errors cannot be among
   *     them
   */
  public PythonLinter(Set<String> ignored) {
    this(ignored, TypeMapping.DEFAULT, Placeholders.NONE);
  }

  /** The same with another mapping of types, and with values for placeholders. */
  public PythonLinter(Set<String> ignored, TypeMapping types, Placeholders placeholders) {
    this.linter = new Linter(ignored);
    this.types = types;
    this.placeholders = placeholders;
  }

  /** The ids of all findings that can be ignored, sorted. */
  public static List<String> ids() {
    return Linter.ids();
  }

  /** Everything that is found in the sources. Files that are no Python have one error each. */
  public LintResult lint(List<SourceFile> sources) {
    Resolution resolution =
        Resolution.of(sources, types, placeholders, ScriptNaming.Versioned.DEFAULT);
    List<Diagnostic> found = new ArrayList<>(resolution.diagnostics().all());
    found.addAll(linter.lint(resolution.files(), resolution.declarations()));
    return new LintResult(resolution.objects(), found.stream().sorted().toList());
  }
}
