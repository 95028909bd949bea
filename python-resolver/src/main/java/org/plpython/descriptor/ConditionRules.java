package org.plpython.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What a trigger's WHEN may not hold; the manual's CREATE TRIGGER, under condition. */
final class ConditionRules {
  private final TriggerDefinition trigger;
  private final BiConsumer<String, String> report;

  /** Mistakes go to the consumer, as message and advice. */
  ConditionRules(TriggerDefinition trigger, BiConsumer<String, String> report) {
    this.trigger = trigger;
    this.report = report;
  }

  void check(String condition) {
    Optional<List<String>> tokens = SqlTokens.of(condition);
    if (tokens.isEmpty()) {
      report.accept(
          "the condition's quotes, comments or parentheses do not match",
          "Close each that is opened.");
    } else {
      check(tokens.get());
    }
  }

  private void check(List<String> tokens) {
    boolean seesOld = names(tokens, "old");
    boolean seesNew = names(tokens, "new");
    if (trigger.level() == Level.STATEMENT && (seesOld || seesNew)) {
      report.accept(
          "a statement trigger's condition has no new and old",
          "Take them out of it, or write level=\"row\".");
    } else {
      refuseWithout("old", seesOld, Event.INSERT);
      refuseWithout("new", seesNew, Event.DELETE);
    }
    if (tokens.contains("select")) {
      report.accept(
          "the condition holds a subquery",
          "PostgreSQL allows none here: ask in the function, with plpy.execute.");
    }
  }

  private void refuseWithout(String row, boolean isSeen, Event event) {
    if (isSeen && trigger.events().contains(event)) {
      report.accept(
          "the condition names " + row + ", which " + event + " has not",
          trigger.events().size() > 1
              ? "Declare " + event + " in a @pltrigger of its own, or test it in the function."
              : "Take it out of the condition.");
    }
  }

  /** Whether the row is among the expression's names, and not a part of a longer name. */
  private static boolean names(List<String> tokens, String row) {
    for (int i = 0; i < tokens.size(); i++) {
      String before = i == 0 ? "" : tokens.get(i - 1);
      String after = i + 1 == tokens.size() ? "" : tokens.get(i + 1);
      if ((tokens.get(i).equals(row) || tokens.get(i).equals('"' + row + '"'))
          && !before.equals(".")
          && !before.equals("::")
          && !after.equals("(")) {
        return true;
      }
    }
    return false;
  }
}
