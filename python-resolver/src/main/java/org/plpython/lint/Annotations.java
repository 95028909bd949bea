package org.plpython.lint;

import java.util.List;
import java.util.Set;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.PythonParser;

/** Reads annotations no further than findings need. */
final class Annotations {
  private static final Set<String> LISTS = Set.of("list", "typing.List");
  private static final Set<String> WRAPPERS =
      Set.of("typing.Annotated", "typing.Optional", "typing.Union");

  private final PythonFile file;

  Annotations(PythonFile file) {
    this.file = file;
  }

  /** Whether it is a list, one that may be None included. */
  boolean isList(Expression annotation) {
    return parts(annotation).stream().anyMatch(this::isPlainList);
  }

  private boolean isPlainList(Expression annotation) {
    Expression type = annotation instanceof Expression.Subscript of ? of.value() : annotation;
    return file.qualify(type).filter(LISTS::contains).isPresent();
  }

  /** Whether the type of that qualified name is in it. */
  boolean holds(Expression annotation, String qualifiedName) {
    if (file.qualify(annotation).filter(qualifiedName::equals).isPresent()) {
      return true;
    } else if (annotation instanceof Expression.Subscript of) {
      return holds(of.index(), qualifiedName);
    } else if (annotation instanceof Expression.Sequence of) {
      return of.elements().stream().anyMatch(element -> holds(element, qualifiedName));
    }
    List<Expression> parts = parts(annotation);
    return !parts.equals(List.of(annotation))
        && parts.stream().anyMatch(part -> holds(part, qualifiedName));
  }

  /** The types that it joins, where it joins some; else itself. */
  private List<Expression> parts(Expression annotation) {
    if (annotation instanceof Expression.Union union) {
      return parts(List.of(union.left(), union.right()));
    } else if (annotation instanceof Expression.Literal literal
        && literal.value() instanceof String text) {
      return PythonParser.parseExpression(text, literal.position())
          .filter(parsed -> !(parsed instanceof Expression.Literal))
          .map(this::parts)
          .orElse(List.of());
    } else if (annotation instanceof Expression.Subscript of
        && file.qualify(of.value()).filter(WRAPPERS::contains).isPresent()) {
      return of.index() instanceof Expression.Sequence several
          ? parts(several.elements())
          : parts(of.index());
    }
    return List.of(annotation);
  }

  private List<Expression> parts(List<Expression> annotations) {
    return annotations.stream().flatMap(annotation -> parts(annotation).stream()).toList();
  }
}
