package org.plpython.object;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** The class that an expression of the file names, if the sources define it. */
  Optional<FoundClass> classOf(Expression expression) {
    return classes.find(file, new AnnotationReader(file).withoutNone(expression));
  }

  private TypeResolver types(PythonFile where) {
    return classes.types(where, (other, annotation, problem) -> {});
  }

  /** The model, with the conversions that the annotations of its fields ask for. */
  TriggerCall.Model model(FoundClass found) {
    Map<String, Conversion> conversions = new TreeMap<>();
    addFields(found, conversions, new HashSet<>());
    conversions.values().removeIf(conversion -> conversion == Scalar.NONE);
    return new TriggerCall.Model(classes.reference(found), conversions);
  }

  /** Those of base classes first, as the class's own take their place. */
  private void addFields(
      FoundClass found, Map<String, Conversion> conversions, Set<FoundClass> seen) {
    if (seen.add(found)) {
      for (Expression base : found.definition().bases()) {
        classes.find(found.file(), base).ifPresent(b -> addFields(b, conversions, seen));
      }
      for (Field field : found.definition().fields()) {
        field
            .annotation()
            .flatMap(types(found.file())::resolve)
            .ifPresent(type -> conversions.put(field.name(), ofColumn(type.conversion())));
      }
    }
  }

  /** A column's own type is not known: one of several that the annotation may stand for. */
  private static Conversion ofColumn(Conversion conversion) {
    if (conversion instanceof Conversion.Each each) {
      return new Conversion.Each(ofColumn(each.element()));
    }
    return conversion == Scalar.NUMBER || conversion == Scalar.TEXT
        ? Scalar.NONE
        : conversion == Scalar.TIMESTAMP_WITH_ZONE ? Scalar.ANY_TIMESTAMP : conversion;
  }

  /** The table that {@code @pltable} or {@code __tablename__} names, as written. */
  Optional<String> tableOf(FoundClass found) {
    return classes
        .argumentOn(found, Mark.PLTABLE)
        .or(
            () ->
                found.definition().fields().stream()
                    .filter(field -> field.name().equals("__tablename__"))
                    .flatMap(field -> field.value().flatMap(Expression::text).stream())
                    .findFirst());
  }
}
