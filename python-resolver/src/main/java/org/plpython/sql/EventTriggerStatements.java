package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plpython.descriptor.EnabledState;
import org.plpython.object.EventTrigger;
import org.plpython.object.Identifier;
import org.plpython.object.SqlText;

/** Writes the statements about one event trigger. */
public final class EventTriggerStatements {
  private final EventTrigger trigger;

  /** For one event trigger. */
  public EventTriggerStatements(EventTrigger trigger) {
    this.trigger = trigger;
  }

  /** Those of a script, which cannot look at what is there. */
  List<String> script() {
    List<String> statements = new ArrayList<>();
    statements.add("DROP EVENT TRIGGER IF EXISTS " + trigger.identity());
    statements.add(create());
    declareState().ifPresent(statements::add);
    return statements;
  }

  /** Creates it; PostgreSQL has no OR REPLACE for it. */
  public String create() {
    return """
        CREATE EVENT TRIGGER %s
        ON %s%s
        EXECUTE FUNCTION %s"""
        .formatted(
            trigger.identity(),
            trigger.event().name().toLowerCase(Locale.ROOT),
            trigger.tags().isEmpty() ? "" : "\nWHEN TAG IN (" + tags() + ")",
            trigger.function().identity());
  }

  private String tags() {
    return trigger.tags().stream().map(SqlText::quote).collect(Collectors.joining(", "));
  }

  /** Sets the state that its author declares; empty if none is declared. */
  public Optional<String> declareState() {
    return trigger.enabled().map(this::enable);
  }

  /** Sets the state that its author declares, else that of a new one. */
  public String state() {
    return enable(trigger.enabled().orElse(EnabledState.ORIGIN));
  }

  /**
   * Sets the state that it had.
   *
   * @param state in words: {@code origin}, {@code always}, {@code replica}, {@code disabled}
   */
  public String restoreState(String state) {
    return enable(EnabledState.valueOf(state.toUpperCase(Locale.ROOT)));
  }

  private String enable(EnabledState state) {
    return "ALTER EVENT TRIGGER " + trigger.identity() + " " + Enabling.of(state);
  }

  /** Sets the owner that it had. */
  public String restoreOwner(String role) {
    return "ALTER EVENT TRIGGER " + trigger.identity() + " OWNER TO " + Identifier.quote(role);
  }

  /** Sets the comment that it had. */
  public String restoreComment(String comment) {
    return "COMMENT ON EVENT TRIGGER " + trigger.identity() + " IS " + SqlText.quote(comment);
  }
}
