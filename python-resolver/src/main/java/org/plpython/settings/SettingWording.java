package org.plpython.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says in a migration tool's words what the command line says in its own. */
public final class SettingWording {
  /**
   * An option with its value, where it has one; after "with", its value is the reader's. Other
   * words after two dashes stay: messages quote scripts, and these the bodies of functions.
   */
  private static final Pattern OPTION =
      Pattern.compile(
          "([Ss]ay )?(?<![\\w-])--("
              + Setting.ALL.stream().map(Setting::dashed).collect(Collectors.joining("|"))
              + ")(?![\\w-])(?: ('.*?'(?=[.\\s]|$)|recreate|repair|schema\\.table))?");

  private final Tool tool;

  public SettingWording(Tool tool) {
    this.tool = tool;
  }

  /** The same text with settings in the place of options. */
  public String of(String text) {
    return OPTION.matcher(text).replaceAll(match -> Matcher.quoteReplacement(setting(match)));
  }

  private String setting(MatchResult option) {
    String verb = group(option, 1).replace("ay ", "et ");
    String quoted = group(option, 3);
    String value = quoted.startsWith("'") ? quoted.substring(1, quoted.length() - 1) : quoted;
    String property = tool.prefix() + camelCase(option.group(2));
    if (!value.isEmpty()) {
      return verb + property + "=" + value;
    }
    return verb + property + (verb.isEmpty() ? "" : "=true");
  }

  private static String camelCase(String dashed) {
    return Pattern.compile("-(.)")
        .matcher(dashed)
        .replaceAll(it -> it.group(1).toUpperCase(Locale.ROOT));
  }

  private static String group(MatchResult match, int number) {
    return Optional.ofNullable(match.group(number)).orElse("");
  }
}
