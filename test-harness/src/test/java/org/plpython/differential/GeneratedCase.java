package org.plpython.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/** Writes a case over generated values of a type: alone, in arrays and in composites. */
final class GeneratedCase {
  private static final String TEXT =
      """
      import json
      from dataclasses import dataclass
      from datetime import date, datetime, time, timedelta, timezone
      from decimal import Decimal
      from typing import Annotated, NamedTuple, Optional
      from uuid import UUID

      from plpython import plfunction


      def show(v):
          if isinstance(v, list):
              return repr([show(each) for each in v])
          return %s


      @dataclass
      class Holder:
          one: Optional[%s]
          many: list[%s]


      class Outer(NamedTuple):
          holder: Holder
          holders: list[Holder]


      @plfunction
      def same(v: Optional[%s]) -> Optional[%s]:
          return v


      @plfunction
      def shown(v: Optional[%s]) -> str:
          return show(v)


      @plfunction
      def same_list(v: list[%s]) -> list[%s]:
          return v


      @plfunction
      def shown_list(v: list[%s]) -> str:
          return show(v)


      @plfunction
      def same_grid(v: list[list[%s]]) -> list[list[%s]]:
          return v


      @plfunction
      def same_outer(v: Outer) -> Outer:
          return v


      @plfunction
      def shown_outer(v: Outer) -> str:
          return show(v.holder.one) + "".join(show(h.many) for h in v.holders)


      if __name__ == "__main__":
          from plain import calls, setup
          from sqltext import sql_type

          kind = sql_type(%s)
          setup(
              f"CREATE TYPE holder AS (one {kind}, many {kind}[])",
              'CREATE TYPE "outer" AS (holder holder, holders holder[])',
          )
          values = [
      %s
          ]
          lists = [values[i : i + i %% 5] for i in range(0, len(values), 5)]
          grids = [[values[i : i + 3], values[i + 3 : i + 6]] for i in range(0, len(values) - 6, 7)]
          holders = [Holder(v, many) for v, many in zip(values, lists)]
          outers = [Outer(h, holders[i : i + 3]) for i, h in enumerate(holders)]
          calls(same, values + [None])
          calls(shown, values)
          calls(same_list, lists + [[None, v] for v in values[:5]])
          calls(shown_list, lists)
          calls(same_grid, grids)
          calls(same_outer, outers)
          calls(shown_outer, outers)
      """;

  private GeneratedCase() {}

  static Case write(Path folder, PythonValues type, int tries, long seed) {
    String all = type.annotation();
    String text =
        TEXT.formatted(
            type.shown(),
            all,
            all,
            all,
            all,
            all,
            all,
            all,
            all,
            all,
            all,
            all,
            String.join("", values(type.expressions(), tries, seed)));
    Path file = folder.resolve("of_" + type.name() + ".py");
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Case.read(file);
  }

  private static List<String> values(Arbitrary<String> arbitrary, int tries, long seed) {
    List<String> lines = new ArrayList<>();
    JqwikSession.run(
        Long.toString(seed),
        () -> {
          Random random = new Random(seed);
          var generator = arbitrary.generator(tries, true);
          IntStream.range(0, tries)
              .mapToObj(i -> generator.next(random))
              .map(Shrinkable::value)
              .forEach(value -> lines.add("        " + value + ",\n"));
        });
    return lines;
  }
}
