package org.plpython.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Declaration.Returns;
import org.plpython.descriptor.Notation;
import org.plpython.descriptor.Place;
import org.plpython.descriptor.RoutineKind;
import org.plpython.object.Result.Column;
import org.plpython.object.Result.Shape;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Sequence;
import org.plpython.python.Expression.Subscript;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree.FoundClass;
import org.plpython.python.Statement;
import org.plpython.source.Diagnostics;

/** Builds the result of a routine from its annotation and the option {@code returns}. */
final class ResultBuilder {
  private static final Set<String> SETS =
      Set.of(
          "typing.Iterator",
          "typing.Iterable",
          "typing.Generator",
          "collections.abc.Iterator",
          "collections.abc.Iterable",
          "collections.abc.Generator");

  private final FunctionDeclaration declaration;
  private final Statement.Function function;
  private final TypeResolver types;
  private final ClassResolver classes;
  private final Diagnostics diagnostics;

  ResultBuilder(
      FunctionDeclaration declaration,
      TypeResolver types,
      ClassResolver classes,
      Diagnostics diagnostics) {
    this.declaration = declaration;
    this.function = declaration.function();
    this.types = types;
    this.classes = classes;
    this.diagnostics = diagnostics;
  }

  /** The result; empty if something is wrong, which has been reported. */
  Optional<Result> build() {
    Optional<Expression> annotation = function.returns().map(types.annotations()::withoutNone);
    if (annotation.isEmpty() && declaration.returns().isPresent()) {
      return ofReturns(declaration.returns().get());
    }
    Optional<Expression> element = annotation.flatMap(this::elementOfSet);
    if (saysSet() && element.isEmpty()) {
      reportReturns(
          "the result is no set by its annotation",
          "Annotate it as Iterator[...] or list[...], or write one type in returns=.");
      return Optional.empty();
    }
    if (function.traits().isGenerator() && element.isEmpty() && !function.traits().isAsync()) {
      report(
          "'" + function.name() + "' is a generator",
          "Annotate the rows that it yields: Iterator[int], or return a list.");
      return Optional.empty();
    }
    Optional<Returns> returns = declaration.returns().filter(r -> !r.columns().isEmpty());
    if (returns.isPresent()) {
      return columns(returns.get(), element.or(() -> annotation), element.isPresent());
    } else if (annotation.isEmpty() || AnnotationReader.isNone(annotation.get())) {
      return ofNothing(annotation.isPresent());
    } else if (declaration.kind() == RoutineKind.PROCEDURE) {
      report(
          "'" + function.name() + "' is a procedure and returns a value",
          "Annotate it '-> None', name its outputs in returns={...}, or write @plfunction.");
      return Optional.empty();
    }
    return element.isPresent() ? set(element.get()) : value(annotation.get());
  }

  /** What the option says alone, as nothing is annotated. */
  private Optional<Result> ofReturns(Returns returns) {
    boolean isSet = returns.isSet() || function.traits().isGenerator();
    if (!returns.columns().isEmpty()) {
      return columns(returns, Optional.empty(), isSet);
    } else if (!isSet && returns.type().filter("void"::equalsIgnoreCase).isPresent()) {
      return Optional.of(new Result.Nothing());
    }
    return returns
        .type()
        .flatMap(this::sqlType)
        .map(types::anything)
        .map(type -> isSet ? new Result.Values(type) : new Result.Value(type));
  }

  private boolean saysSet() {
    return declaration.returns().filter(Returns::isSet).isPresent();
  }

  private Optional<Result> ofNothing(boolean isAnnotated) {
    if (!isAnnotated && function.traits().returnsValue()) {
      report(
          "'" + function.name() + "' has no return annotation",
          "Write the result's type, for example def "
              + function.name()
              + "(...) -> int:"
              + declaration.inDescriptor("returns"));
      return Optional.empty();
    }
    return Optional.of(new Result.Nothing());
  }

