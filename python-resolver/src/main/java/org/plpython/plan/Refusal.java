package org.plpython.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.plpython.object.DatabaseObject;

/**
 * Why a plan cannot be carried out. Nothing of it is, then.
 *
 * @param place the author's file and line; empty: it is about no object of the sources
 * @param message what is wrong
 * @param advice what to do about it; empty text: nobody knows
 * @param script SQL that a person could run instead; empty: none helps
 * @param waiting the objects that could be installed as they are once something else is made: a
 *     table, a schema, a type, a role, the language
 */
public record Refusal(
    Optional<String> place,
    String message,
    String advice,
    Optional<String> script,
    List<DatabaseObject> waiting) {
  public Refusal {
    waiting = List.copyOf(waiting);
  }

  /** For good. */
  public Refusal(Optional<String> place, String message, String advice, Optional<String> script) {
    this(place, message, advice, script, List.of());
  }

  /** The same, until something else is made. */
  public Refusal waiting(List<DatabaseObject> objects) {
    return new Refusal(place, message, advice, script, objects);
  }

  /** The same in other words. */
  Refusal worded(UnaryOperator<String> words) {
    return new Refusal(place, words.apply(message), words.apply(advice), script, waiting);
  }

  /** As messages show it, without the script. */
  @Override
  public String toString() {
    return place.map(p -> p + ": ").orElse("")
        + message
        + (advice.isEmpty() ? "" : "\n  " + advice);
  }
}
