package org.plpython.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.plpython.catalog.Installed;
import org.plpython.object.DatabaseObject;
import org.plpython.plan.Change;
import org.plpython.plan.Difference;
import org.plpython.plan.Hazard;
import org.plpython.plan.Item;
import org.plpython.plan.Plan;
import org.plpython.plan.Reason;
import org.plpython.plan.Refusal;
import org.plpython.plan.Step;
import org.plpython.plan.Target;
import org.plpython.resolver.PythonResolver;
import org.plpython.source.SourceFile;

/** Plans with some of everything. */
final class Plans {
  private static final DatabaseObject OBJECT =
      PythonResolver.resolveFiles(
              List.of(
                  new SourceFile(
                      "db",
                      "pricing.py",
                      "from plpython import plfunction\n@plfunction\ndef f() -> int: return 1\n")))
          .get(0);

  static final Plan NOTHING =
      new Plan(Optional.empty(), List.of(), 43, List.of(), List.of(), List.of(), List.of());

  /** Every kind of change, and each hazard. */
  static final Plan CHANGES =
      new Plan(
          Optional.of("shop"),
          List.of(
              new Change.Create(
                  target("shop.net(text)"),
                  Reason.NEW,
                  List.of(
                      new Hazard.Overload("shop.net(numeric)"),
                      new Hazard.Superuser("PL/Python is for superusers"))),
              new Change.Replace(
                  target("shop.gross(numeric)"),
                  installed("function", "shop.gross(numeric)"),
                  Reason.SOURCE_CHANGED,
                  List.of(
                      new Difference(
                          "body", "\na\nb\nc\nd\nVAT = 16", "\na\nb\nc\nd\nVAT = 19\n", false),
                      new Difference("comment", "", "Gross.\nWith VAT.", false),
                      new Difference("volatility", "stable", "immutable", true)),
                  List.of()),
              new Change.Recreate(
                  target("shop.label(text, integer)"),
                  installed("procedure", "shop.label(text)"),
                  Reason.SIGNATURE_CHANGED,
                  List.of(new Difference("kind", "procedure", "function", false)),
                  List.of(),
                  List.of(
                      new Hazard.Lock("ACCESS EXCLUSIVE", "shop.book"),
                      new Hazard.Dependents(List.of("view shop.labels", "view shop.more")))),
              new Change.Drop(
                  new Item("trigger", "shop.book.audit", "old.py"),
                  installed("trigger", "shop.book.audit"),
                  List.of(new Hazard.Lock("ACCESS EXCLUSIVE", "shop.book")))),
          40,
          List.of(),
          List.of(new Item("function", "shop.legacy()", "legacy.py")),
          List.of(),
          List.of(new Step("SELECT 1", Optional.of(OBJECT))));

  /** One that cannot be carried out. */
  static final Plan REFUSED =
      new Plan(
          Optional.empty(),
          List.of(),
          40,
          List.of(),
          List.of(new Item("function", "shop.legacy()", "legacy.py")),
          List.of(
              new Refusal(
                  Optional.of("db/pricing.py:3"),
                  "the function shop.f() must be dropped",
                  "Run this:",
                  Optional.of("BEGIN;\nDROP FUNCTION shop.f();\nCOMMIT;\n")),
              new Refusal(Optional.empty(), "the server is a standby", "", Optional.empty())),
          List.of());

  /** One that leaves what somebody changed in the database. */
  static final Plan LEFT =
      new Plan(
          Optional.empty(),
          List.of(),
          40,
          commented("ours", "theirs").changes(),
          List.of(),
          List.of(),
          List.of());

  private Plans() {}

  private static Target target(String identity) {
    return new Target(OBJECT, "shop", "f", identity, Optional.empty(), List.of());
  }

  private static Installed installed(String kind, String identity) {
    return new Installed(
        1,
        kind,
        "shop",
        "f",
        identity,
        Optional.empty(),
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** One that changes a comment alone. */
  static Plan commented(String before, String after) {
    Change change =
        new Change.Replace(
            target("shop.f()"),
            installed("function", "shop.f()"),
            Reason.DRIFTED,
            List.of(new Difference("comment", before, after, true)),
            List.of());
    return new Plan(
        Optional.empty(), List.of(change), 1, List.of(), List.of(), List.of(), List.of());
  }
}
