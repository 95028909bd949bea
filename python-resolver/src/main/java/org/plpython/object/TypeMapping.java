package org.plpython.object;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plpython.InvalidSettingException;

/**
 * Which SQL type stands for which Python type where the author does not say it.
 *
 * @param types by the Python type's simple name, {@code int} or {@code Decimal}; what is left out
 *     keeps its default
 */
public record TypeMapping(Map<String, String> types) {
  /** The mapping of the guide's table. */
  public static final TypeMapping DEFAULT = new TypeMapping(Map.of());

  /** The mapping of django-plpy's guide: {@code varchar} and {@code real}. */
  private static final TypeMapping DJANGO_PLPY =
      new TypeMapping(Map.of("str", "character varying", "float", "real"));

  /**
   * Checks the names of both sides.
   *
   * @throws InvalidSettingException if a Python type is none of the table's, or an SQL type no type
   *     whose values can be shown as the Python type
   */
  public TypeMapping {
    types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
    types.forEach(TypeMapping::check);
  }

  /**
   * The mapping that two settings make.
   *
   * @param compatibility the project whose mapping comes first: {@code django-plpy}; null or empty:
   *     none
   * @param types what replaces entries of it, {@code int=bigint, str=varchar}; null or empty:
   *     nothing
   * @throws InvalidSettingException if one of them is something else
   */
  public static TypeMapping parse(@Nullable String compatibility, @Nullable String types) {
    Map<String, String> entries = new TreeMap<>();
    for (String entry : (types == null ? "" : types).split(",", -1)) {
      String[] sides = entry.split("=", 2);
      if (sides.length == 2) {
        entries.put(sides[0].strip(), sides[1].strip());
      } else if (!entry.isBlank()) {
        throw new InvalidSettingException(
            "The type mapping '" + entry.strip() + "' must be written as int=bigint.");
      }
    }
    return ofProject(compatibility == null ? "" : compatibility.strip())
        .with(new TypeMapping(entries));
  }

  private static TypeMapping ofProject(String compatibility) {
    return switch (compatibility) {
      case "" -> DEFAULT;
      case "django-plpy" -> DJANGO_PLPY;
      default ->
          throw new InvalidSettingException(
              "The setting compatibility cannot be '"
                  + compatibility
                  + "': it is django-plpy, or left out.");
    };
  }

  private static void check(String python, String sql) {
    PythonKind kind =
        kindOf(python)
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        "No type mapping is possible for '"
                            + python
                            + "'. The Python types are: "
                            + Arrays.stream(PythonKind.values())
                                .map(PythonKind::simpleName)
                                .collect(Collectors.joining(", "))
                            + "."));
    if (SqlType.parse(sql).flatMap(type -> fits(kind, type)).isEmpty()) {
      throw new InvalidSettingException(
          "The type mapping "
              + python
              + "="
              + sql
              + " is not possible: "
              + sql
              + " is no SQL type whose values are "
              + python
              + " in PL/Python.");
    }
  }

  private static Optional<Conversion> fits(PythonKind kind, SqlType type) {
    return type.isArray() || type.isPseudoType() ? Optional.empty() : kind.conversion(type);
  }

  private static Optional<PythonKind> kindOf(String name) {
    return Arrays.stream(PythonKind.values())
        .filter(kind -> kind.simpleName().equals(name))
        .findFirst();
  }

  /** This mapping, with the given one's entries in place of its own. */
  private TypeMapping with(TypeMapping other) {
    Map<String, String> all = new TreeMap<>(types);
    all.putAll(other.types);
    return new TypeMapping(all);
  }

  SqlType typeOf(PythonKind kind) {
    return Optional.ofNullable(types.get(kind.simpleName()))
        .flatMap(SqlType::parse)
        .orElseGet(kind::defaultType);
  }
}
