package org.plpython.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plpython.deploy.ConnectionLoss.Outcome;

/** Words of servers and drivers in German; test-harness loses connections of running servers. */
class ConnectionLossTest {
  private static Optional<String> explain(String state, Outcome outcome) {
    SQLException error = new SQLException("FATAL: Verbindung wird abgebrochen", state);
    return ConnectionLoss.explain(error, "installing the function f()", outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          57P01 | the server shuts down, or an administrator ended the session
          57P02 | the server restarts all sessions, as another one crashed
          57P04 | the database was dropped
          57P05 | the server's idle_session_timeout was reached
          25P03 | the server's idle_in_transaction_session_timeout was reached
          25P04 | the server's transaction_timeout was reached
          08000 | the network failed, or the session's process ended; the server's log says which
          08003 | the network failed, or the session's process ended; the server's log says which
          08006 | the network failed, or the session's process ended; the server's log says which
          08007 | the network failed, or the session's process ended; the server's log says which
          08S01 | the network failed, or the session's process ended; the server's log says which
          """)
  void cause_is_told_when_the_sqlstate_is_of_a_lost_connection(String state, String cause) {
    assertThat(explain(state, Outcome.ROLLED_BACK))
        .contains(
            """
            The connection to the database was lost while installing the function f(): %s.
              PostgreSQL rolls all of it back: nothing was changed. Run it again when the server\
             answers."""
                .formatted(cause));
  }

  @Test
  void outcome_is_not_promised_when_the_commit_was_under_way() {
    assertThat(explain("57P01", Outcome.UNKNOWN).orElseThrow())
        .endsWith(
            """
            .
              Whether the changes were committed is not known; it is all of them, or none. Run plan\
             when the server answers: it shows what is still to be done.""");
    assertThat(explain("57P01", Outcome.NOTHING_CHANGED).orElseThrow())
        .endsWith(".\n  Nothing was changed. Run it again when the server answers.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"42501", "57014", "57P03", "08P01", "25006"})
  void nothing_is_said_when_the_connection_lives(String state) {
    assertThat(explain(state, Outcome.ROLLED_BACK)).isEmpty();
  }

  @Test
  void nothing_is_said_when_the_error_has_no_sqlstate() {
    assertThat(ConnectionLoss.explain(new SQLException("?"), "reading", Outcome.NOTHING_CHANGED))
        .isEmpty();
  }
}
