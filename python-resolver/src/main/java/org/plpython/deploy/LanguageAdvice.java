package org.plpython.deploy;

import java.util.Optional;
import org.plpython.catalog.ServerFacts;
import org.plpython.plan.Refusal;

/** What to do where PL/Python cannot be used. */
final class LanguageAdvice {
  private LanguageAdvice() {}

  static Refusal refusal(ServerFacts server) {
    return switch (server.language()) {
      case AVAILABLE ->
          refuse(
              "the database " + server.database() + " has no PL/Python yet",
              "A superuser installs it, once: CREATE EXTENSION plpython3u");
      case UNAVAILABLE ->
          refuse(
              "the server has no PL/Python: the extension plpython3u is not available",
              "Its administrator installs the package, on Debian postgresql-plpython3-"
                  + server.versionNumber() / 10_000
                  + ", and a superuser then runs: CREATE EXTENSION plpython3u. A hosting service"
                  + " that gives nobody a superuser does not have it.");
      case FORBIDDEN ->
          refuse(
              "the role " + server.role() + " may not use the language plpython3u",
              "PL/Python is an untrusted language: only a superuser may install its functions."
                  + " Deploy as one.");
      case USABLE -> throw new IllegalStateException("nothing is wrong");
    };
  }

  private static Refusal refuse(String message, String advice) {
    return new Refusal(Optional.empty(), message, advice, Optional.empty());
  }
}
