package org.plpython.descriptor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The combinations of options that CREATE TRIGGER refuses whatever the table is; the manual's
 * CREATE TRIGGER.
 */
final class TriggerRules {
  /** Takes a mistake: the options it shows in, the most telling one first, and what to say. */
  interface Report {
    void accept(List<String> options, String message, String advice);
  }

  private final TriggerDefinition trigger;
  private final Report report;

  TriggerRules(TriggerDefinition trigger, Report report) {
    this.trigger = trigger;
    this.report = report;
  }

  void check() {
    if (trigger.timing() == Timing.INSTEAD_OF) {
      checkInsteadOf();
    } else {
      checkColumns();
      trigger.condition().ifPresent(this::checkCondition);
    }
    checkTruncate();
    trigger.constraint().ifPresent(deferral -> checkConstraint());
    new TransitionTableRules(trigger, report).check();
  }

  private void checkColumns() {
    Set<String> seen = new HashSet<>();
    if (!trigger.columns().isEmpty() && !trigger.events().contains(Event.UPDATE)) {
      report(
          "of",
          "option 'of' of @pltrigger names columns, but the trigger does not fire on UPDATE",
          "Add UPDATE to the event, or remove the option.");
    }
    for (String column : trigger.columns()) {
      if (!seen.add(column)) {
        report("of", "column '" + column + "' is written twice", "Keep one of the two.");
      }
    }
  }

  private void checkCondition(String condition) {
    new ConditionRules(trigger, (message, advice) -> report("condition", message, advice))
        .check(condition);
  }

  private void checkInsteadOf() {
    if (trigger.condition().isPresent()) {
      report(
          "condition",
          "an INSTEAD OF trigger cannot have a condition",
          "Remove the option, and test it in the function.");
    }
    if (!trigger.columns().isEmpty()) {
      report(
          "of",
          "an INSTEAD OF trigger cannot be for some columns only",
          "Remove the option, and compare new with old in the function.");
    }
    if (trigger.level() == Level.STATEMENT) {
      report(
          "level",
          "an INSTEAD OF trigger fires for each row",
          "Remove the option: a view's statement triggers are BEFORE and AFTER.");
    }
    if (trigger.enabled().isPresent()) {
      report(
          "enabled",
          "the state of an INSTEAD OF trigger cannot be set",
          "Remove the option: PostgreSQL cannot disable the triggers of a view.");
    }
  }

  private void checkTruncate() {
    if (!trigger.events().contains(Event.TRUNCATE)) {
      return;
    }
    if (trigger.timing() == Timing.INSTEAD_OF) {
      report(
          "event",
          "an INSTEAD OF trigger cannot fire on TRUNCATE",
          "Take it out: nothing can truncate a view.");
    } else if (trigger.constraint().isPresent()) {
      report(
          "event",
          "a constraint trigger cannot fire on TRUNCATE",
          "Declare TRUNCATE in a @pltrigger of its own, without constraint=True.");
    } else if (trigger.level() == Level.ROW) {
      report(
          List.of("level", "event"),
          "a row trigger cannot fire on TRUNCATE, which looks at no row",
          trigger.events().size() == 1
              ? "Write level=\"statement\"."
              : "Write level=\"statement\", or declare TRUNCATE in a @pltrigger of its own.");
    }
  }

  private void checkConstraint() {
    if (trigger.timing() != Timing.AFTER) {
      report("when", "a constraint trigger fires AFTER", "Write when=\"AFTER\".");
    }
    if (trigger.level() == Level.STATEMENT) {
      report("level", "a constraint trigger fires for each row", "Remove the option.");
    }
    if (!trigger.transitionTables().isEmpty()) {
      report(
          TransitionTableRules.OPTIONS,
          "a constraint trigger cannot have transition tables",
          "Remove the option, or constraint=True.");
    }
  }

  private void report(String option, String message, String advice) {
    report(List.of(option), message, advice);
  }

  private void report(List<String> options, String message, String advice) {
    report.accept(options, message, advice);
  }
}
