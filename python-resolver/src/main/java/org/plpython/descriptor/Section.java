package org.plpython.descriptor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A list of a descriptor. */
enum Section {
  FUNCTIONS(Mark.PLFUNCTION),
  PROCEDURES(Mark.PLPROCEDURE),
  AGGREGATES(Mark.PLAGGREGATE),
  TRIGGERS(Mark.PLTRIGGER),
  EVENT_TRIGGERS(Mark.PLEVENTTRIGGER);

  private final Mark mark;

  Section(Mark mark) {
    this.mark = mark;
  }

  /** The decorator that says what an entry says. */
  Mark mark() {
    return mark;
  }

  /** Its key in a descriptor: {@code event_triggers}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(Section::key).toList();
  }

  static Optional<Section> of(String key) {
    return Arrays.stream(values()).filter(section -> section.key().equals(key)).findFirst();
  }
}
