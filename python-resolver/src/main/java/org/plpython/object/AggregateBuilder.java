package org.plpython.object;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plpython.descriptor.Declaration.AggregateOptions;
import org.plpython.descriptor.Declaration.FunctionDeclaration;
import org.plpython.descriptor.Place;
import org.plpython.python.Expression;
import org.plpython.source.Diagnostics;

/** Builds the aggregates over a function. */
final class AggregateBuilder {
  private final FunctionDeclaration declaration;
  private final BuiltFunctions functions;
  private final Diagnostics diagnostics;

  /**
   * For one state function's declaration.
   *
   * @param functions all that were built
   */
  AggregateBuilder(
      FunctionDeclaration declaration, BuiltFunctions functions, Diagnostics diagnostics) {
    this.declaration = declaration;
    this.functions = functions;
    this.diagnostics = diagnostics;
  }

  /** The aggregates; one with a mistake is left out, and reported. */
  List<Aggregate> build() {
    return declaration.aggregates().stream().flatMap(a -> build(a).stream()).toList();
  }

  private Optional<Aggregate> build(AggregateOptions options) {
    int before = diagnostics.count();
    new NameLength(diagnostics).check(options.place(), "aggregate", options.name());
    Optional<Routine.Function> state = functions.of(declaration);
    state.ifPresent(function -> checkState(function, options.place()));
    Optional<Routine.Function> finish = named(options.place(), "final", options.finalFunction());
    Optional<Routine.Function> combine =
        named(options.place(), "combine", options.combineFunction());
    if (state.isEmpty()) {
      return Optional.empty();
    }
    Install install = options.turn().isEmpty() ? state.get().install() : Install.of(options.turn());
    Stream.of(state, finish, combine)
        .flatMap(Optional::stream)
        .forEach(function -> refuseLater(function, install, options));
    if (diagnostics.count() > before) {
      return Optional.empty();
    }
    Origin at = state.get().origin();
    return Optional.of(
        new Aggregate(
            new QualifiedName(
                options.schema().or(() -> state.get().name().schema()), options.name()),
            state.get().parameters().subList(1, state.get().parameters().size()),
            state.get(),
            finish,
            combine,
            options.initial(),
            options.sortOperator(),
            options.parallel(),
            options.privileges(),
            options.comment(),
            install,
            at.at(options.place())));
  }

  /** The manual's CREATE AGGREGATE: the state goes in first and comes out. */
  private void checkState(Routine.Function state, Place place) {
    boolean fits =
        state.result() instanceof Result.Value value
            && !state.parameters().isEmpty()
            && state.parameters().get(0).type().sql().equals(value.type().sql());
    if (!fits) {
      place.report(
          diagnostics,
          "'" + declaration.function().name() + "' is no state function",
          "Its first parameter is the state, and its result the next one: both have one type.");
    }
  }

  /** An aggregate needs its functions when it is made. */
  private void refuseLater(Routine.Function function, Install install, AggregateOptions options) {
    if (function.install().compareTo(install) > 0) {
      options
          .place()
          .report(
              diagnostics,
              "the aggregate '"
                  + options.name()
                  + "' is installed before its function "
                  + function.identity(),
              "Write the same install= in both: an aggregate needs its functions.");
    }
  }

  private Optional<Routine.Function> named(Place place, String option, Optional<Expression> value) {
    Optional<String> name =
        value.flatMap(
            v -> v instanceof Expression.Name written ? Optional.of(written.id()) : v.text());
    Optional<Routine.Function> function = name.flatMap(n -> functions.besides(declaration, n));
    if (value.isPresent() && function.isEmpty()) {
      place
          .at(value.get().position())
          .report(
              diagnostics,
              "option '" + option + "' of @plaggregate names no @plfunction of this file",
              "Write the Python name of one: " + option + "=\"average_of\".");
    }
    return function;
  }
}
