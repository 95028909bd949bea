package org.plpython.deploy;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Says that a connection ended in the middle of work, why, and what became of the work. SQLSTATE
 * alone decides: texts are of the server's language, or of the JVM's.
 */
public final class ConnectionLoss {
  private static final String BROKEN =
      "the network failed, or the session's process ended; the server's log says which";

  /** By SQLSTATE: the manual's appendix A, and 08S01 of the driver. */
  private static final Map<String, String> CAUSES =
      Map.ofEntries(
          Map.entry("57P01", "the server shuts down, or an administrator ended the session"),
          Map.entry("57P02", "the server restarts all sessions, as another one crashed"),
          Map.entry("57P04", "the database was dropped"),
          Map.entry("57P05", "the server's idle_session_timeout was reached"),
          Map.entry("25P03", "the server's idle_in_transaction_session_timeout was reached"),
          Map.entry("25P04", "the server's transaction_timeout was reached"),
          Map.entry("08000", BROKEN),
          Map.entry("08003", BROKEN),
          Map.entry("08006", BROKEN),
          Map.entry("08007", BROKEN),
          Map.entry("08S01", BROKEN));

  private ConnectionLoss() {}

  /** What became of the changes that were under way. */
  public enum Outcome {
    /** There were none. */
    NOTHING_CHANGED("Nothing was changed. Run it again when the server answers."),

    /** They were in one transaction, and its COMMIT had not been sent. */
    ROLLED_BACK(
        "PostgreSQL rolls all of it back: nothing was changed. Run it again when the server"
            + " answers."),

    /** Their COMMIT had been sent, and no answer came. */
    UNKNOWN(
        "Whether the changes were committed is not known; it is all of them, or none. Run plan when"
            + " the server answers: it shows what is still to be done.");

    private final String text;

    Outcome(String text) {
      this.text = text;
    }
  }

  /**
   * The message for the user; empty where the error is another one, and the connection lives.
   *
   * @param error what the driver threw
   * @param work what was under way, to follow "while": {@code "installing the function f()"}
   */
  public static Optional<String> explain(SQLException error, String work, Outcome outcome) {
    return Optional.ofNullable(CAUSES.get(String.valueOf(error.getSQLState())))
        .map(
            cause ->
                "The connection to the database was lost while %s: %s.\n  %s"
                    .formatted(work, cause, outcome.text));
  }
}
