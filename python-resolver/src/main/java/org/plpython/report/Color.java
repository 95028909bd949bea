package org.plpython.report;

/** Colours of a terminal; ECMA-48's section 8.3.117. */
enum Color {
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  MAGENTA("35"),
  CYAN("36"),
  BOLD("1"),
  FAINT("2");

  private final String code;

  Color(String code) {
    this.code = code;
  }

  /** The text in this colour. */
  String of(String text) {
    return "\u001b[" + code + "m" + text + "\u001b[m";
  }
}
