package org.plpython.object;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.plpython.descriptor.Turn;

/**
 * When an object is installed by adapters that run migrations, from the earliest to the latest. It
 * says nothing of what the object is: neither its DDL nor its checksum depends on it.
 */
public enum Install {
  /** Before the versioned migrations that are pending, so that they may call it. */
  EARLY,
  /** After them. */
  NORMAL,
  /** After all other repeatable migrations, those in SQL too. */
  LATE;

  static Install of(Optional<Turn> turn) {
    return turn.map(t -> t == Turn.EARLY ? EARLY : LATE).orElse(NORMAL);
  }

  /** That of what others need, of which there is at least one: it is there when the first is. */
  static Install earliest(Stream<Optional<Turn>> others) {
    return others.map(Install::of).min(Comparator.naturalOrder()).orElseThrow();
  }
}
