package org.plpython.descriptor;

import java.util.List;
import java.util.Optional;

/** When a trigger may have transition tables; the manual's CREATE TRIGGER, under REFERENCING. */
final class TransitionTableRules {
  /** Those that name them. */
  static final List<String> OPTIONS = List.of("old_table", "new_table");

  private final TriggerDefinition trigger;
  private final TriggerRules.Report report;

  TransitionTableRules(TriggerDefinition trigger, TriggerRules.Report report) {
    this.trigger = trigger;
    this.report = report;
  }

  void check() {
    TransitionTables tables = trigger.transitionTables();
    if (tables.isEmpty()) {
      return;
    }
    if (trigger.timing() != Timing.AFTER) {
      report.accept(
          OPTIONS,
          "only an AFTER trigger can have transition tables",
          "Write when=\"AFTER\", or remove the option.");
    }
    if (trigger.events().size() > 1) {
      report.accept(
          OPTIONS,
          "a trigger with transition tables fires for one event",
          "Write a @pltrigger for each event, each with a name= of its own.");
    }
    if (!trigger.columns().isEmpty()) {
      report.accept(
          OPTIONS,
          "a trigger with transition tables cannot be for some columns only",
          "Remove of=, and compare the two tables in the function.");
    }
    checkOneTable("old_table", tables.oldTable(), List.of(Event.UPDATE, Event.DELETE));
    checkOneTable("new_table", tables.newTable(), List.of(Event.INSERT, Event.UPDATE));
    if (tables.oldTable().isPresent() && tables.oldTable().equals(tables.newTable())) {
      report.accept(
          List.of("new_table"),
          "both transition tables have the same name",
          "Rename one of the two.");
    }
  }

  private void checkOneTable(String option, Optional<String> table, List<Event> events) {
    if (table.isPresent()
        && trigger.events().size() == 1
        && !events.containsAll(trigger.events())) {
      report.accept(
          List.of(option),
          trigger.events().get(0) + " gives no rows to '" + option + "'",
          "Remove the option: it is for " + events.get(0) + " and " + events.get(1) + ".");
    }
  }
}
