package org.plpython.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who always gives the same answer. */
record FakeTerminal(String answer, List<String> questions) implements Terminal {
  FakeTerminal(String answer) {
    this(answer, new ArrayList<>());
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public boolean hasColors() {
    return true;
  }

  @Override
  public Optional<String> ask(String question) {
    questions.add(question);
    return Optional.of(answer);
  }
}
