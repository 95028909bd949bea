package org.plpython.object;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Mark;
import org.plpython.python.Expression;
import org.plpython.python.PythonFile;
import org.plpython.python.SourceTree;
import org.plpython.python.SourceTree.FoundClass;
import org.plpython.python.SourceTree.FoundValue;
import org.plpython.python.Statement.ClassDefinition;
import org.plpython.python.Statement.Field;

/**
 * Maps the author's classes to composite and enum types, which the schema's own migrations create,
 * and to jsonb.
 */
final class ClassResolver {
  private final SourceTree tree;
  private final TypeSettings settings;
  private final Set<FoundClass> referenced = new LinkedHashSet<>();
  private final Deque<ClassDefinition> open = new ArrayDeque<>();

  ClassResolver(SourceTree tree, TypeSettings settings) {
    this.tree = tree;
    this.settings = settings;
  }

  /** The types of a file's annotations. */
  TypeResolver types(PythonFile file, TypeResolver.Problems problems) {
    return new TypeResolver(file, settings, this, problems);
  }

  /** The class that an expression of a file names; empty if it names none of the author's. */
  Optional<FoundClass> find(PythonFile file, Expression expression) {
    return tree.classOf(file, expression);
  }

  /** What an expression of a file is another name for; empty if it is none. */
  Optional<FoundValue> alias(PythonFile file, Expression expression) {
    return tree.valueOf(file, expression);
  }

  /**
   * The type that a class stands for.
   *
   * @param file that holds the annotation
   * @param sql the type's name, where somebody says it
   * @return empty if it stands for no type, which has been reported
   */
  Optional<ValueType> resolve(
      FoundClass found,
      PythonFile file,
      Expression annotation,
      Optional<SqlType> sql,
      TypeResolver.Problems problems) {
    boolean isNamed = sql.isPresent() || declaredName(found).isPresent();
    String name = found.definition().name();
    ClassKind kind = ClassKind.of(found, tree);
    if (kind != ClassKind.JSON
        && !isNamed
        && SqlType.isTakenByPostgres(name.toLowerCase(Locale.ROOT))) {
      problems.report(file, annotation, UnknownType.takenName(name));
      return Optional.empty();
    }
    return switch (kind) {
      case JSON -> types(found.file(), problems).jsonOf(annotation, sql);
      case ENUM -> enumeration(found, file, annotation, sql, problems);
      case COMPOSITE ->
          fields(found, file, annotation, problems)
              .map(
                  fields ->
                      new ValueType(
                          sqlName(found, sql), new Conversion.Composite(reference(found), fields)));
      case OTHER -> {
        problems.report(file, annotation, UnknownType.otherClass(name));
        yield Optional.empty();
      }
    };
  }

  /** The dataclass or NamedTuple that an expression names. */
  Optional<FoundClass> compositeClass(PythonFile file, Expression expression) {
    return find(file, expression).filter(found -> ClassKind.of(found, tree) == ClassKind.COMPOSITE);
  }

  /** Whether the expression names a class that says which type it stands for. */
  boolean namesType(PythonFile file, Expression expression) {
    return find(file, expression).flatMap(this::declaredName).isPresent();
  }

  /** By {@code @pltype}, else by the class's name in lower case. */
  private String sqlName(FoundClass found, Optional<SqlType> sql) {
    return sql.map(SqlType::sql)
        .or(() -> declaredName(found))
        .orElseGet(() -> Identifier.quote(found.definition().name().toLowerCase(Locale.ROOT)));
  }

  /** What {@code @pltype} says. */
  private Optional<String> declaredName(FoundClass found) {
    return argumentOn(found, Mark.PLTYPE).flatMap(QualifiedName::parse).map(QualifiedName::sql);
  }

  /** The text in a decorator of a class, with the values of its placeholders. */
  Optional<String> argumentOn(FoundClass found, Mark mark) {
    return Mark.argumentOn(found.file(), found.definition(), mark)
        .flatMap(Expression::text)
        .map(settings::withValues);
  }

  /** How a program that will hold the class refers to it. */
  ClassReference reference(FoundClass found) {
    referenced.add(found);
    return new ClassReference(found.file().source().path(), found.definition().name());
  }

  /** The classes that were referred to, which a program must hold. */
  Set<FoundClass> referenced() {
    return Collections.unmodifiableSet(referenced);
  }

  private Optional<ValueType> enumeration(
      FoundClass found,
      PythonFile file,
      Expression annotation,
      Optional<SqlType> sql,
      TypeResolver.Problems problems) {
    for (Field member : found.definition().fields()) {
      Optional<Expression> value = member.value().filter(v -> !isMethodLike(member));
      if (value.isPresent()
          && value.get().text().isEmpty()
          && !(ClassKind.isStrEnum(found) && value.get() instanceof Expression.Call)) {
        problems.report(
            file, annotation, UnknownType.unlabelled(found.definition().name(), member.name()));
        return Optional.empty();
      }
    }
    return Optional.of(
        new ValueType(sqlName(found, sql), new Conversion.Enumeration(reference(found))));
  }

  /** Private and special names are no members; the enum module's guide. */
  private static boolean isMethodLike(Field member) {
    return member.name().startsWith("_");
  }

  /**
   * The fields of a dataclass or NamedTuple, those of its bases first.
   *
   * @return empty if a field's type is unknown, which has been reported at the annotation
   */
  Optional<List<Conversion.Field>> fields(
      FoundClass found, PythonFile file, Expression annotation, TypeResolver.Problems problems) {
    if (open.contains(found.definition())) {
      problems.report(file, annotation, UnknownType.recursive(found.definition().name()));
      return Optional.empty();
    }
    open.push(found.definition());
    try {
      return openFields(found, file, annotation, problems);
    } finally {
      open.pop();
    }
  }

  private Optional<List<Conversion.Field>> openFields(
      FoundClass found, PythonFile file, Expression annotation, TypeResolver.Problems problems) {
    Map<String, Conversion.Field> fields = new LinkedHashMap<>();
    for (Expression base : found.definition().bases()) {
      Optional<FoundClass> parent = find(found.file(), base);
      if (parent.isPresent()) {
        Optional<List<Conversion.Field>> inherited =
            fields(parent.get(), file, annotation, problems);
        if (inherited.isEmpty()) {
          return Optional.empty();
        }
        inherited.get().forEach(field -> fields.put(field.name(), field));
      }
    }
    TypeResolver types = types(found.file(), problems);
    for (Field field : ownFields(found, types)) {
      Optional<ValueType> type = types.resolve(field.annotation().orElseThrow());
      if (type.isEmpty()) {
        return Optional.empty();
      }
      fields.put(field.name(), new Conversion.Field(field.name(), type.get()));
    }
    return Optional.of(new ArrayList<>(fields.values()));
  }

  private static List<Field> ownFields(FoundClass found, TypeResolver types) {
    return found.definition().fields().stream()
        .filter(field -> field.annotation().isPresent())
        .filter(field -> !types.annotations().isNoField(field.annotation().orElseThrow()))
        .filter(field -> !isNoParameter(field))
        .toList();
  }

  /** {@code field(init=False)}. */
  private static boolean isNoParameter(Field field) {
    return field.value().orElse(null) instanceof Expression.Call call
        && call.keywords().stream()
            .anyMatch(
                keyword ->
                    "init".equals(keyword.name())
                        && keyword.value() instanceof Expression.Literal literal
                        && Boolean.FALSE.equals(literal.value()));
  }
}
