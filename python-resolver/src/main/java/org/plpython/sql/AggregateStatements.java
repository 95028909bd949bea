package org.plpython.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.plpython.object.Aggregate;
import org.plpython.object.Identifier;
import org.plpython.object.Parameter.Passing;
import org.plpython.object.SqlText;

/** The statements that install aggregates. */
final class AggregateStatements {
  private AggregateStatements() {}

  static List<String> of(Aggregate aggregate) {
    List<String> statements = new ArrayList<>(List.of(create(aggregate, aggregate.name().sql())));
    statements.addAll(declarations(aggregate, aggregate.identity()));
    return statements;
  }

  static List<String> declarations(Aggregate aggregate, String identity) {
    return RoutineStatements.ownership(
        "ROUTINE", identity, aggregate.privileges(), aggregate.comment());
  }

  /** Creates it under a name, or replaces the one of that name. */
  static String create(Aggregate aggregate, String name) {
    List<String> options = new ArrayList<>();
    options.add("SFUNC = " + aggregate.state().name().sql());
    options.add("STYPE = " + aggregate.state().parameters().get(0).type().sql());
    aggregate.finalFunction().ifPresent(f -> options.add("FINALFUNC = " + f.name().sql()));
    aggregate.combineFunction().ifPresent(f -> options.add("COMBINEFUNC = " + f.name().sql()));
    aggregate.initial().ifPresent(state -> options.add("INITCOND = " + SqlText.quote(state)));
    aggregate.sortOperator().ifPresent(operator -> options.add("SORTOP = " + operator));
    options.add("PARALLEL = " + aggregate.parallel());
    return "CREATE OR REPLACE AGGREGATE %s (%s) (\n    %s\n)"
        .formatted(name, parameters(aggregate), String.join(",\n    ", options));
  }

  private static String parameters(Aggregate aggregate) {
    return aggregate.parameters().isEmpty()
        ? "*"
        : aggregate.parameters().stream()
            .map(
                p ->
                    (p.passing() == Passing.VARIADIC ? "VARIADIC " : "")
                        + Identifier.quote(p.name())
                        + " "
                        + p.type().sql())
            .collect(Collectors.joining(", "));
  }
}
