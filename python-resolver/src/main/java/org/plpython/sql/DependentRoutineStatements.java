package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plpython.catalog.Dependent;
import org.plpython.catalog.DependentDefinition;
import org.plpython.catalog.DependentDefinition.Cast;
import org.plpython.catalog.DependentDefinition.EventTrigger;
import org.plpython.catalog.DependentDefinition.Options;
import org.plpython.catalog.DependentDefinition.Options.Option;
import org.plpython.catalog.DependentDefinition.Routine;
import org.plpython.catalog.DependentDefinition.Statistics;
import org.plpython.object.Identifier;
import org.plpython.object.SqlText;

/** Writes what belongs to no table. */
final class DependentRoutineStatements {
  private DependentRoutineStatements() {}

  static List<String> create(Dependent dependent, DependentDefinition definition) {
    if (definition instanceof Routine routine) {
      return create(dependent, routine);
    } else if (definition instanceof Options options) {
      return create(dependent, options);
    } else if (definition instanceof Cast cast) {
      return List.of(create(dependent, cast));
    } else if (definition instanceof EventTrigger trigger) {
      return create(dependent, trigger);
    } else if (definition instanceof Statistics statistics) {
      return create(dependent, statistics);
    }
    throw new IllegalStateException("no such definition: " + definition);
  }

  /** A body in quotes may go by another search path: the server need not look into it again. */
  private static List<String> create(Dependent dependent, Routine routine) {
    String word = DependentStatements.word(dependent);
    List<String> statements = new ArrayList<>();
    statements.addAll(
        DependentSetting.during("check_function_bodies", "off", List.of(routine.sql())));
    String name = word + " " + dependent.name();
    statements.addAll(DependentAccessStatements.restore(name, name, routine.access()));
    for (String extension : routine.extensions()) {
      statements.add(
          "ALTER %s %s DEPENDS ON EXTENSION %s"
              .formatted(word, dependent.name(), Identifier.quote(extension)));
    }
    return statements;
  }

  private static List<String> create(Dependent dependent, Options options) {
    String word = DependentStatements.word(dependent);
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE %s %s %s"
            .formatted(
                word,
                options.created(),
                options.options().stream()
                    .map(DependentRoutineStatements::option)
                    .collect(Collectors.joining(",\n  ", "(\n  ", ")"))));
    statements.addAll(
        DependentAccessStatements.restore(
            word + " " + dependent.name(), "FUNCTION " + dependent.identity(), options.access()));
    return statements;
  }

  private static String option(Option option) {
    return option.name() + option.value().map(value -> " = " + value).orElse("");
  }

  private static String create(Dependent dependent, Cast cast) {
    return "CREATE CAST %s WITH FUNCTION %s%s"
        .formatted(
            dependent.name(),
            cast.function(),
            cast.context() == Cast.Context.EXPLICIT ? "" : " AS " + cast.context());
  }

  private static List<String> create(Dependent dependent, EventTrigger trigger) {
    List<String> statements = new ArrayList<>();
    String tags =
        trigger.tags().isEmpty()
            ? ""
            : trigger.tags().stream()
                .map(SqlText::quote)
                .collect(Collectors.joining(", ", " WHEN TAG IN (", ")"));
    statements.add(
        "CREATE EVENT TRIGGER %s ON %s%s EXECUTE FUNCTION %s"
            .formatted(dependent.name(), trigger.event(), tags, trigger.function()));
    String alter = "ALTER EVENT TRIGGER " + dependent.name() + " ";
    if (!trigger.state().equals(EventTrigger.NEW)) {
      statements.add(alter + Enabling.of(Enabling.inCatalog(trigger.state())));
    }
    statements.add(alter + "OWNER TO " + Identifier.quote(trigger.owner()));
    return statements;
  }

  private static List<String> create(Dependent dependent, Statistics statistics) {
    String alter = "ALTER STATISTICS " + dependent.name() + " ";
    List<String> statements = new ArrayList<>();
    statements.add(statistics.sql());
    statements.add(alter + "OWNER TO " + Identifier.quote(statistics.owner()));
    statistics.target().ifPresent(target -> statements.add(alter + "SET STATISTICS " + target));
    return statements;
  }
}
