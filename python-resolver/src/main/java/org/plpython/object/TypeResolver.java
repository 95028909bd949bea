package org.plpython.object;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plpython.object.Conversion.Scalar;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;
import org.plpython.python.Expression.Sequence;
import org.plpython.python.Expression.Subscript;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree.FoundClass;
import org.plpython.python.SourceTree.FoundValue;

/** Maps the annotations of one file to SQL types. */
final class TypeResolver {
  private static final Set<String> WRAPPERS = Set.of("typing.Final", "dataclasses.InitVar");
  private static final Set<String> ANYTHING = Set.of("typing.Any", "object");
  private static final int DEEPEST = 50;

  private final PythonFile file;
  private final AnnotationReader annotations;
  private final TypeSettings settings;
  private final ClassResolver classes;
  private final Problems problems;

  /** What becomes of an annotation that means no type. */
  interface Problems {
    /** Takes what is wrong with an annotation of a file. */
    void report(PythonFile file, Expression annotation, UnknownType problem);
  }

  TypeResolver(PythonFile file, TypeSettings settings, ClassResolver classes, Problems problems) {
    this.file = file;
    this.annotations = new AnnotationReader(file);
    this.settings = settings;
    this.classes = classes;
    this.problems = problems;
  }

  /** What the file's annotations say. */
  AnnotationReader annotations() {
    return annotations;
  }

  /** The type that an annotation means; empty if it means none, which has been reported once. */
  Optional<ValueType> resolve(Expression annotation) {
    return resolve(annotation, Optional.empty(), 0);
  }

  /** The same, for an annotation whose SQL type somebody names. */
  Optional<ValueType> resolve(Expression annotation, Optional<SqlType> sql) {
    return resolve(annotation, sql, 0);
  }

  private Optional<ValueType> resolve(Expression written, Optional<SqlType> sql, int depth) {
    Expression annotation = annotations.withoutNone(written);
    if (depth > DEEPEST) {
      return unknown(annotation, UnknownType.of("", true));
    } else if (annotation instanceof Subscript generic) {
      return resolveGeneric(generic, sql, depth);
    }
    return resolveName(annotation, sql, depth);
  }

  private Optional<ValueType> resolveGeneric(Subscript generic, Optional<SqlType> sql, int depth) {
    String name = annotations.name(generic.value());
    if (name.equals("typing.Annotated")) {
      return resolveAnnotated(generic, sql, depth);
    } else if (name.equals("typing.Literal")) {
      return resolveLiteral(generic, sql);
    } else if (WRAPPERS.contains(name)) {
      return resolve(generic.index(), sql, depth + 1);
    } else if (isJson(sql)) {
      return sql.map(this::anything);
    } else if (AnnotationReader.isArray(name)) {
      return resolveArray(generic, sql, depth);
    }
    return PythonKind.named(name).equals(Optional.of(PythonKind.DICT))
        ? scalar(generic, PythonKind.DICT, sql)
        : unknown(generic, UnknownType.of(name, file.binds(name)));
  }

  private Optional<ValueType> resolveArray(Subscript generic, Optional<SqlType> sql, int depth) {
    if (sql.isPresent() && !sql.get().isArray()) {
      return sql.filter(settings::isTransformed).isPresent()
          ? Optional.of(new ValueType(sql.get().sql(), Scalar.NONE))
          : unknown(generic, UnknownType.noArray(sql.get()));
    } else if (generic.index() instanceof Sequence) {
      return unknown(generic, UnknownType.of(annotations.name(generic.value()), true));
    }
    return resolve(generic.index(), sql.map(SqlType::element), depth + 1).map(ValueType::array);
  }

  /** {@code Annotated[T, "sql type"]}; what else is in it is somebody else's. */
  private Optional<ValueType> resolveAnnotated(
      Subscript annotated, Optional<SqlType> sql, int depth) {
    if (!(annotated.index() instanceof Sequence parts) || parts.elements().size() < 2) {
      return unknown(annotated, UnknownType.of("typing.Annotated", true));
    }
    Optional<AnnotatedSql> text = AnnotationReader.sqlOf(annotated).map(this::read);
    Optional<SqlType> named = text.map(AnnotatedSql::type).flatMap(SqlType::parse);
    if (text.isPresent() && named.isEmpty()) {
      return unknown(annotated, UnknownType.noSqlType(text.get().type()));
    }
    Optional<SqlType> pseudoType = named.filter(SqlType::isPseudoType);
    if (pseudoType.isPresent()) {
      return unknown(annotated, UnknownType.pseudoType(pseudoType.get()));
    }
    return resolve(parts.elements().get(0), sql.or(() -> named), depth + 1);
  }

