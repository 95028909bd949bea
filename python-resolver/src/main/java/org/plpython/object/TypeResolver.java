package org.plpython.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;
import org.plpython.python.Expression.Sequence;
import org.plpython.python.Expression.Subscript;
import org.plpython.python.PythonFile;
import org.plpython.python.PythonParser;

/** Maps annotations to SQL types. */
final class TypeResolver {
  private static final ValueType JSONB = ValueType.of("jsonb", Conversion.JSON);

  private static final Map<String, ValueType> SCALARS =
      Map.ofEntries(
          Map.entry("int", ValueType.of("integer", Conversion.NONE)),
          Map.entry("float", ValueType.of("double precision", Conversion.NONE)),
          Map.entry("bool", ValueType.of("boolean", Conversion.NONE)),
          Map.entry("str", ValueType.of("text", Conversion.NONE)),
          Map.entry("bytes", ValueType.of("bytea", Conversion.NONE)),
          Map.entry("decimal.Decimal", ValueType.of("numeric", Conversion.NONE)),
          Map.entry("uuid.UUID", ValueType.of("uuid", Conversion.UUID)),
          Map.entry("dict", JSONB),
          Map.entry("typing.Dict", JSONB),
          Map.entry("typing.Mapping", JSONB),
          Map.entry("collections.abc.Mapping", JSONB));

  private static final Set<String> LISTS = Set.of("list", "typing.List");

  private final PythonFile file;

  TypeResolver(PythonFile file) {
    this.file = file;
  }

  /** The type that an annotation means; empty if it means none that we know. */
  Optional<ValueType> resolve(Expression annotation) {
    Expression type = withoutNone(annotation);
    return type instanceof Subscript generic
        ? resolveGeneric(generic)
        : Optional.ofNullable(SCALARS.get(name(type)));
  }

  private Optional<ValueType> resolveGeneric(Subscript generic) {
    String name = name(generic.value());
    if (LISTS.contains(name)) {
      return resolve(generic.index())
          .filter(type -> !type.isArray() || type.conversion() == Conversion.NONE)
          .map(ValueType::array);
    }
    return Optional.ofNullable(SCALARS.get(name)).filter(JSONB::equals);
  }

  /** Why an annotation could not be resolved. */
  UnknownType whyUnknown(Expression annotation) {
    Expression named = annotation instanceof Subscript generic ? generic.value() : annotation;
    String name = name(named);
    if (annotation instanceof Subscript generic && LISTS.contains(name)) {
      return resolve(generic.index()).isPresent()
          ? UnknownType.NESTED
          : whyUnknown(generic.index());
    }
    return UnknownType.of(name, file.binds(name));
  }

  /** The qualified name, builtins without their module's; empty if it is no name. */
  private String name(Expression expression) {
    return file.qualify(expression).map(n -> n.replaceFirst("^builtins\\.", "")).orElse("");
  }

  /**
   * The annotation out of its string and without its None: NULL is a value of every SQL type.
   * Unchanged where more than one type is left.
   */
  Expression withoutNone(Expression annotation) {
    if (annotation instanceof Literal literal && literal.value() instanceof String text) {
      return PythonParser.parseExpression(text, annotation.position())
          .map(this::withoutNone)
          .orElse(annotation);
    }
    List<Expression> types = new ArrayList<>(alternatives(annotation));
    types.removeIf(TypeResolver::isNone);
    return types.size() == 1 ? withoutNone(types.get(0)) : annotation;
  }

  /** What a union is made of; nothing for what is no union. */
  private List<Expression> alternatives(Expression annotation) {
    if (annotation instanceof Expression.Union union) {
      return List.of(union.left(), union.right());
    } else if (annotation instanceof Subscript generic) {
      return switch (name(generic.value())) {
        case "typing.Optional" -> List.of(generic.index());
        case "typing.Union" ->
            generic.index() instanceof Sequence several ? several.elements() : List.of();
        default -> List.of();
      };
    }
    return List.of();
  }

  static boolean isNone(Expression annotation) {
    return annotation instanceof Literal literal && literal.value() == null;
  }
}
