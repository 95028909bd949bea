package org.plpython.plan;

import java.util.Optional;

/**
 * Why a plan cannot be carried out. Nothing of it is, then.
 *
 * @param place the author's file and line; empty: it is about no object of the sources
 * @param message what is wrong
 * @param advice what to do about it; empty text: nobody knows
 * @param script SQL that a person could run instead; empty: none helps
 */
public record Refusal(
    Optional<String> place, String message, String advice, Optional<String> script) {

  /** As messages show it, without the script. */
  @Override
  public String toString() {
    return place.map(p -> p + ": ").orElse("")
        + message
        + (advice.isEmpty() ? "" : "\n  " + advice);
  }
}
