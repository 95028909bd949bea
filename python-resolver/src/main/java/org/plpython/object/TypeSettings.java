package org.plpython.object;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.plpython.descriptor.Placeholders;

/** Which SQL type stands for which Python type, and which types a routine has transforms for. */
final class TypeSettings {
  private static final Set<String> JSON = Set.of("json", "jsonb");

  private final Map<PythonKind, SqlType> types;
  private final Set<String> transformed;
  private final Placeholders placeholders;

  private TypeSettings(
      Map<PythonKind, SqlType> types, Set<String> transformed, Placeholders placeholders) {
    this.types = types;
    this.transformed = transformed;
    this.placeholders = placeholders;
  }

  /** The types of the settings. */
  static TypeSettings of(TypeMapping mapping, Placeholders placeholders) {
    Map<PythonKind, SqlType> types = new EnumMap<>(PythonKind.class);
    for (PythonKind kind : PythonKind.values()) {
      types.put(kind, mapping.typeOf(kind));
    }
    return new TypeSettings(types, Set.of(), placeholders);
  }

  /** The same for a routine with TRANSFORM FOR TYPE, whose values PL/Python converts by itself. */
  TypeSettings withTransforms(List<String> names) {
    Set<String> all = new HashSet<>();
    names.forEach(name -> SqlType.parse(name).map(SqlType::name).ifPresent(all::add));
    return new TypeSettings(types, Collections.unmodifiableSet(all), placeholders);
  }

  /** What stands for placeholders in the SQL of annotations. */
  Placeholders placeholders() {
    return placeholders;
  }

  /** A text that has been checked elsewhere, with the values of its placeholders. */
  String withValues(String text) {
    return placeholders.in(text, (message, advice) -> {});
  }

  SqlType typeOf(PythonKind kind) {
    return Objects.requireNonNull(types.get(kind));
  }

  boolean isTransformed(SqlType type) {
    return transformed.contains(type.name());
  }

  boolean isJson(SqlType type) {
    return !type.isArray() && JSON.contains(type.name()) && !isTransformed(type);
  }
}
