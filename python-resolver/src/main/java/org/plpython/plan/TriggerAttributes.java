package org.plpython.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plpython.descriptor.Deferral;
import org.plpython.descriptor.TriggerDefinition;
import org.plpython.object.EventTrigger;
import org.plpython.object.Trigger;

/**
 * A trigger's attributes as the catalog writes them, but for its condition, which stands here as
 * its author wrote it.
 */
final class TriggerAttributes {
  private TriggerAttributes() {}

  /**
   * Those of a table's or a view's trigger.
   *
   * @param function the identity of its function
   */
  static SortedMap<String, String> of(Trigger trigger, String function) {
    TriggerDefinition definition = trigger.definition();
    SortedMap<String, String> all = new TreeMap<>();
    all.put("timing", RoutineAttributes.lower(definition.timing()));
    all.put("level", RoutineAttributes.lower(definition.level()));
    all.put(
        "events",
        definition.events().stream()
            .map(RoutineAttributes::lower)
            .collect(Collectors.joining(" or ")));
    all.put("of", sorted(definition.columns()));
    all.put("condition", definition.condition().orElse(""));
    all.put("old table", definition.transitionTables().oldTable().orElse(""));
    all.put("new table", definition.transitionTables().newTable().orElse(""));
    all.put(
        "arguments",
        definition.arguments().stream()
            .map(argument -> escaped(argument) + "\n")
            .collect(Collectors.joining()));
    all.put("constraint", definition.constraint().map(TriggerAttributes::deferral).orElse(""));
    all.put("from", "");
    all.put("function", function);
    definition.enabled().ifPresent(state -> all.put("enabled", RoutineAttributes.lower(state)));
    return all;
  }

  /** Those of an event trigger. */
  static SortedMap<String, String> of(EventTrigger trigger, String function) {
    SortedMap<String, String> all = new TreeMap<>();
    all.put("event", trigger.event().name().toLowerCase(Locale.ROOT));
    all.put("tags", sorted(trigger.tags()));
    all.put("function", function);
    trigger.enabled().ifPresent(state -> all.put("enabled", RoutineAttributes.lower(state)));
    return all;
  }

  private static String deferral(Deferral deferral) {
    return RoutineAttributes.lower(deferral);
  }

  private static String sorted(List<String> words) {
    return words.stream().sorted().collect(Collectors.joining(", "));
  }

  /** As encode(..., 'escape') writes bytes; the manual's section 9.5. */
  private static String escaped(String argument) {
    StringBuilder text = new StringBuilder();
    for (byte b : argument.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        text.append(String.format(Locale.ROOT, "\\%03o", b & 0xff));
      } else {
        text.append(b == '\\' ? "\\\\" : String.valueOf((char) b));
      }
    }
    return text.toString();
  }
}
