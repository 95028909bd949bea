package org.plpython.benchmark;

import java.util.List;

/** The functions of {@link ScaleSources}: what people put into a database, in turn. */
final class ScaleFunctions {
  static final List<String> SHAPES =
      List.of(
          """


          @plfunction(schema="<schema>", volatility="immutable", parallel="safe")
          def price_<n>(net: Decimal, pieces: int = 1, discount: int = 0) -> Decimal:
              \"""The gross price of so many pieces, less a discount in percent.\"""
              if pieces < 1:
                  raise ValueError(f"{pieces} pieces cannot be sold")
              checked(discount, "a discount", 100)
              rebate = Decimal("0.0<edition>") if pieces > LARGE else Decimal("0")
              total = net * pieces * (100 - discount) / 100
              return gross(total * (1 - rebate))
          """,
          """


          @plfunction(schema="<schema>", volatility="immutable", strict=True, parallel="safe")
          def slug_<n>(title: str, longest: int = 60) -> str:
              \"""The title as a part of a web address.\"""
              words = re.findall(r"[a-z0-9]+", plain(title))
              slug = ""
              for word in words:
                  if len(slug) + len(word) + 1 > longest - <edition>:
                      break
                  slug = slug + "-" + word if slug else word
              return slug
          """,
          """


          @plfunction(schema="<schema>", volatility="stable")
          def summary_<n>(data: dict, with_levels: bool = True) -> dict:
              \"""What an order comes to: pieces, money, and how its lines spread over the levels.\"""
              lines = read_lines(data)
              if not lines:
                  return {"edition": <edition>, "pieces": 0, "total": "0.00"}
              total = sum((line.total() for line in lines), Decimal("0"))
              summary = {
                  "edition": <edition>,
                  "pieces": sum(line.pieces for line in lines),
                  "total": str(to_cents(total)),
                  "gross": str(gross(total)),
                  "articles": sorted({line.article for line in lines}),
              }
              if with_levels:
                  summary["levels"] = dict(Counter(level_of(line.pieces) for line in lines))
              return summary
          """,
          """


          @plfunction(schema="<schema>", volatility="immutable", parallel="safe", cost=500)
          def spread_<n>(values: list[float], trim: int = 1) -> float | None:
              \"""The standard deviation without the extremes; NULL for too few values.\"""
              kept = sorted(value for value in values if not math.isnan(value))
              kept = kept[trim : len(kept) - trim]
              if len(kept) < 2 + <edition>:
                  return None
              mean = math.fsum(kept) / len(kept)
              squares = math.fsum((value - mean) ** 2 for value in kept)
              return math.sqrt(squares / (len(kept) - 1))
          """,
          """


          @plfunction(schema="<schema>", volatility="stable", rows=20)
          def lines_<n>(data: dict, least: int = 1) -> Iterator[Line]:
              \"""The lines of an order as rows, the same articles together, dearest first.\"""
              together = {}
              for line in read_lines(data):
                  key = (line.article, line.price)
                  if key in together:
                      together[key].pieces += line.pieces
                  else:
                      together[key] = Line(line.article, line.pieces, line.price)
              for line in sorted(together.values(), key=Line.total, reverse=True):
                  if line.pieces >= least + <edition>:
                      yield line
          """,
          """


          @plfunction(schema="<schema>", volatility="immutable", strict=True, parallel="safe")
          def due_<n>(since: date, days: int = 14, on_weekends: bool = False) -> date:
              \"""The day on which a payment is due.\"""
              due = since + timedelta(days=checked(days, "days", 366) + <edition>)
              if on_weekends:
                  return due
              while due.weekday() >= 5:
                  due += timedelta(days=1)
              return due
          """,
          """


          @plfunction(
              schema="<schema>",
              volatility="immutable",
              security="definer",
              set={"search_path": "pg_catalog, <schema>"},
          )
          def code_parts_<n>(code: str) -> dict:
              \"""The parts of a code such as books-2024-17.\"""
              found = CODE.fullmatch(code.strip().lower())
              if found is None:
                  raise ValueError(
                      f'"{code}" is no code: an area, a year and a serial number are wanted, '
                      "with hyphens between them"
                  )
              parts = found.groupdict()
              parts["serial"] = int(parts["serial"]) + <edition>
              parts["is_recent"] = int(parts["year"]) >= 2020
              return parts
          """,
          """


          @plfunction(schema="<schema>", volatility="stable")
          def amount_<n>(code: str, least: int = 0) -> int:
              \"""How much there is of all that has the code.\"""
              query = \"""
                  SELECT amount
                  FROM <schema>.<table>
                  WHERE code = $1 AND amount >= $2
                  ORDER BY amount DESC
              \"""
              plan = plpy.prepare(query, ["text", "integer"])
              amount = <edition>
              for row in plpy.execute(plan, [plain(code), least]):
                  amount += row["amount"]
              return amount
          """,
          """


          @plfunction(schema="<schema>", name="label_<pair>", volatility="immutable")
          def label_of_text_<n>(title: str, code: str = "none") -> str:
              \"""The label of a thing with a title.\"""
              lines = [f"{code:<12}|", f"{plain(title)[:40]:<40}|", "edition <edition>"]
              width = max(len(line) for line in lines)
              return "\\n".join(line.ljust(width) for line in lines)
          """,
          """


          @plfunction(schema="<schema>", name="label_<pair>", volatility="immutable")
          def label_of_number_<n>(number: int, level: int | None = None) -> str:
              \"""The label of a thing with a number.\"""
              named = level_of(number if level is None else level)
              if number < 0:
                  return f"unknown, {named}, edition <edition>"
              return f"{number:06d}, {named}, edition <edition>"
          """);

  private ScaleFunctions() {}
}
