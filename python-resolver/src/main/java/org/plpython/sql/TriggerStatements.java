package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.descriptor.Deferral;
import org.plpython.descriptor.EnabledState;
import org.plpython.descriptor.Event;
import org.plpython.descriptor.TransitionTables;
import org.plpython.descriptor.TriggerDefinition;
import org.plpython.object.Identifier;
import org.plpython.object.SqlText;
import org.plpython.object.Trigger;

/** Writes the statements about one trigger of a table or a view. */
public final class TriggerStatements {
  private final Trigger trigger;
  private final TriggerDefinition definition;

  /** For one trigger. */
  public TriggerStatements(Trigger trigger) {
    this.trigger = trigger;
    this.definition = trigger.definition();
  }

  /** Those of a script, which cannot look at what is there. */
  List<String> script() {
    List<String> statements = new ArrayList<>();
    if (isConstraint()) {
      statements.add("DROP TRIGGER IF EXISTS " + onTable(trigger.table().sql()));
    }
    statements.add(create());
    declareState().ifPresent(statements::add);
    return statements;
  }

  /** Whether it is a constraint trigger: PostgreSQL can only drop such a one and create it anew. */
  public boolean isConstraint() {
    return definition.constraint().isPresent();
  }

  /** Creates it, or replaces an ordinary one by an ordinary one. */
  public String create() {
    return create(
        isConstraint() ? "CONSTRAINT TRIGGER" : "OR REPLACE TRIGGER",
        trigger.name(),
        trigger.table().sql(),
        definition.constraint().map(TriggerStatements::deferral).orElse("") + referencing(),
        trigger.function().name().sql()
            + definition.arguments().stream()
                .map(SqlText::quote)
                .collect(Collectors.joining(", ", "(", ")")));
  }

  /**
   * Creates one that has the same condition, on a table that has the same columns.
   *
   * @param table as SQL
   */
  String trial(String name, String table) {
    return create(
        "TRIGGER", name, table, referencing(), "pg_catalog.suppress_redundant_updates_trigger()");
  }

  private String create(
      String kind, String name, String table, String properties, String function) {
    return """
        CREATE %s %s
        %s %s ON %s%s
        FOR EACH %s%s
        EXECUTE FUNCTION %s"""
        .formatted(
            kind,
            Identifier.quote(name),
            definition.timing().name().replace('_', ' '),
            definition.events().stream().map(this::event).collect(Collectors.joining(" OR ")),
            table,
            properties,
            definition.level(),
            definition.condition().map(TriggerStatements::when).orElse(""),
            function);
  }

  /** Sets the state that its author declares, on all partitions too; empty if none is declared. */
  public Optional<String> declareState() {
    return definition.enabled().map(this::alter);
  }

  /** Sets the state that its author declares, else that of a new trigger, on all partitions too. */
  public String state() {
    return alter(definition.enabled().orElse(EnabledState.ORIGIN));
  }

  private String alter(EnabledState state) {
    return "ALTER TABLE " + trigger.table().sql() + " " + enable(state);
  }

  /**
   * Sets the state that the trigger had on one table.
   *
   * @param table as SQL: the trigger's, or a partition of it
   * @param state pg_trigger.tgenabled: O, A, R or D; a new trigger's is O
   */
  public String restoreState(String table, String state) {
    return "ALTER TABLE ONLY " + table + " " + enable(Enabling.inCatalog(state));
  }

  /**
   * Sets the comment that the trigger had on one table.
   *
   * @param table as SQL: the trigger's, or a partition of it
   */
  public String restoreComment(String table, String comment) {
    return "COMMENT ON TRIGGER " + onTable(table) + " IS " + SqlText.quote(comment);
  }

  private String onTable(String table) {
    return Identifier.quote(trigger.name()) + " ON " + table;
  }

  private String enable(EnabledState state) {
    return Enabling.of(state) + " TRIGGER " + Identifier.quote(trigger.name());
  }

  private String event(Event event) {
    return event == Event.UPDATE && !definition.columns().isEmpty()
        ? definition.columns().stream()
            .map(Identifier::quote)
            .collect(Collectors.joining(", ", "UPDATE OF ", ""))
        : event.name();
  }

  private static String deferral(Deferral deferral) {
    return switch (deferral) {
      case NOT_DEFERRABLE -> "\nNOT DEFERRABLE";
      case INITIALLY_IMMEDIATE, INITIALLY_DEFERRED ->
          "\nDEFERRABLE " + deferral.name().replace('_', ' ');
    };
  }

  private String referencing() {
    TransitionTables tables = definition.transitionTables();
    return tables.isEmpty()
        ? ""
        : "\nREFERENCING" + table("OLD", tables.oldTable()) + table("NEW", tables.newTable());
  }

  private static String table(String row, Optional<String> name) {
    return name.map(n -> " " + row + " TABLE AS " + Identifier.quote(n)).orElse("");
  }

  /** A comment to the end of the line would hide the parenthesis. */
  private static String when(String condition) {
    return "\nWHEN (" + condition + (condition.contains("--") ? "\n)" : ")");
  }
}
