package org.plpython.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first of several that serves on this machine.
 *
 * @param candidates in the order in which they are tried
 */
record FirstThatServes(List<ServerProvider> candidates) implements ServerProvider {

  FirstThatServes {
    candidates = List.copyOf(candidates);
  }

  @Override
  public String name() {
    return "any";
  }

  @Override
  public Optional<String> obstacle() {
    List<String> obstacles = new ArrayList<>();
    for (ServerProvider candidate : candidates) {
      Optional<String> obstacle = candidate.obstacle();
      if (obstacle.isEmpty()) {
        return obstacle;
      }
      obstacles.add(line(candidate, obstacle.get()));
    }
    return Optional.of(message(obstacles));
  }

  /** One that only fails to start for the machine's sake is passed over, too. */
  @Override
  public PlPythonServer shared() {
    List<String> obstacles = new ArrayList<>();
    for (ServerProvider candidate : candidates) {
      Optional<String> obstacle = candidate.obstacle();
      if (obstacle.isPresent()) {
        obstacles.add(line(candidate, obstacle.get()));
      } else {
        try {
          return candidate.shared();
        } catch (UnsupportedPlatformException e) {
          obstacles.add(line(candidate, e.reason()));
        }
      }
    }
    throw new PlPythonServerException(message(obstacles));
  }

  private static String line(ServerProvider candidate, String obstacle) {
    return "\n  " + candidate.name() + ": " + obstacle;
  }

  private static String message(List<String> obstacles) {
    return "There is no PostgreSQL with PL/Python for the tests. Tried, in this order:"
        + String.join("", obstacles)
        + "\nMend one of these, or name a server that runs already: -D"
        + ServerChoice.PROPERTY
        + "=jdbc:postgresql://HOST:PORT/DATABASE, or "
        + ServerChoice.VARIABLE
        + " in the environment.";
  }
}
