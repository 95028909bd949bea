package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import org.plpython.catalog.DependentDefinition.Trigger;
import org.plpython.object.Identifier;

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
    trigger.places().forEach(place -> statements.addAll(set(trigger.trigger(), place)));
    return statements;
  }

  private static List<String> set(String trigger, Trigger.Place place) {
    List<String> statements = new ArrayList<>();
    String address = trigger + " ON " + place.table();
    if (!place.state().equals(Trigger.NEW)) {
      statements.add(
          "ALTER TABLE ONLY %s %s TRIGGER %s"
              .formatted(place.table(), Enabling.of(Enabling.inCatalog(place.state())), trigger));
    }
    place
        .comment()
        .ifPresent(text -> statements.add(DependentStatements.comment("TRIGGER " + address, text)));
    place
        .constraintComment()
        .ifPresent(
            text -> statements.add(DependentStatements.comment("CONSTRAINT " + address, text)));
    place.extensions().stream()
        .map(
            extension ->
                "ALTER TRIGGER " + address + " DEPENDS ON EXTENSION " + Identifier.quote(extension))
        .forEach(statements::add);
    return statements;
  }
}
