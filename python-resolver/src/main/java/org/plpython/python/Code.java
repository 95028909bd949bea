package org.plpython.python;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What stands in a file's code. */
public final class Code {
  private final List<Occurrence> occurrences;
  private final IdentityHashMap<Statement, List<Occurrence>> byStatement = new IdentityHashMap<>();
  private final IdentityHashMap<Statement, Set<String>> mentioned;

  Code(List<Occurrence> occurrences, IdentityHashMap<Statement, Set<String>> mentioned) {
    this.occurrences = List.copyOf(occurrences);
    this.mentioned = mentioned;
    for (Occurrence occurrence : occurrences) {
      byStatement
          .computeIfAbsent(occurrence.site().statement(), s -> new ArrayList<>())
          .add(occurrence);
    }
  }

  /** All of it, in the order of the text. */
  public List<Occurrence> occurrences() {
    return occurrences;
  }

  /** What stands in the body of a top-level function of the file, in the order of the text. */
  public <T extends Occurrence> Stream<T> inBodyOf(Statement.Function function, Class<T> type) {
    return byStatement.getOrDefault(function, List.of()).stream()
        .filter(it -> it.site().isBodyOf(function))
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** The names that a top-level statement of the file reads, whatever they stand for. */
  public Set<String> mentionedIn(Statement statement) {
    return Set.copyOf(mentioned.getOrDefault(statement, Set.of()));
  }
}
