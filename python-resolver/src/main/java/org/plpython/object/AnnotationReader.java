package org.plpython.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;
import org.plpython.python.Expression.Sequence;
import org.plpython.python.Expression.Subscript;
import org.plpython.python.PythonFile;
import org.plpython.python.PythonParser;

/** Reads the annotations of one file: their names, their None, the SQL in them. */
final class AnnotationReader {
  private static final Set<String> ARRAYS =
      Set.of(
          "list",
          "typing.List",
          "typing.Sequence",
          "typing.MutableSequence",
          "typing.Collection",
          "collections.abc.Sequence",
          "collections.abc.MutableSequence",
          "collections.abc.Collection");
  private static final Set<String> NO_FIELDS = Set.of("typing.ClassVar", "dataclasses.KW_ONLY");

  private final PythonFile file;

  AnnotationReader(PythonFile file) {
    this.file = file;
  }

  /** The qualified name, builtins without their module's; empty if it is no name. */
  String name(Expression expression) {
    return file.qualify(expression)
        .map(
            n ->
                n.replaceFirst("^builtins\\.", "").replaceFirst("^typing_extensions\\.", "typing."))
        .orElse("");
  }

  /** Whether NULL is a value of its own for the annotation. */
  boolean allowsNone(Expression annotation) {
    Expression type = unquoted(annotation);
    return isNone(type) || alternatives(type).stream().anyMatch(this::allowsNone);
  }

  /**
   * The annotation out of its string and without its None: NULL is a value of every SQL type.
   * Unchanged where more than one type is left.
   */
  Expression withoutNone(Expression annotation) {
    Expression type = unquoted(annotation);
    List<Expression> types = new ArrayList<>(alternatives(type));
    types.removeIf(AnnotationReader::isNone);
    return types.size() == 1 ? withoutNone(types.get(0)) : type;
  }

  private static Expression unquoted(Expression annotation) {
    return annotation
        .text()
        .flatMap(text -> PythonParser.parseExpression(text, annotation.position()))
        .map(AnnotationReader::unquoted)
        .orElse(annotation);
  }

  /** What a union is made of; nothing for what is no union. */
  private List<Expression> alternatives(Expression annotation) {
    if (annotation instanceof Expression.Union union) {
      return List.of(union.left(), union.right());
    } else if (annotation instanceof Subscript generic) {
      return switch (name(generic.value())) {
        case "typing.Optional" -> List.of(generic.index(), new Literal(generic.position(), null));
        case "typing.Union" ->
            generic.index() instanceof Sequence several
                ? several.elements()
                : List.of(generic.index());
        default -> List.of();
      };
    }
    return List.of();
  }

  /** Whether the annotation of a name in a dataclass makes it no field. */
  boolean isNoField(Expression annotation) {
    Expression type = unquoted(annotation);
    return NO_FIELDS.contains(name(type instanceof Subscript generic ? generic.value() : type));
  }

  /** What an alias stands for: {@code NewType("UserId", int)} is an int. */
  Expression aliased(Expression value) {
    return value instanceof Expression.Call call
            && name(call.function()).equals("typing.NewType")
            && call.arguments().size() == 2
        ? call.arguments().get(1)
        : value;
  }

  /** The SQL in an {@code Annotated}, as written: its first string. */
  static Optional<Expression> sqlOf(Subscript annotated) {
    return annotated.index() instanceof Sequence parts
        ? parts.elements().stream().skip(1).filter(part -> part.text().isPresent()).findFirst()
        : Optional.empty();
  }

  /**
   * The SQL in an annotation that is an {@code Annotated}, as written: for a parameter a type and a
   * default, {@code "int DEFAULT 1"}.
   */
  Optional<String> sqlIn(Expression annotation) {
    return withoutNone(annotation) instanceof Subscript generic
            && name(generic.value()).equals("typing.Annotated")
        ? sqlOf(generic).flatMap(Expression::text)
        : Optional.empty();
  }

  /** Whether a qualified name is that of a generic type for arrays. */
  static boolean isArray(String name) {
    return ARRAYS.contains(name);
  }

  /** Whether it is {@code None} itself. */
  static boolean isNone(Expression annotation) {
    return annotation instanceof Literal literal && literal.value() == null;
  }
}
