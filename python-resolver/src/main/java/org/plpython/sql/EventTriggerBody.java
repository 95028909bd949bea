package org.plpython.sql;

import java.util.Locale;
import java.util.stream.Collectors;
import org.plpython.object.Program;
import org.plpython.object.Routine.EventTriggerFunction;

/** Writes the body of an event trigger's function; PL/Python ignores what it returns. */
final class EventTriggerBody {
  private EventTriggerBody() {}

  static String write(EventTriggerFunction function, Program program) {
    return """
    # plpython-migrate: %s
    try:
        fire = SD["fire"]
    except KeyError:
        fire = None
    if fire is None:
        def load():
    %s        entry = module.%s
            return lambda td: entry(%s)
        fire = SD["fire"] = load()
    fire(TD)
    """
        .formatted(
            program.path(),
            ModuleLoader.write(program),
            program.entry(),
            function.arguments().stream()
                .map(argument -> argument.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }
}
