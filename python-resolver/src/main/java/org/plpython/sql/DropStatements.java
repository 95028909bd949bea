package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import org.plpython.catalog.Installed;
import org.plpython.catalog.Registered;
import org.plpython.object.Identifier;

/** Writes the statements that drop what is there, if nothing hangs on it. */
public final class DropStatements {
  private DropStatements() {}

  /** For one object. */
  public static List<String> of(Installed installed) {
    return switch (installed.kind()) {
      case "trigger" -> ofTrigger(installed);
      case "event trigger" -> List.of("DROP EVENT TRIGGER " + installed.identity());
      case "function" -> List.of("DROP FUNCTION " + installed.identity());
      case "procedure" -> List.of("DROP PROCEDURE " + installed.identity());
      default -> List.of("DROP ROUTINE " + installed.identity());
    };
  }

  /** For one that the registry knows and that may be gone, with the schema that held it. */
  public static List<String> ifThere(Registered object) {
    return switch (object.kind()) {
      case "trigger" -> ofTriggerIfThere(object);
      case "event trigger" -> List.of("DROP EVENT TRIGGER IF EXISTS " + object.identity());
      default -> List.of("DROP ROUTINE IF EXISTS " + object.identity());
    };
  }

  private static List<String> ofTriggerIfThere(Registered trigger) {
    return List.of(
        "DROP TRIGGER IF EXISTS %s ON %s"
            .formatted(
                Identifier.quote(trigger.name()), tableOf(trigger.identity(), trigger.name())));
  }

  /** A trigger's identity is that of its table with its own name after it. */
  static String tableOf(String identity, String name) {
    return identity.substring(0, identity.length() - Identifier.quote(name).length() - 1);
  }

  /**
   * A constraint trigger's checks that wait for the end of the transaction are run first: when it
   * is dropped, PostgreSQL forgets them.
   */
  private static List<String> ofTrigger(Installed trigger) {
    String name = Identifier.quote(trigger.name());
    List<String> statements = new ArrayList<>();
    if (trigger.attribute("constraint").startsWith("initially")) {
      statements.add(
          "SET CONSTRAINTS %s.%s IMMEDIATE".formatted(Identifier.quote(trigger.schema()), name));
    }
    statements.add("DROP TRIGGER %s ON %s".formatted(name, trigger.table().orElseThrow()));
    return statements;
  }
}
