package org.plpython.liquibase.snapshot;

import java.util.ArrayList;
import java.util.List;

/** What {@code diff} says of a stored snapshot, the reference, and a database, without its head. */
final class Differences {
  private Differences() {}

  /** All types that are compared. */
  static String of(Commands commands, String snapshot, Object... arguments) throws Exception {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.add("referenceUrl");
    all.add("offline:postgresql?snapshot=" + snapshot);
    return inReport(commands.run("diff", all.toArray()));
  }

  /** What a report says, without its head. */
  static String inReport(String output) {
    String report = output.replaceAll("(?m) +$", "").strip() + "\n";
    return report
        .substring(report.indexOf("Product Version"))
        .replaceFirst("Product Version: EQUAL\n", "");
  }

  /** Of all types by default, those of ours; of the others nothing may differ. */
  static String byDefault(Commands commands, String snapshot) throws Exception {
    return of(commands, snapshot)
        .replaceAll("(?m)^(Missing|Unexpected|Changed) (?!Pl ).*: NONE\n", "");
  }

  /** Of our types. */
  static String ofPython(Commands commands, String snapshot) throws Exception {
    return of(commands, snapshot, "diffTypes", "plpythonfunctions,plpythontriggers");
  }

  /** None at all. */
  static final String NONE =
      """
      Missing Pl Python Function(s): NONE
      Unexpected Pl Python Function(s): NONE
      Changed Pl Python Function(s): NONE
      Missing Pl Python Trigger(s): NONE
      Unexpected Pl Python Trigger(s): NONE
      Changed Pl Python Trigger(s): NONE
      """;
}
