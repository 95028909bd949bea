package org.plpython.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sources of functions that migration tools are measured with: five in a file, and one file more
 * that all use.
 */
public final class PriceFunctions {
  private static final int FUNCTIONS_PER_FILE = 5;

  private static final String COMMON =
      """
      import re

      SPACES = re.compile(r"\\s+")


      def tidy(text):
          return SPACES.sub(" ", text.strip())


      def initials(text):
          return "".join(word[0] for word in tidy(text).split(" ") if word)
      """;

  private static final String HEAD =
      """
      from decimal import Decimal
      from plpython import plfunction
      from common.text import initials, tidy

      RATES = {"a": Decimal("0.19"), "b": Decimal("0.07")}


      def rate(kind):
          if kind not in RATES:
              raise ValueError(f"no rate for {kind!r}")
          return RATES[kind]

      """;

  private static final String FUNCTION =
      """

      @plfunction(volatility="immutable", parallel="safe")
      def price_%1$04d(net: Decimal, kind: str, label: str) -> str:
          \"""Price number %1$d.\"""
          edition = %2$d
          gross = (net * (1 + rate(kind))).quantize(Decimal("0.01"))
          words = []
          for word in tidy(label).split(" "):
              if word.isdigit():
                  words.append(f"#{int(word):05d}")
              elif len(word) > 3:
                  words.append(word[:3].upper())
              else:
                  words.append(word)
          total = gross + edition
          if total < 0:
              raise ValueError("a negative price")
          return f"{initials(label)} {' '.join(words)} {total}"
      """;

  private PriceFunctions() {}

  /**
   * Writes an edition of them.
   *
   * @param functions how many, a multiple of five
   * @param one a number in the first function
   * @param all the number in all others
   */
  public static void write(Path folder, int functions, int one, int all) throws IOException {
    Files.createDirectories(folder.resolve("common"));
    Files.writeString(folder.resolve("common/__init__.py"), "");
    Files.writeString(folder.resolve("common/text.py"), COMMON);
    for (int file = 0; file < functions / FUNCTIONS_PER_FILE; file++) {
      StringBuilder text = new StringBuilder(HEAD);
      for (int i = 0; i < FUNCTIONS_PER_FILE; i++) {
        int number = file * FUNCTIONS_PER_FILE + i;
        text.append(FUNCTION.formatted(number, number == 0 ? one : all));
      }
      Files.writeString(folder.resolve("file_%04d.py".formatted(file)), text.toString());
    }
  }
}
