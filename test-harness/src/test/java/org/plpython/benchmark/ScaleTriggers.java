package org.plpython.benchmark;

import java.util.List;

/** The tables of {@link ScaleSources}, and the triggers that each of them has. */
final class ScaleTriggers {
  static final String TABLE =
      """
      CREATE TABLE <schema>.<table> (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL,
        title text,
        amount integer NOT NULL DEFAULT 0,
        price numeric(12, 2),
        info jsonb NOT NULL DEFAULT '{}',
        changed timestamptz
      )""";

  static final List<String> SHAPES =
      List.of(
          """


          @pltrigger(event="INSERT OR UPDATE", when="BEFORE", model=Record, schema="<schema>")
          def complete_<table>(new: Record, old: Record, td, plpy):
              \"""Fills in what can be told from the rest of the row.\"""
              new.title = plain(new.title or new.code)
              if new.price is not None:
                  new.price = to_cents(new.price)
              new.info["level"] = level_of(new.amount)
              new.info["edition"] = <edition>
          """,
          """


          @pltrigger(
              event="INSERT OR UPDATE",
              when="BEFORE",
              table="<schema>.<table>",
              schema="<schema>",
              of=["code"],
              condition="new.code IS NOT NULL",
          )
          def check_code_<table>(new):
              \"""Keeps codes in small letters, and others out.\"""
              code = new.code.strip().lower()
              if CODE.fullmatch(code) is None and len(code) > 3 + <edition>:
                  raise ValueError(f'"{new.code}" is no code')
              new.code = code
          """,
          """


          @pltrigger(event="UPDATE", when="AFTER", table="<schema>.<table>", schema="<schema>")
          def note_<table>(td, plpy):
              \"""Tells whoever listens what changed in a row.\"""
              old, new = td["old"], td["new"]
              changes = {name: [old[name], new[name]] for name in new if old[name] != new[name]}
              if not changes:
                  return
              text = json.dumps({"edition": <edition>, "id": new["id"], **changes}, default=str)
              plan = plpy.prepare("SELECT pg_notify('<table>', $1)", ["text"])
              plpy.execute(plan, [text])
          """,
          """


          @pltrigger(
              event="INSERT",
              when="AFTER",
              level="statement",
              table="<schema>.<table>",
              schema="<schema>",
              new_table="added",
          )
          def limit_<table>(td, plpy):
              \"""No more rows at once than a person can look through.\"""
              count = plpy.execute("SELECT count(*) AS rows FROM added")[0]["rows"]
              checked(count, "rows", 10_000 + <edition>)
          """,
          """


          @pltrigger(event="DELETE", when="BEFORE", table="<schema>.<table>", schema="<schema>")
          def keep_<table>(old):
              \"""What is in stock is not deleted.\"""
              if old.amount > <edition> and level_of(old.amount) != "low":
                  raise ValueError(f"{old.code} is in stock: {old.amount}")
          """);

  private ScaleTriggers() {}
}
