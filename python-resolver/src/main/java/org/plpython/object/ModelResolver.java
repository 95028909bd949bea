package org.plpython.object;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plpython.descriptor.Mark;
import org.plpython.object.Conversion.Scalar;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.Statement.ClassDefinition;
import org.plpython.python.Statement.Field;

/** Finds the classes of a file that stand for a table's rows. */
final class ModelResolver {
  private final PythonFile file;
  private final TypeResolver types;

  ModelResolver(PythonFile file, ClassResolver classes) {
    this.file = file;
    this.types = classes.types(file, (where, annotation, problem) -> {});
  }

  /** The class that an expression names, if this file defines it. */
  Optional<ClassDefinition> classOf(Expression expression) {
    return types.withoutNone(expression) instanceof Expression.Name name
        ? file.classNamed(name.id())
        : Optional.empty();
  }

  /** The model, with the conversions that the annotations of its fields ask for. */
  TriggerCall.Model model(ClassDefinition definition) {
    Map<String, Conversion> conversions = new TreeMap<>();
    for (Field field : definition.fields()) {
      field
          .annotation()
          .flatMap(types::resolve)
          .map(type -> ofColumn(type.conversion()))
          .filter(conversion -> conversion != Scalar.NONE)
          .ifPresent(conversion -> conversions.put(field.name(), conversion));
    }
    return new TriggerCall.Model(definition.name(), conversions);
  }

  /** A column's own type is not known: one of several that the annotation may stand for. */
  private static Conversion ofColumn(Conversion conversion) {
    if (conversion instanceof Conversion.Each each) {
      return new Conversion.Each(ofColumn(each.element()));
    }
    return conversion == Scalar.NUMBER
        ? Scalar.NONE
        : conversion == Scalar.TIMESTAMP_WITH_ZONE ? Scalar.ANY_TIMESTAMP : conversion;
  }

  /** The table that {@code @pltable} or {@code __tablename__} names, as written. */
  Optional<String> tableOf(ClassDefinition definition) {
    return Mark.argumentOn(file, definition, Mark.PLTABLE)
        .flatMap(Expression::text)
        .or(
            () ->
                definition.fields().stream()
                    .filter(field -> field.name().equals("__tablename__"))
                    .flatMap(field -> field.value().flatMap(Expression::text).stream())
                    .findFirst());
  }
}
