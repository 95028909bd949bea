package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plpython.catalog.Installed;
import org.plpython.catalog.InstalledSignature;
import org.plpython.object.Identifier;
import org.plpython.object.SqlText;

/** Writes the statements that give a routine what another one had. */
public final class KeptStatements {
  private final Installed installed;
  private final InstalledSignature signature;

  /** For a routine that is there. */
  public KeptStatements(Installed installed) {
    this.installed = installed;
    this.signature =
        installed.signature().orElseThrow(() -> new IllegalStateException("no routine"));
  }

  /** Gives its owner to another routine. */
  public String owner(String identity) {
    return "ALTER ROUTINE %s OWNER TO %s"
        .formatted(identity, Identifier.quote(installed.attribute("owner")));
  }

  /** Gives its comment to another routine; empty if it has none. */
  public Optional<String> comment(String identity) {
    String comment = installed.attribute("comment");
    return comment.isEmpty()
        ? Optional.empty()
        : Optional.of("COMMENT ON ROUTINE %s IS %s".formatted(identity, SqlText.quote(comment)));
  }

  /** Lets those call another, new routine who may call it, and nobody else. */
  public List<String> grants(String identity) {
    List<String> statements = new ArrayList<>();
    statements.add("REVOKE ALL ON ROUTINE " + identity + " FROM PUBLIC");
    for (String role : signature.grantees()) {
      statements.add(
          "GRANT EXECUTE ON ROUTINE %s TO %s%s"
              .formatted(
                  identity,
                  RoutineStatements.role(role),
                  signature.grantors().contains(role) ? " WITH GRANT OPTION" : ""));
    }
    return statements;
  }

  /** Makes an attribute that nobody declares any more what a new routine has. */
  public static String withdrawn(String attribute, String identity) {
    return switch (attribute) {
      case "owner" -> "ALTER ROUTINE " + identity + " OWNER TO CURRENT_USER";
      case "execute" -> "GRANT EXECUTE ON ROUTINE " + identity + " TO PUBLIC";
      case "comment" -> "COMMENT ON ROUTINE " + identity + " IS NULL";
      default -> throw new IllegalStateException("no such attribute: " + attribute);
    };
  }

  /** Takes the right to call it from all who have it, but for its owner. */
  public List<String> revokeAll() {
    return signature.grantees().stream()
        .map(
            role ->
                "REVOKE ALL ON ROUTINE %s FROM %s CASCADE"
                    .formatted(installed.identity(), RoutineStatements.role(role)))
        .toList();
  }
}
