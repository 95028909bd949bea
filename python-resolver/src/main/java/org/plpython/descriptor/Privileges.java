package org.plpython.descriptor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose a routine is and who may call it, as far as its author says so.
 *
 * @param owner empty: the role that first installs it, and whoever somebody makes it afterwards
 * @param execute roles that may call it, sorted; {@code public} is everyone; empty: nothing is
 *     said. Where it is said, nobody else may but its owner
 */
public record Privileges(Optional<String> owner, Optional<List<String>> execute) {
  /** Nothing is said. */
  public static final Privileges UNDECLARED = new Privileges(Optional.empty(), Optional.empty());

  public Privileges {
    Objects.requireNonNull(owner);
    execute = execute.map(roles -> roles.stream().distinct().sorted().toList());
  }
}
