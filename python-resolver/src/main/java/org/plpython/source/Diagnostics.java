package org.plpython.source;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that an author hears of everything at once. */
public final class Diagnostics {
  private final List<Diagnostic> found = new ArrayList<>();

  /** Adds a mistake; see {@link Diagnostic} for what the texts should be. */
  public void report(SourceFile file, Position position, String message, String advice) {
    found.add(new Diagnostic(file, position, message, advice));
  }

  /** Adds what somebody else found. */
  public void addAll(List<Diagnostic> diagnostics) {
    found.addAll(diagnostics);
  }

  /** How many there are so far. */
  public int count() {
    return found.size();
  }

  /** Everything found, sorted by file and place. */
  public List<Diagnostic> all() {
    return found.stream().sorted().toList();
  }

  /**
   * Does nothing if nothing was found.
   *
   * @throws InvalidSourceException with everything that was found
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidSourceException(found);
    }
  }
}
