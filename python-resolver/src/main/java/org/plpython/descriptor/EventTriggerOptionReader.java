package org.plpython.descriptor;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plpython.descriptor.Declaration.EventTriggerOptions;
import org.plpython.python.Expression;
import org.plpython.python.Statement.Function;
import org.plpython.source.Diagnostics;
import org.plpython.source.Position;
import org.plpython.source.SourceFile;

/** Reads the options of one {@code @pleventtrigger}. */
final class EventTriggerOptionReader {
  private final Options options;
  private final Position position;
  private final SourceFile file;
  private final Diagnostics diagnostics;

  /** For the options of the decorator at a position. */
  EventTriggerOptionReader(
      Options options, Position position, SourceFile file, Diagnostics diagnostics) {
    this.options = options;
    this.position = position;
    this.file = file;
    this.diagnostics = diagnostics;
  }

  /** The options; what is missing or wrong has been reported, and something stands in for it. */
  EventTriggerOptions read(Function function) {
    Optional<DatabaseEvent> event = options.oneOf("event", DatabaseEvent.class, Options.Case.LOWER);
    if (options.isByName() && options.expression("event").isEmpty()) {
      report(
          position,
          "@pleventtrigger has no option 'event'",
          "Write for example event=\"ddl_command_end\".");
    }
    List<String> tags =
        options.texts("tags", "CREATE TABLE").stream()
            .map(tag -> tag.strip().toUpperCase(Locale.ROOT))
            .toList();
    options.expression("tags").ifPresent(written -> checkTags(event, tags, written));
    String name = options.simpleName("name").orElse(function.name());
    Optional<String> schema = options.text("schema");
    Optional<EnabledState> enabled =
        options.oneOf("enabled", EnabledState.class, Options.Case.LOWER);
    options.refuseOthers();
    return new EventTriggerOptions(
        position, name, schema, event.orElse(DatabaseEvent.DDL_COMMAND_END), tags, enabled);
  }

  private void checkTags(Optional<DatabaseEvent> event, List<String> tags, Expression written) {
    if (event.equals(Optional.of(DatabaseEvent.LOGIN))) {
      report(
          written.position(), "the event login has no command tags", "Remove the option 'tags'.");
    }
    Set<String> seen = new HashSet<>();
    for (String tag : tags) {
      if (tag.isEmpty()) {
        report(written.position(), "an empty command tag", "Write for example \"CREATE TABLE\".");
      } else if (!seen.add(tag)) {
        report(
            written.position(),
            "the command tag '" + tag + "' is written twice",
            "Keep one of the two.");
      }
    }
  }

  private void report(Position place, String message, String advice) {
    diagnostics.report(file, place, message, advice);
  }
}