  private AnnotatedSql read(Expression sql) {
    return AnnotatedSql.parse(
        settings
            .placeholders()
            .in(
                sql.text().orElseThrow(),
                (message, advice) -> problems.report(file, sql, new UnknownType(message, advice))));
  }

  /** The default that an {@code Annotated} gives to a parameter in SQL: {@code "int DEFAULT 1"}. */
  Optional<String> sqlDefault(Expression annotation) {
    return annotations
        .sqlIn(annotation)
        .map(settings::withValues)
        .map(AnnotatedSql::parse)
        .flatMap(AnnotatedSql::defaultValue);
  }

  private Optional<ValueType> resolveLiteral(Subscript literal, Optional<SqlType> sql) {
    List<Expression> values =
        literal.index() instanceof Sequence several ? several.elements() : List.of(literal.index());
    Set<Optional<PythonKind>> kinds = new HashSet<>();
    values.stream().filter(v -> !AnnotationReader.isNone(v)).forEach(v -> kinds.add(kindOf(v)));
    return kinds.size() == 1 && kinds.iterator().next().isPresent()
        ? scalar(literal, kinds.iterator().next().orElseThrow(), sql)
        : unknown(literal, UnknownType.of("typing.Literal", true));
  }

  private static Optional<PythonKind> kindOf(Expression value) {
    Object written = value instanceof Literal literal ? literal.value() : null;
    if (written instanceof String) {
      return Optional.of(PythonKind.STR);
    } else if (written instanceof Boolean) {
      return Optional.of(PythonKind.BOOL);
    }
    return written instanceof BigInteger ? Optional.of(PythonKind.INT) : Optional.empty();
  }

  private Optional<ValueType> resolveName(Expression annotation, Optional<SqlType> sql, int depth) {
    String name = annotations.name(annotation);
    Optional<PythonKind> kind = PythonKind.named(name);
    if (kind.isPresent()) {
      return scalar(annotation, kind.get(), sql);
    } else if ((ANYTHING.contains(name) && sql.isPresent())
        || (AnnotationReader.isArray(name) && isJson(sql))) {
      return sql.map(this::anything);
    }
    Optional<FoundValue> alias = classes.alias(file, annotation);
    if (alias.isPresent()) {
      PythonFile where = alias.get().file();
      return classes
          .types(where, problems)
          .resolve(new AnnotationReader(where).aliased(alias.get().value()), sql, depth + 1);
    }
    Optional<FoundClass> type = classes.find(file, annotation);
    return type.isPresent()
        ? classes.resolve(type.get(), file, annotation, sql, problems)
        : unknown(annotation, UnknownType.of(name, file.binds(name)));
  }

  private boolean isJson(Optional<SqlType> sql) {
    return sql.filter(settings::isJson).isPresent();
  }

  /** The type of values that no annotation says more about. */
  ValueType anything(SqlType sql) {
    Scalar conversion = PythonKind.isNumber(sql) ? Scalar.NUMBER : Scalar.TEXT;
    ValueType element =
        new ValueType(sql.name(), settings.isJson(sql.element()) ? Scalar.JSON : conversion);
    return sql.isArray() ? element.array() : element;
  }

  private Optional<ValueType> scalar(
      Expression annotation, PythonKind kind, Optional<SqlType> named) {
    SqlType sql = named.orElseGet(() -> settings.typeOf(kind));
    if (settings.isTransformed(sql)) {
      return Optional.of(new ValueType(sql.sql(), Scalar.NONE));
    }
    Optional<Conversion> conversion =
        sql.isArray()
            ? Optional.empty()
            : settings.isJson(sql) && kind != PythonKind.STR
                ? Optional.of(Scalar.JSON)
                : kind.conversion(sql);
    return conversion.isPresent()
        ? Optional.of(new ValueType(sql.sql(), conversion.get()))
        : unknown(annotation, UnknownType.misfit(kind, sql));
  }

  /** The type of a TypedDict. */
  Optional<ValueType> jsonOf(Expression annotation, Optional<SqlType> sql) {
    return scalar(annotation, PythonKind.DICT, sql);
  }

  private Optional<ValueType> unknown(Expression annotation, UnknownType problem) {
    problems.report(file, annotation, problem);
    return Optional.empty();
  }
}
