package org.plpython.report;

import java.util.ArrayList;
import java.util.List;
import org.plpython.plan.Change;
import org.plpython.plan.Plan;

/** A plan in one line. */
final class Summary {
  private Summary() {}

  static String of(Plan plan) {
    if (!plan.refusals().isEmpty()) {
      return counts(plan) + "; refused: nothing will be changed";
    }
    return plan.isEmpty() && plan.drifted().isEmpty() ? nothing(plan.unchanged()) : counts(plan);
  }

  private static String nothing(int unchanged) {
    return "nothing to do: "
        + (unchanged == 1
            ? "1 object is as its source says"
            : unchanged + " objects are as the sources say");
  }

  private static String counts(Plan plan) {
    List<String> counts = new ArrayList<>();
    add(counts, plan.count(Change.Create.class), "create");
    add(counts, plan.count(Change.Replace.class), "replace");
    add(counts, plan.count(Change.Recreate.class), "recreate");
    add(counts, plan.count(Change.Drop.class), "drop");
    if (!plan.drifted().isEmpty()) {
      counts.add(plan.drifted().size() + " left as changed in the database");
    }
    counts.add(plan.unchanged() + " unchanged");
    return String.join(", ", counts);
  }

  private static void add(List<String> counts, long number, String verb) {
    if (number > 0) {
      counts.add(number + " to " + verb);
    }
  }
}
