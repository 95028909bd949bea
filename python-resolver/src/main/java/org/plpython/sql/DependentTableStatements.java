package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.DependentDefinition.Constraint;
import org.plpython.catalog.DependentDefinition.Default;
import org.plpython.catalog.DependentDefinition.GeneratedColumn;
import org.plpython.catalog.DependentDefinition.Policy;
import org.plpython.catalog.DependentDefinition.Publication;
import org.plpython.catalog.DependentDefinition.Rule;
import org.plpython.catalog.DependentKind;
import org.plpython.object.Identifier;

/** Writes what belongs to a table or a domain. */
final class DependentTableStatements {
  private DependentTableStatements() {}

  static List<String> create(Dependent dependent, Rule rule) {
    List<String> statements = new ArrayList<>(List.of(rule.sql()));
    if (!rule.state().equals(Rule.NEW)) {
      statements.add(
          "ALTER TABLE %s %s RULE %s"
              .formatted(
                  table(dependent), Enabling.of(Enabling.inCatalog(rule.state())), rule.rule()));
    }
    return statements;
  }

  static String drop(Dependent dependent, Constraint constraint) {
    return alter(dependent, constraint) + "DROP CONSTRAINT " + constraint.constraint();
  }

  static List<String> create(Dependent dependent, Constraint constraint) {
    List<String> statements = new ArrayList<>();
    statements.add(
        alter(dependent, constraint)
            + "ADD CONSTRAINT "
            + constraint.constraint()
            + " "
            + constraint.sql());
    constraint.index().map(DependentIndexStatements::set).ifPresent(statements::addAll);
    return statements;
  }

  private static String alter(Dependent dependent, Constraint constraint) {
    boolean isOfDomain = dependent.kind() == DependentKind.DOMAIN_CONSTRAINT;
    return (isOfDomain ? "ALTER DOMAIN " : "ALTER TABLE ") + constraint.owner() + " ";
  }

  static String drop(Dependent dependent, Default value) {
    return alter(dependent, value) + "DROP DEFAULT";
  }

  static String create(Dependent dependent, Default value) {
    return alter(dependent, value) + "SET DEFAULT " + value.expression();
  }

  /** Each table has its own default. */
  private static String alter(Dependent dependent, Default value) {
    return value
        .column()
        .map(column -> "ALTER TABLE ONLY " + table(dependent) + " ALTER COLUMN " + column + " ")
        .orElseGet(() -> "ALTER DOMAIN " + dependent.name() + " ");
  }

  /** DROP EXPRESSION would leave an ordinary column that nothing makes a generated one again. */
  static String drop(Dependent dependent, GeneratedColumn column) {
    String alter = "ALTER TABLE " + table(dependent);
    return column.isKept()
        ? alter + " ALTER COLUMN " + column.name() + " SET EXPRESSION AS (NULL)"
        : alter + " DROP COLUMN " + column.name();
  }

  static List<String> create(Dependent dependent, GeneratedColumn column) {
    String alter = "ALTER TABLE " + table(dependent);
    String expression = "AS (" + column.expression() + ")";
    if (column.isKept()) {
      return List.of(alter + " ALTER COLUMN " + column.name() + " SET EXPRESSION " + expression);
    }
    List<String> statements = new ArrayList<>();
    statements.add(
        "%s ADD COLUMN %s %s%s GENERATED ALWAYS %s STORED"
            .formatted(
                alter,
                column.name(),
                column.type(),
                column.notNull().map(DependentTableStatements::notNull).orElse(""),
                expression));
    column
        .settings()
        .map(set -> DependentColumnStatements.set("TABLE", table(dependent), set))
        .ifPresent(statements::addAll);
    statements.addAll(
        DependentAccessStatements.grant(
            "TABLE " + table(dependent), column.owner(), column.grants()));
    return statements;
  }

  private static String notNull(String constraint) {
    return constraint.isEmpty() ? " NOT NULL" : " CONSTRAINT " + constraint + " NOT NULL";
  }

  static String create(Dependent dependent, Policy policy) {
    return "CREATE POLICY %s AS %s FOR %s TO %s%s%s"
        .formatted(
            dependent.name(),
            policy.isPermissive() ? "PERMISSIVE" : "RESTRICTIVE",
            policy.command(),
            policy.roles().stream()
                .map(DependentAccessStatements::role)
                .collect(Collectors.joining(", ")),
            clause("USING", policy.using()),
            clause("WITH CHECK", policy.check()));
  }

  private static String clause(String word, Optional<String> expression) {
    return expression.map(sql -> " " + word + " (" + sql + ")").orElse("");
  }

  static String drop(Dependent dependent, Publication publication) {
    return alter(publication) + "DROP TABLE ONLY " + table(dependent);
  }

  static String create(Dependent dependent, Publication publication) {
    String columns =
        publication.columns().isEmpty()
            ? ""
            : publication.columns().stream()
                .map(Identifier::quote)
                .collect(Collectors.joining(", ", " (", ")"));
    return alter(publication)
        + "ADD TABLE ONLY "
        + table(dependent)
        + columns
        + clause("WHERE", publication.condition());
  }

  private static String alter(Publication publication) {
    return "ALTER PUBLICATION " + Identifier.quote(publication.publication()) + " ";
  }

  private static String table(Dependent dependent) {
    return dependent.relation().orElseThrow();
  }
}
