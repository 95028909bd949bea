package org.plpython.object;

import java.util.List;
import java.util.Optional;
import org.plpython.descriptor.Parallel;
import org.plpython.descriptor.Privileges;

/**
 * An aggregate over functions in PL/Python; the manual's CREATE AGGREGATE.
 *
 * @param parameters what is aggregated, without the state
 * @param state the function that makes the next state of a state and the arguments
 * @param finalFunction makes the result of the last state; empty: that state is the result
 * @param combineFunction makes one state of two
 * @param initial the first state, as PostgreSQL reads it; empty: NULL
 * @param sortOperator whose first value in order the aggregate gives: {@code <} for a minimum
 */
public record Aggregate(
    QualifiedName name,
    List<Parameter> parameters,
    Routine.Function state,
    Optional<Routine.Function> finalFunction,
    Optional<Routine.Function> combineFunction,
    Optional<String> initial,
    Optional<String> sortOperator,
    Parallel parallel,
    Privileges privileges,
    Optional<String> comment,
    Install install,
    Origin origin)
    implements DatabaseObject {
  public Aggregate {
    parameters = List.copyOf(parameters);
  }

  @Override
  public String kind() {
    return "aggregate";
  }

  @Override
  public String identity() {
    return name.sql() + Signature.of(parameters);
  }
}
