package org.plpython.descriptor;

import java.util.Optional;
import org.plpython.descriptor.Declaration.AggregateOptions;
import org.plpython.python.Expression;
import org.plpython.python.Expression.Literal;

/** Reads the options of one {@code @plaggregate}. */
final class AggregateOptionReader {
  private final Options options;

  AggregateOptionReader(Options options) {
    this.options = options;
  }

  /** The options; what is missing or wrong has been reported, and something stands in for it. */
  AggregateOptions read(Subject subject) {
    Optional<String> name = options.simpleName("name");
    if (options.isByName() && options.expression("name").isEmpty()) {
      options.missing("name", "name=\"total\": the state function has its own");
    }
    AggregateOptions read =
        new AggregateOptions(
            options.place(),
            name.orElse(subject.function().name()),
            options.text("schema"),
            initial(),
            options.expression("final"),
            options.expression("combine"),
            options.text("sort_operator"),
            options.oneOf("parallel", Parallel.class, Options.Case.LOWER).orElse(Parallel.UNSAFE),
            options.privileges(),
            options.comment(),
            options.turn());
    options.refuseOthers();
    return read;
  }

  private Optional<String> initial() {
    Optional<Expression> value = options.expression("initial");
    if (value.isPresent()
        && value.get() instanceof Literal literal
        && (literal.value() instanceof String || literal.value() instanceof Number)) {
      return Optional.of(String.valueOf(literal.value()));
    } else if (value.isPresent()) {
      options.wrongValue("initial", "a string or a number, as SQL writes the first state");
    }
    return Optional.empty();
  }
}
