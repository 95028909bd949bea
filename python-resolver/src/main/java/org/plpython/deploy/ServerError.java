package org.plpython.deploy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plpython.catalog.ServerFacts;
import org.plpython.object.DatabaseObject;
import org.plpython.object.Origin;
import org.plpython.object.Routine;
import org.plpython.object.Script;
import org.plpython.object.Trigger;
import org.plpython.plan.Refusal;
import org.plpython.sql.ServerEncoding;

/**
 * Says a server's refusal in the author's terms: which object, which file, which line, what now.
 */
final class ServerError {
  private static final Pattern LINE = Pattern.compile("\\(.*, line (\\d+)\\)");

  /**
   * The driver's last line counts characters of our statement; its word is of the JVM's language.
   */
  private static final Pattern POSITION = Pattern.compile("  \\S+ ?: \\d+");

  /** By SQLSTATE, for what is no trigger. */
  private static final Map<String, String> ADVICE_OF_ROUTINES =
      Map.of(
          "42P01", "Create the table in a versioned migration, or mend its name.",
          "42703", "Mend the column's name in the default's SQL.",
          "42601", "Mend the SQL of its types, defaults or options.",
          "42883", "Create the function in a versioned migration, or mend its name.");

  /** By SQLSTATE, for everything; the manual's appendix A. */
  private static final Map<String, String> ADVICE =
      Map.ofEntries(
          Map.entry("3F000", "Create the schema in a versioned migration, or mend its name."),
          Map.entry(
              "42704",
              "Create it in a versioned migration, or mend its name. A class stands for the type that"
                  + " @pltype names, else for the one named like it in lower case."),
          Map.entry(
              "22P05",
              "The database's encoding has no such character. It stands in a name, the comment or a"
                  + " default: use others there, or a database with ENCODING 'UTF8'."),
          Map.entry(
              "55P03",
              "Another session holds a lock on it. SELECT pid, state, query FROM pg_stat_activity"
                  + " shows which: wait for it, or give the deploy more time with --lock-timeout."),
          Map.entry(
              "57014", "It took longer than it may. Give it more time with --statement-timeout."),
          Map.entry("42501", "Deploy as a role that may do this, or grant it the right first."),
          Map.entry(
              "53200",
              "A deploy holds one lock for each object until it commits. An administrator"
                  + " raises max_locks_per_transaction, or the sources are deployed in parts."));

  private ServerError() {}

  static DeployException explain(DatabaseObject object, SQLException error) {
    return new DeployException(refusal(object, error).toString(), error);
  }

  /** For a script that the server's Python does not compile. */
  static DeployException uncompiled(Script script, SQLException error) {
    return new DeployException(place(script.origin(), error) + ": " + withAdvice(error), error);
  }

  /** What the server says, and what to do about it, where it is about no object. */
  static String withAdvice(SQLException error) {
    return text(error) + advice(error).map(it -> "\n  " + it).orElse("");
  }

  /** What the server says of an object. */
  static Refusal refusal(DatabaseObject object, SQLException error) {
    return refusal(place(object.origin(), error), object, text(error), advice(object, error));
  }

  private static Refusal refusal(
      String place, DatabaseObject object, String message, Optional<String> advice) {
    return new Refusal(
        Optional.of(place),
        "cannot install the %s %s: %s".formatted(object.kind(), object.identity(), message),
        advice.orElse(""),
        Optional.empty());
  }

  /**
   * For something that an object names and the database does not hold.
   *
   * @param state the SQLSTATE that the server would say
   */
  static Refusal missing(DatabaseObject object, String kind, String name, String state) {
    return refusal(
        object.origin().toString(),
        object,
        "there is no %s %s".formatted(kind, name),
        object instanceof Trigger
            ? TriggerAdvice.of(state)
            : Optional.ofNullable(ADVICE.get(state)));
  }

  /** For a body that the database cannot hold. */
  static Refusal notInEncoding(Routine routine, String word, ServerEncoding encoding) {
    return refusal(
        routine.origin().toString(),
        routine,
        "'%s' is not ASCII, and the database's encoding is %s".formatted(word, encoding.name()),
        Optional.of(
            "In any encoding but UTF8, PL/Python takes ASCII names only: rename the function, the"
                + " parameter or the field. Strings and comments of Python code may hold what they"
                + " like; a body in YAML may not."));
  }

  /**
   * For what CREATE FUNCTION would refuse with "trigger functions can only be called as triggers".
   */
  static Refusal noEventTriggers(DatabaseObject object, ServerFacts server) {
    return refusal(
        object.origin().toString(),
        object,
        "this server is PostgreSQL %s, and PL/Python can be called for events from 19 on"
            .formatted(server.version()),
        Optional.of(
            "Deploy to PostgreSQL 19 or later, or write this one in PL/pgSQL, in a versioned"
                + " migration, and remove it here."));
  }

  /** Without where in our own text it happened: the author's place is said before. */
  private static String text(SQLException error) {
    List<String> lines = ServerMessage.parse(String.valueOf(error.getMessage())).before();
    List<String> told = lines.stream().filter(line -> !POSITION.matcher(line).matches()).toList();
    return LINE.matcher(String.join("\n", told)).replaceAll("").strip();
  }

  /** A syntax error's line counts from the program's first. */
  private static String place(Origin origin, SQLException error) {
    Matcher line = LINE.matcher(String.valueOf(error.getMessage()));
    return (line.find() ? origin.place(Integer.parseInt(line.group(1))) : Optional.<String>empty())
        .orElse(origin.toString());
  }

  private static Optional<String> advice(DatabaseObject object, SQLException error) {
    Optional<String> ofItsKind =
        object instanceof Trigger trigger
            ? TriggerAdvice.of(trigger, error)
            : Optional.ofNullable(ADVICE_OF_ROUTINES.get(String.valueOf(error.getSQLState())));
    return ofItsKind.or(() -> advice(error));
  }

  private static Optional<String> advice(SQLException error) {
    String text = text(error);
    if (text.contains("SyntaxError")) {
      return Optional.of("This is what the server's own Python says of the file.");
    }
    return Optional.ofNullable(ADVICE.get(String.valueOf(error.getSQLState())));
  }
}
