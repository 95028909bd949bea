package org.plpython.descriptor;

import java.util.regex.Pattern;

/** How options are written, so that messages about them can show it. */
public enum Notation {
  /** {@code level="statement"} in a decorator: messages are worded for it. */
  DECORATOR {
    @Override
    public String of(String text) {
      return text;
    }
  },
  /** {@code level: "statement"} in an entry of a YAML descriptor. */
  DESCRIPTOR {
    @Override
    public String of(String text) {
      String entries =
          DETERMINED.matcher(text).replaceAll("$1 entry").replace("a entry", "an entry");
      String named = DECORATOR_NAME.matcher(entries).replaceAll("the entry");
      String options = OPTION.matcher(named).replaceAll("$1: ");
      String bare = BARE_OPTION.matcher(options).replaceAll("$1:");
      return bare.replaceAll("(: |\\b)True\\b", "$1true")
          .replaceAll("\\bFalse\\b", "false")
          .replace("a dictionary", "a mapping");
    }
  };

  private static final String DECORATORS =
      "@pl(?:function|procedure|aggregate|trigger|eventtrigger)\\b";
  private static final Pattern DETERMINED = Pattern.compile("\\b(a|each) " + DECORATORS);
  private static final Pattern DECORATOR_NAME = Pattern.compile(DECORATORS);
  private static final Pattern OPTION = Pattern.compile("\\b([a-z_]+)=(?=[\"\\[{]|True|False)");
  private static final Pattern BARE_OPTION = Pattern.compile("\\b([a-z_]+)=(?=[ ,.:;)]|$)");

  /** A message or an advice, worded for decorators, as it is in this notation. */
  public abstract String of(String text);
}
