package org.plpython.liquibase.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plpython.sql.DefinedObject;

/** What a definition lacks. */
final class DefinitionMistakes {
  private static final List<String> KINDS =
      List.of("function", "procedure", "window function", "trigger", "event trigger");

  private DefinitionMistakes() {}

  /** All that is missing or wrong. */
  static List<String> of(DefinedObject object, Optional<Definition> made) {
    List<String> missing = new ArrayList<>();
    if (!KINDS.contains(object.kind())) {
      missing.add("kind: one of " + String.join(", ", KINDS));
    }
    if (object.name().isEmpty()) {
      missing.add("name: as SQL, a function's with its argument types");
    }
    if (object.kind().equals("trigger") == object.table().isEmpty()) {
      missing.add("table: the table of a trigger, and of nothing else");
    }
    String keyword = object.kind().replace("window ", "").toUpperCase(Locale.ROOT);
    if (missing.isEmpty() && made.filter(it -> creates(it, keyword)).isEmpty()) {
      missing.add("definition: a CREATE %s statement".formatted(keyword));
    }
    return missing;
  }

  private static boolean creates(Definition made, String keyword) {
    return made.sql()
        .matches("(?is)\\s*CREATE\\s+(OR\\s+REPLACE\\s+)?(CONSTRAINT\\s+)?" + keyword + "\\b.*");
  }
}
