package org.plpython.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.object.Identifier;

/**
 * What all dependents have.
 *
 * @param names as pg_identify_object_as_address has them
 * @param arguments likewise
 * @param signature a routine's arguments as DROP takes them
 * @param description as the server describes it in its own words
 * @param relation as SQL
 * @param sql its definition as the server writes it
 * @param isPlain whether nothing hangs on it that its definition does not tell
 */
record DependentHead(
    DependentKind kind,
    List<String> names,
    List<String> arguments,
    Optional<String> signature,
    String description,
    Optional<String> relation,
    Optional<String> sql,
    Optional<String> comment,
    boolean isPlain) {

  /** Reads a row of {@link DependentHeads}. */
  static DependentHead read(ResultSet row) throws SQLException {
    DependentKind kind = DependentKind.of(row.getString(4));
    List<String> names = DependentQuery.texts(row, 5);
    return new DependentHead(
        kind,
        kind == DependentKind.CAST
            ? names.stream().map(DependentHead::unqualified).toList()
            : names,
        DependentQuery.texts(row, 6).stream().map(DependentHead::unqualified).toList(),
        DependentQuery.text(row, 7),
        row.getString(8),
        DependentQuery.text(row, 9),
        DependentQuery.text(row, 10),
        DependentQuery.text(row, 11),
        row.getBoolean(12));
  }

  /** What is always in the search path needs no schema. */
  private static String unqualified(String type) {
    return type.startsWith("pg_catalog.") ? type.substring("pg_catalog.".length()) : type;
  }

  /** As people write it. */
  String identity() {
    return switch (kind) {
      case OTHER -> description;
      case DOMAIN -> names.get(0);
      case CAST -> name();
      case OPERATOR, FUNCTION, PROCEDURE, AGGREGATE -> path() + types();
      case DOMAIN_CONSTRAINT -> names.get(0) + "." + Identifier.quote(arguments.get(0));
      case PUBLICATION -> Identifier.quote(arguments.get(0)) + "." + path();
      default -> path();
    };
  }

  /** As SQL, what follows the word of its kind in DROP and COMMENT ON. */
  String name() {
    return switch (kind) {
      case OTHER -> description;
      case TRIGGER, RULE, POLICY, CONSTRAINT -> last() + " ON " + relation.orElseThrow();
      case DOMAIN_CONSTRAINT -> last() + " ON DOMAIN " + names.get(0);
      case CAST -> "(" + names.get(0) + " AS " + arguments.get(0) + ")";
      case OPERATOR -> path() + " " + types();
      case FUNCTION, PROCEDURE -> path() + "(" + signature.orElseThrow() + ")";
      case AGGREGATE -> path() + "(" + signature.filter(s -> !s.isEmpty()).orElse("*") + ")";
      default -> identity();
    };
  }

  /** As SQL, what follows the word of its kind in CREATE. */
  String created() {
    return kind == DependentKind.OPERATOR ? path() : name();
  }

  /** Its own name as SQL, without those of what has it. */
  String last() {
    return Identifier.quote(
        kind == DependentKind.DOMAIN_CONSTRAINT ? arguments.get(0) : names.get(names.size() - 1));
  }

  /** The names as SQL; an operator's own stands as it is. */
  private String path() {
    String first =
        names.subList(0, names.size() - 1).stream()
            .map(name -> Identifier.quote(name) + ".")
            .collect(Collectors.joining());
    return first + (kind == DependentKind.OPERATOR ? names.get(names.size() - 1) : last());
  }

  private String types() {
    String listed = String.join(", ", arguments);
    boolean isPrefix = kind == DependentKind.OPERATOR && arguments.size() == 1;
    return "(" + (isPrefix ? "NONE, " + listed : listed) + ")";
  }
}
