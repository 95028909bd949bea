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
  private static final Set<String> MAPPINGS =
      Set.of("dict", "typing.Dict", "typing.Mapping", "collections.abc.Mapping");

  private final PythonFile file;

  TypeResolver(PythonFile file) {
    this.file = file;
  }

  /** The type that an annotation means; empty if it means none that we know. */
  Optional<ValueType> resolve(Expression annotation) {
    if (annotation instanceof Literal literal && literal.value() instanceof String text) {
      return PythonParser.parseExpression(text, annotation.position()).flatMap(this::resolve);
    } else if (annotation instanceof Expression.Union union) {
      return onlyOne(List.of(union.left(), union.right()));
    } else if (annotation instanceof Subscript subscript) {
      return resolveGeneric(subscript);
    }
    return file.qualify(annotation).map(TypeResolver::withoutBuiltins).map(SCALARS::get);
  }

  /** Why an annotation could not be resolved. */
  UnknownType whyUnknown(Expression annotation) {
    if (annotation instanceof Subscript generic
        && LISTS.contains(
            file.qualify(generic.value()).map(TypeResolver::withoutBuiltins).orElse(""))) {
      return resolve(generic.index()).isPresent()
          ? UnknownType.NESTED
          : whyUnknown(generic.index());
    }
    Expression named = annotation instanceof Subscript generic ? generic.value() : annotation;
    String name = file.qualify(named).map(TypeResolver::withoutBuiltins).orElse("");
    return UnknownType.of(name, file.binds(name));
  }

  private Optional<ValueType> resolveGeneric(Subscript generic) {
    String name = file.qualify(generic.value()).map(TypeResolver::withoutBuiltins).orElse("");
    if (LISTS.contains(name)) {
      return resolve(generic.index())
          .filter(type -> !type.isArray() || type.conversion() == Conversion.NONE)
          .map(ValueType::array);
    } else if (MAPPINGS.contains(name)) {
      return Optional.of(JSONB);
    } else if (name.equals("typing.Optional")) {
      return resolve(generic.index());
    } else if (name.equals("typing.Union") && generic.index() instanceof Sequence alternatives) {
      return onlyOne(alternatives.elements());
    }
    return Optional.empty();
  }

  private static String withoutBuiltins(String name) {
    return name.startsWith("builtins.") ? name.substring("builtins.".length()) : name;
  }

  /** The annotation without its {@code | None}, as an object's class is named by it. */
  Expression withoutNone(Expression annotation) {
    if (annotation instanceof Literal literal && literal.value() instanceof String text) {
      return PythonParser.parseExpression(text, annotation.position())
          .map(this::withoutNone)
          .orElse(annotation);
    } else if (annotation instanceof Expression.Union union) {
      return isNone(union.left()) ? union.right() : isNone(union.right()) ? union.left() : union;
    } else if (annotation instanceof Subscript generic
        && file.qualify(generic.value()).equals(Optional.of("typing.Optional"))) {
      return generic.index();
    }
    return annotation;
  }

  /** NULL is a value of every SQL type: what is left beside None must be one type. */
  private Optional<ValueType> onlyOne(List<Expression> alternatives) {
    List<Expression> types = new ArrayList<>(alternatives);
    types.removeIf(TypeResolver::isNone);
    return types.size() == 1 ? resolve(types.get(0)) : Optional.empty();
  }

  static boolean isNone(Expression annotation) {
    return annotation instanceof Literal literal && literal.value() == null;
  }
}
