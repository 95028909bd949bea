package org.plpython.python;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What stands in a file's code. */
public final class Code {
  private final List<Occurrence> occurrences;
  private final IdentityHashMap<Statement, Set<String>> mentioned;

  Code(List<Occurrence> occurrences, IdentityHashMap<Statement, Set<String>> mentioned) {
    this.occurrences = List.copyOf(occurrences);
    this.mentioned = mentioned;
  }

  /** All of it, in the order of the text. */
  public List<Occurrence> occurrences() {
    return occurrences;
  }

  /** The names that a top-level statement of the file reads, whatever they stand for. */
  public Set<String> mentionedIn(Statement statement) {
    return Set.copyOf(mentioned.getOrDefault(statement, Set.of()));
  }
}
