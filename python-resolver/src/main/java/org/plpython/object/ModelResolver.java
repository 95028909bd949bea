package org.plpython.object;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plpython.descriptor.Mark;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement.ClassDefinition;
import org.plpython.python.Statement.Decorator;
import org.plpython.python.Statement.Field;

/** Finds the classes of a file that stand for a table's rows. */
final class ModelResolver {
  private final PythonFile file;
  private final TypeResolver types;

  ModelResolver(PythonFile file) {
    this.file = file;
    this.types = new TypeResolver(file);
  }

  /** The class that an expression names, if this file defines it. */
  Optional<ClassDefinition> classOf(Expression expression) {
    return types.withoutNone(expression) instanceof Expression.Name name
        ? file.classNamed(name.id())
        : Optional.empty();
  }

  /** The model, with the conversions that the annotations of its fields ask for. */
  TriggerCall.Model model(ClassDefinition definition) {
    Map<String, ValueType> conversions = new TreeMap<>();
    for (Field field : definition.fields()) {
      field
          .annotation()
          .flatMap(types::resolve)
          .filter(type -> type.conversion() != Conversion.NONE)
          .ifPresent(type -> conversions.put(field.name(), type));
    }
    return new TriggerCall.Model(definition.name(), conversions);
  }

  /** The table that {@code @pltable} or {@code __tablename__} names, as written. */
  Optional<String> tableOf(ClassDefinition definition) {
    Optional<String> decorated =
        definition.decorators().stream().flatMap(d -> tableOf(d).stream()).findFirst();
    return decorated.or(
        () ->
            definition.fields().stream()
                .filter(field -> field.name().equals("__tablename__"))
                .flatMap(field -> field.value().flatMap(ModelResolver::text).stream())
                .findFirst());
  }

  private Optional<String> tableOf(Decorator decorator) {
    return decorator.expression() instanceof Expression.Call call
            && file.qualify(call.function()).flatMap(Mark::named).equals(Optional.of(Mark.PLTABLE))
            && call.arguments().size() == 1
        ? text(call.arguments().get(0))
        : Optional.empty();
  }

  private static Optional<String> text(Expression expression) {
    return expression instanceof Literal literal && literal.value() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }
}
