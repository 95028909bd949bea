package org.plpython.descriptor;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Declaration.EventTriggerOptions;
import org.plpython.python.Expression;

/** Reads the options of one {@code @pleventtrigger}. */
final class EventTriggerOptionReader {
  private final Options options;

  EventTriggerOptionReader(Options options) {
    this.options = options;
  }

  /** The options; what is missing or wrong has been reported, and something stands in for it. */
  EventTriggerOptions read(Subject subject) {
    Optional<DatabaseEvent> event = options.oneOf("event", DatabaseEvent.class, Options.Case.LOWER);
    if (options.isByName() && options.expression("event").isEmpty()) {
      options.missing("event", "event=\"ddl_command_end\"");
    }
    List<String> tags =
        options.texts("tags", "CREATE TABLE").stream()
            .map(tag -> tag.strip().toUpperCase(Locale.ROOT))
            .toList();
    options.expression("tags").ifPresent(written -> checkTags(event, tags, written));
    String name = options.nameOf(subject, "audit_ddl");
    Optional<String> schema = options.text("schema");
    Optional<EnabledState> enabled =
        options.oneOf("enabled", EnabledState.class, Options.Case.LOWER);
    Optional<Turn> turn = options.turn();
    options.refuseOthers();
    return new EventTriggerOptions(
        options.place(),
        name,
        schema,
        event.orElse(DatabaseEvent.DDL_COMMAND_END),
        tags,
        enabled,
        turn);
  }

  private void checkTags(Optional<DatabaseEvent> event, List<String> tags, Expression written) {
    if (event.equals(Optional.of(DatabaseEvent.LOGIN))) {
      options.report(
          written.position(), "the event login has no command tags", "Remove the option 'tags'.");
    }
    Set<String> seen = new HashSet<>();
    for (String tag : tags) {
      if (tag.isEmpty()) {
        options.report(
            written.position(), "an empty command tag", "Write for example \"CREATE TABLE\".");
      } else if (!seen.add(tag)) {
        options.report(
            written.position(),
            "the command tag '" + tag + "' is written twice",
            "Keep one of the two.");
      }
    }
  }
}
