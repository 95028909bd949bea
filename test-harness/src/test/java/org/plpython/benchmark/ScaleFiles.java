package org.plpython.benchmark;

/** What the files of {@link ScaleSources} hold beside functions and triggers. */
final class ScaleFiles {
  /** Of all packages. */
  static final String SHARED =
      """
      \"""Texts and money, for everybody.\"""

      import re
      import unicodedata
      from decimal import ROUND_HALF_UP, Decimal

      CENT = Decimal("0.01")
      BLANKS = re.compile(r"\\s+")


      def to_cents(amount: Decimal) -> Decimal:
          \"""Rounds as a till does: half a cent goes up.\"""
          return amount.quantize(CENT, rounding=ROUND_HALF_UP)


      def plain(text: str) -> str:
          \"""Without accents, capitals and superfluous blanks.\"""
          decomposed = unicodedata.normalize("NFKD", text.casefold())
          letters = decomposed.encode("ascii", "ignore").decode("ascii")
          return BLANKS.sub(" ", letters).strip()
      """;

  /** Of the files of a package. */
  static final String COMMON =
      """
      \"""What the files of <package> share.\"""

      from dataclasses import dataclass
      from datetime import datetime
      from decimal import Decimal

      from plpython import pltable
      from shared import plain, to_cents

      VAT = Decimal("0.19")
      LEVELS = {"low": 10, "middle": 100, "high": 1000 + <number>}
      NOT_SOLD = set()
      NOT_SOLD.update({"gift", "sample", "a<number>"})


      @dataclass
      class Line:
          article: str
          pieces: int
          price: Decimal

          def total(self) -> Decimal:
              return self.price * self.pieces


      @pltable("<schema>.<table>")
      @dataclass
      class Record:
          id: int
          code: str
          title: str
          amount: int
          price: Decimal
          info: dict
          changed: datetime


      def level_of(amount: int) -> str:
          \"""The lowest level that holds the amount.\"""
          for name, limit in LEVELS.items():
              if amount <= limit:
                  return name
          return "beyond"


      def gross(net: Decimal) -> Decimal:
          return to_cents(net * (1 + VAT))


      def read_lines(data: dict) -> list[Line]:
          \"""The lines of an order that are sold.\"""
          return [
              Line(plain(line["article"]), int(line["pieces"]), Decimal(str(line["price"])))
              for line in data.get("lines", [])
              if line["article"] not in NOT_SOLD
          ]
      """;

  /** The beginning of a file with functions. */
  static final String HEADER =
      """
      \"""A part of <package>.\"""

      import json
      import math
      import re
      from collections import Counter
      from datetime import date, timedelta
      from decimal import Decimal
      from typing import Iterator

      from plpython import plfunction, plpy, pltrigger
      from shared import plain, to_cents
      from .common import Line, Record, gross, level_of, read_lines

      LARGE = 100 + <number>
      CODE = re.compile(r"(?P<area>[a-z]+)-(?P<year>[0-9]{4})-(?P<serial>[0-9]+)")


      def checked(value: int, name: str, most: int = LARGE) -> int:
          \"""The value, which must be between 0 and the most.\"""
          if not 0 <= value <= most:
              raise ValueError(f"{name} is between 0 and {most}, not {value}")
          return value
      """;

  private ScaleFiles() {}
}