  /** What an iterator yields, or a generator. */
  private Optional<Expression> elementOfSet(Expression annotation) {
    if (annotation instanceof Subscript generic
        && (SETS.contains(types.annotations().name(generic.value()))
            || (saysSet()
                && AnnotationReader.isArray(types.annotations().name(generic.value()))))) {
      return Optional.of(
          generic.index() instanceof Sequence several && !several.elements().isEmpty()
              ? several.elements().get(0)
              : generic.index());
    }
    return Optional.empty();
  }

  private Optional<Result> value(Expression annotation) {
    return typed(annotation).map(Result.Value::new);
  }

  /** A dataclass makes a table of its fields, unless it names a type. */
  private Optional<Result> set(Expression element) {
    Expression row = types.annotations().withoutNone(element);
    Optional<FoundClass> model = classes.compositeClass(declaration.file(), row);
    if (model.isEmpty()
        || declaration.returns().isPresent()
        || classes.namesType(declaration.file(), row)) {
      return typed(element).map(Result.Values::new);
    }
    return classes
        .fields(model.get(), declaration.file(), row, new TypeDiagnostics(diagnostics))
        .map(fields -> fields.stream().map(f -> new Column(f.name(), f.type())).toList())
        .map(columns -> new Result.Table(columns, Shape.OBJECT));
  }

  /** The annotation's type, by the name in {@code returns} where there is one. */
  private Optional<ValueType> typed(Expression annotation) {
    Optional<String> named = declaration.returns().flatMap(Returns::type);
    return named.isEmpty()
        ? types.resolve(annotation)
        : sqlType(named.get())
            .flatMap(sql -> typesOfReturns().resolve(annotation, Optional.of(sql)));
  }

  /** A type that does not fit is reported where it is named last. */
  private TypeResolver typesOfReturns() {
    return declaration.place().notation() == Notation.DECORATOR
        ? types
        : classes.types(declaration.file(), new PlacedDiagnostics(placeOfReturns(), diagnostics));
  }

  private Place placeOfReturns() {
    return declaration
        .place()
        .at(declaration.returns().map(Returns::position).orElse(function.position()));
  }

  private void reportReturns(String message, String advice) {
    placeOfReturns().report(diagnostics, message, advice);
  }

  private Optional<SqlType> sqlType(String text) {
    Optional<SqlType> type = SqlType.parse(text);
    Optional<UnknownType> problem =
        type.isEmpty()
            ? Optional.of(UnknownType.noSqlType(text))
            : type.filter(SqlType::isPseudoType).map(UnknownType::pseudoType);
    problem.ifPresent(p -> reportReturns(p.message(), p.advice()));
    return problem.isEmpty() ? type : Optional.empty();
  }

  private Optional<Result> columns(Returns returns, Optional<Expression> row, boolean isSet) {
    Optional<FoundClass> model =
        row.flatMap(expression -> classes.compositeClass(declaration.file(), expression));
    List<Column> columns = new ArrayList<>();
    for (Map.Entry<String, String> column : returns.columns().entrySet()) {
      sqlType(column.getValue())
          .flatMap(sql -> columnType(model, column.getKey(), sql))
          .ifPresent(type -> columns.add(new Column(column.getKey(), type)));
    }
    Shape shape = model.isPresent() ? Shape.OBJECT : Shape.ITEMS;
    return columns.size() < returns.columns().size()
        ? Optional.empty()
        : Optional.of(
            isSet ? new Result.Table(columns, shape) : new Result.Outputs(columns, shape));
  }

  private Optional<ValueType> columnType(Optional<FoundClass> model, String name, SqlType sql) {
    if (model.isEmpty()) {
      return Optional.of(types.anything(sql));
    }
    PythonFile file = model.get().file();
    Optional<Expression> annotation =
        model.get().definition().fields().stream()
            .filter(field -> field.name().equals(name))
            .findFirst()
            .flatMap(Statement.Field::annotation);
    if (annotation.isEmpty()) {
      report(
          "the result's class has no field '" + name + "'",
          "Name in returns= the fields of " + model.get().definition().name() + ".");
      return Optional.empty();
    }
    return classes
        .types(file, new TypeDiagnostics(diagnostics))
        .resolve(annotation.get(), Optional.of(sql));
  }

  private void report(String message, String advice) {
    diagnostics.report(declaration.file().source(), function.position(), message, advice);
  }
}
