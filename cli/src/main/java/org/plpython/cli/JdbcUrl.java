package org.plpython.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that is the driver's in form, and holds no password.
 *
 * @param text begins with {@code jdbc:postgresql:}
 */
record JdbcUrl(String text) {
  /** For messages about a password in a place that others can read. */
  static final String PASSWORD_PLACES =
      "the environment variable PGPASSWORD or in ~/.pgpass; on a terminal it is asked for.";

  private static final String SCHEME = "jdbc:postgresql:";

  /** What others call the scheme: psql, and most that give addresses in one piece. */
  private static final Pattern OTHER_SCHEME =
      Pattern.compile("(?:jdbc:)?postgres(?:ql)?:(//.*)", Pattern.CASE_INSENSITIVE);

  /**
   * Takes what stands in {@code --url}. What a message quotes of it is no password.
   *
   * @throws InvalidArgumentException if it is another form, which the message turns into the right
   *     one, or holds a user before the host or a password
   */
  static JdbcUrl of(String text) {
    Matcher other = OTHER_SCHEME.matcher(text);
    if (text.startsWith(SCHEME)) {
      refuseSecrets(text.substring(SCHEME.length()));
      return new JdbcUrl(text);
    } else if (other.matches()) {
      throw refusal(
          "--url is not in the form of PostgreSQL's JDBC driver.",
          other.group(1),
          hasPassword(other.group(1)));
    }
    boolean mayHoldSecret = text.contains("@") || text.contains("=");
    throw new InvalidArgumentException(
        "%s is no address of a PostgreSQL database: write jdbc:postgresql://HOST:PORT/DATABASE, or embedded:."
            .formatted(mayHoldSecret ? "--url" : "'" + text + "'"));
  }

  private static void refuseSecrets(String address) {
    boolean hasUser = beforeParameters(address).contains("@");
    if (hasPassword(address)) {
      throw refusal("--url holds a password, where others can read it.", address, true);
    } else if (hasUser) {
      throw refusal("--url has an @, which the JDBC driver does not understand.", address, false);
    }
  }

  /** Before the host, behind a colon, or as a parameter. */
  private static boolean hasPassword(String address) {
    String start = beforeParameters(address);
    String user = start.substring(0, Math.max(0, start.lastIndexOf('@')));
    return user.contains(":")
        || Arrays.stream(address.split("[?&]", -1))
            .anyMatch(parameter -> parameter.toLowerCase(Locale.ROOT).startsWith("password="));
  }

  private static String beforeParameters(String address) {
    return address.replaceFirst("(?s)\\?.*", "");
  }

  private static InvalidArgumentException refusal(
      String reason, String address, boolean hasPassword) {
    String form =
        JdbcForm.of(address)
            .map(JdbcForm::options)
            .orElse("--url jdbc:postgresql://HOST:PORT/DATABASE --user USER");
    return new InvalidArgumentException(
        reason
            + ("\n  Write " + form)
            + (hasPassword ? ", and give the password in " + PASSWORD_PLACES : "."));
  }
}
