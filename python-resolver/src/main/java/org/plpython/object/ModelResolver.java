package org.plpython.object;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plpython.descriptor.Mark;
import org.plpython.object.Conversion.Scalar;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree.FoundClass;
import org.plpython.python.Statement.Field;

/** Finds the classes that stand for a table's rows. */
final class ModelResolver {
  private final PythonFile file;
  private final ClassResolver classes;

  ModelResolver(PythonFile file, ClassResolver classes) {
    this.file = file;
    this.classes = classes;
  }

  /** The class that an expression names, in this file or in another one of the source roots. */
  Optional<FoundClass> classOf(Expression expression) {
    return classes.find(file, types(file).withoutNone(expression));
  }

  private TypeResolver types(PythonFile annotated) {
    return classes.types(annotated, (where, annotation, problem) -> {});
  }

  /** The model, with the conversions that the annotations of its fields ask for. */
  TriggerCall.Model model(FoundClass found) {
    TypeResolver types = types(found.file());
    Map<String, Conversion> conversions = new TreeMap<>();
    for (Field field : found.definition().fields()) {
      field
          .annotation()
          .flatMap(types::resolve)
          .map(type -> ofColumn(type.conversion()))
          .filter(conversion -> conversion != Scalar.NONE)
          .ifPresent(conversion -> conversions.put(field.name(), conversion));
    }
    return new TriggerCall.Model(classes.reference(found), conversions);
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
  Optional<String> tableOf(FoundClass found) {
    return Mark.argumentOn(found.file(), found.definition(), Mark.PLTABLE)
        .flatMap(Expression::text)
        .or(
            () ->
                found.definition().fields().stream()
                    .filter(field -> field.name().equals("__tablename__"))
                    .flatMap(field -> field.value().flatMap(Expression::text).stream())
                    .findFirst());
  }
}
