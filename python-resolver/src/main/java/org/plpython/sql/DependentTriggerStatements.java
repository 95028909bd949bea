package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import org.plpython.catalog.DependentDefinition.Trigger;
import org.plpython.object.Identifier;
import org.plpython.object.SqlText;

/** Writes triggers with all that somebody has set of them. */
final class DependentTriggerStatements {
  private DependentTriggerStatements() {}

  /** PostgreSQL forgets what a trigger deferred when it is dropped: it runs before. */
  static List<String> runDeferred(Trigger trigger) {
    return trigger.deferrableIn().stream()
        .map(
            schema ->
                "SET CONSTRAINTS "
                    + Identifier.quote(schema)
                    + "."
                    + trigger.trigger()
                    + " IMMEDIATE")
        .toList();
  }

  static List<String> create(Trigger trigger) {
    List<String> statements = new ArrayList<>(List.of(trigger.sql()));
    for (int i = 0; i < trigger.places().size(); i++) {
      statements.addAll(restore(trigger.trigger(), trigger.places().get(i), i == 0));
    }
    return statements;
  }

  /** The first place's comment is the trigger's own. */
  private static List<String> restore(String trigger, Trigger.Place place, boolean isFirst) {
    List<String> statements = new ArrayList<>();
    String address = trigger + " ON " + place.table();
    if (!place.state().equals(Trigger.NEW)) {
      statements.add(
          "ALTER TABLE ONLY %s %s TRIGGER %s"
              .formatted(place.table(), Enabling.of(Enabling.inCatalog(place.state())), trigger));
    }
    if (!isFirst) {
      place.comment().ifPresent(text -> statements.add(comment("TRIGGER " + address, text)));
    }
    place
        .constraintComment()
        .ifPresent(text -> statements.add(comment("CONSTRAINT " + address, text)));
    place.extensions().stream()
        .map(
            extension ->
                "ALTER TRIGGER " + address + " DEPENDS ON EXTENSION " + Identifier.quote(extension))
        .forEach(statements::add);
    return statements;
  }

  private static String comment(String on, String text) {
    return "COMMENT ON " + on + " IS " + SqlText.quote(text);
  }
}
