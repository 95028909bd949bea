package org.plpython.flyway;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plpython.deploy.DeployException;

/** Says in Flyway's words what the command line says in its own. */
final class Wording {
  /** An option with its value, where it has one; after "with", its value is the reader's. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?<verb>[Ss]ay |with |: )?--(?<name>[a-z]+(?:-[a-z]+)*)"
              + "(?: (?<value>'[^']*'|recreate|repair|schema\\.table))?");

  private Wording() {}

  static String of(DeployException refused) {
    return of(String.valueOf(refused.getMessage()));
  }

  /** The same text with settings in the place of options. */
  static String of(String text) {
    return OPTION.matcher(text).replaceAll(match -> Matcher.quoteReplacement(setting(match)));
  }

  private static String setting(java.util.regex.MatchResult match) {
    String verb = match.group(1) == null ? "" : match.group(1);
    String value = match.group(3) == null ? "" : match.group(3).replace("'", "");
    String setting = "flyway.plpython." + camelCase(match.group(2));
    boolean isSwitch = verb.equalsIgnoreCase("say ") && value.isEmpty();
    return verb.replace("ay ", "et ")
        + setting
        + (isSwitch ? "=true" : value.isEmpty() ? "" : "=" + value);
  }

  private static String camelCase(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : name.split("-", -1)) {
      text.append(
          text.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return text.toString();
  }
}
