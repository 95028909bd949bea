package org.plpython.lint;

import java.util.List;
import java.util.function.BiConsumer;
import org.plpython.descriptor.Declaration;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.python.Code;
import org.plpython.python.Occurrence.Binding;
import org.plpython.python.Occurrence.Return;
import org.plpython.python.Value;
import org.plpython.python.Value.Kind;

/** What the functions give that are annotated with a list. */
final class ArrayResults {
  private final Project project;

  ArrayResults(Project project) {
    this.project = project;
  }

  /** Each value that is returned, and its kind. */
  void forEach(BiConsumer<Return, Kind> action) {
    for (Declaration declaration : project.declarations()) {
      if (declaration instanceof FunctionDeclaration function && givesList(function)) {
        code(function)
            .inBodyOf(function.function(), Return.class)
            .forEach(it -> action.accept(it, kind(it.value(), function)));
      }
    }
  }

  /** What is said in SQL comes before the annotation. */
  private static boolean givesList(FunctionDeclaration declaration) {
    return declaration.returns().isEmpty()
        && declaration
            .function()
            .returns()
            .filter(new Annotations(declaration.file())::isList)
            .isPresent();
  }

  private static Code code(FunctionDeclaration declaration) {
    return declaration.file().code();
  }

  /** A variable is what all its values are. */
  private static Kind kind(Value value, FunctionDeclaration declaration) {
    if (value.kind() != Kind.VARIABLE) {
      return value.kind();
    }
    String name = value.text().orElseThrow();
    boolean isParameter =
        declaration.function().parameters().stream().anyMatch(it -> it.name().equals(name));
    List<Kind> kinds =
        code(declaration)
            .inBodyOf(declaration.function(), Binding.class)
            .filter(it -> it.name().equals(name))
            .map(Binding::value)
            .filter(it -> !it.equals(value))
            .map(Value::kind)
            .distinct()
            .toList();
    return kinds.size() == 1 && !isParameter ? kinds.get(0) : Kind.OTHER;
  }
}
