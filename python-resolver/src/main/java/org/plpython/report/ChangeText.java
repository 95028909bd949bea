package org.plpython.report;

import java.util.List;
import org.plpython.plan.Change;
import org.plpython.plan.Difference;
import org.plpython.plan.Hazard;
import org.plpython.plan.Item;

/** A change for people: what becomes of which object and why, what differs, what it costs. */
final class ChangeText {
  private static final String INDENT = "    ";

  private final Page page;

  ChangeText(Page page) {
    this.page = page;
  }

  void add(Change change) {
    Item item = change.item();
    page.add(color(change), change.action())
        .add(" " + item.kind() + " ")
        .add(Color.BOLD, item.identity())
        .line("  %s  (%s)".formatted(change.reason(), item.source()));
    if (change instanceof Change.Recreate recreate && Changes.isRenamed(recreate)) {
      page.line(INDENT + "it was the " + Changes.previous(recreate));
    }
    add(change.differences());
    for (Hazard hazard : change.hazards()) {
      page.add(INDENT).add(Color.YELLOW, "! ").line(hazard.message());
    }
  }

  /** What stays as somebody left it. */
  void addDrifted(Change change) {
    Item item = change.item();
    page.add(Color.MAGENTA, "leave")
        .add(" " + item.kind() + " ")
        .add(Color.BOLD, item.identity())
        .line("  %s  (%s)".formatted(change.reason(), item.source()));
    add(change.differences());
  }

  private void add(List<Difference> differences) {
    differences.forEach(this::add);
  }

  private static Color color(Change change) {
    if (change instanceof Change.Create) {
      return Color.GREEN;
    } else if (change instanceof Change.Replace) {
      return Color.YELLOW;
    }
    return change instanceof Change.Recreate ? Color.MAGENTA : Color.RED;
  }

  private void add(Difference difference) {
    page.add(INDENT).add(difference.attribute() + ":");
    boolean isLong = Changes.isLong(difference);
    if (!isLong) {
      page.add(" " + told(difference.before()) + " -> " + told(difference.after()));
    }
    if (difference.isDrift()) {
      page.add(Color.MAGENTA, "  changed in the database since the last deploy");
    }
    page.end();
    if (isLong) {
      addDiff(UnifiedDiff.lines(difference.before(), difference.after()));
    }
  }

  private static String told(String value) {
    return value.isEmpty() ? "(none)" : value;
  }

  private void addDiff(List<String> lines) {
    for (String line : lines.subList(UnifiedDiff.HEADER, lines.size())) {
      page.add(INDENT + "  ");
      switch (line.charAt(0)) {
        case '@' -> page.add(Color.CYAN, line);
        case '+' -> page.add(Color.GREEN, line);
        case '-' -> page.add(Color.RED, line);
        default -> page.add(line);
      }
      page.end();
    }
  }
}
