package org.plpython.harness;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The servers that claims about PostgreSQL are tested on: the embedded one always, and PostgreSQL
 * 15 where Debian's packages have installed it. Where it is missing, one line says so; where {@code
 * plpython.test.require=15} or the environment's {@code PLPYTHON_TEST_REQUIRE=15} asks for it, that
 * is a failure.
 */
final class TestedServers {
  static final String PROPERTY = "plpython.test.require";
  static final String VARIABLE = "PLPYTHON_TEST_REQUIRE";

  private static final int OLDER = 15;

  /** Set where the server's version does not matter, and the tests run for another reason again. */
  private static final String EMBEDDED = "plpython.test.embedded";

  static final List<ServerProvider> OF_THIS_MACHINE =
      Boolean.getBoolean(EMBEDDED)
          ? List.of(new EmbeddedProvider())
          : choose(new LocalProvider(OLDER), required(), System.out);

  private TestedServers() {}

  private static boolean required() {
    String named = System.getProperty(PROPERTY, Objects.toString(System.getenv(VARIABLE), ""));
    if (!List.of("", Integer.toString(OLDER)).contains(named)) {
      throw new IllegalStateException(
          PROPERTY + " is '" + named + "': only " + OLDER + " can be required");
    }
    return !named.isEmpty();
  }

  /**
   * The servers to test on.
   *
   * @param out gets the line that says what is left out
   */
  static List<ServerProvider> choose(ServerProvider older, boolean required, PrintStream out) {
    Optional<String> obstacle = older.obstacle();
    ServerProvider embedded = new EmbeddedProvider();
    if (obstacle.isEmpty() || required) {
      return List.of(embedded, older);
    }
    out.println("Left out: the tests on PostgreSQL " + OLDER + ", as " + obstacle.orElseThrow());
    return List.of(embedded);
  }
}
