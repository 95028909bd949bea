package org.plpython.harness.assertions;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Assertions on what came of a call or a statement. It has been run once, at the beginning. */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

  private final String what;
  private final Outcome outcome;
  private final Sources sources;

  OutcomeAssert(String what, Outcome outcome, Sources sources) {
    super(outcome, OutcomeAssert.class);
    this.what = what;
    this.outcome = outcome;
    this.sources = sources;
  }

  /**
   * Checks that it returned this value alone.
   *
   * @param expected numbers are compared by value, lists stand for arrays; jsonb, enums and other
   *     types that Java does not have are strings as PostgreSQL writes them
   */
  public OutcomeAssert returns(@Nullable Object expected) {
    return check("return", List.of(Arrays.asList(expected)));
  }

  /**
   * Checks that it returned this row alone.
   *
   * @param expected a value for each column, as of {@link #returns}
   */
  public OutcomeAssert returnsRow(@Nullable Object... expected) {
    return check("return the row", List.of(Arrays.asList(expected)));
  }

  /**
   * Checks that it returned one column with these values, in this order.
   *
   * @param expected a value for each row, as of {@link #returns}
   */
  public OutcomeAssert returnsAll(@Nullable Object... expected) {
    return check(
        "return the rows",
        Arrays.stream(expected).<List<@Nullable Object>>map(Arrays::asList).toList());
  }

  /** Checks that it did not fail, whatever it returned. */
  public OutcomeAssert succeeds() {
    SQLException error = outcome.error();
    if (error != null) {
      throw failure("Expecting%n  %s%nto succeed, but it failed:%n%s", what, told(error));
    }
    return this;
  }

  /**
   * Checks that it failed.
   *
   * @param message the server's message without ERROR; a Python exception's is its class and its
   *     text, {@code ValueError: no such book}
   */
  public OutcomeAssert failsWith(String message) {
    SQLException error = outcome.error();
    if (error == null) {
      throw failure("Expecting%n  %s%nto fail with%n  %s%nbut %s", what, message, returned());
    }
    if (!message.equals(primary(error))) {
      throw failure(
          "Expecting%n  %s%nto fail with%n  %s%nbut it failed with:%n%s",
          what, message, told(error));
    }
    return this;
  }

  /**
   * Checks that the traceback of the Python exception has this line.
   *
   * @param file the end of the author's file, {@code pricing.py}
   * @param line the line's number in that file
   */
  public OutcomeAssert at(String file, int line) {
    SQLException error = outcome.error();
    if (error == null) {
      throw failure("Expecting%n  %s%nto fail at%n  %s:%d%nbut %s", what, file, line, returned());
    }
    Pattern frame =
        Pattern.compile("\\s*File \"(.*/)?" + Pattern.quote(file) + "\", line " + line + ",.*");
    boolean passes = sources.message(error).lines().anyMatch(each -> frame.matcher(each).matches());
    if (!passes) {
      throw failure(
          "Expecting%n  %s%nto fail at%n  %s:%d%nbut it failed with:%n%s",
          what, file, line, told(error));
    }
    return this;
  }

  private OutcomeAssert check(String verb, List<List<@Nullable Object>> expected) {
    boolean passes =
        outcome.error() == null
            && outcome.rows().size() == expected.size()
            && SqlValues.equalLists(outcome.rows(), expected);
    if (!passes) {
      throw failure("Expecting%n  %s%nto %s%n%s%nbut %s", what, verb, lines(expected), returned());
    }
    return this;
  }

  private String returned() {
    SQLException error = outcome.error();
    if (error != null) {
      return "it failed with:\n" + told(error);
    }
    return outcome.rows().isEmpty()
        ? "it returned nothing"
        : "it returned\n" + lines(outcome.rows());
  }

  private static String lines(List<? extends List<@Nullable Object>> rows) {
    return rows.stream().map(row -> "  " + Shown.row(row)).collect(Collectors.joining("\n"));
  }

  private String told(SQLException error) {
    return Shown.indented(sources.message(error));
  }

  private static String primary(SQLException error) {
    ServerErrorMessage server =
        error instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
    String message = server == null ? error.getMessage() : server.getMessage();
    return String.valueOf(message);
  }
}
