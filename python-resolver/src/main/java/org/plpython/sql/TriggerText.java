package org.plpython.sql;

/** The fixed parts of a trigger function's body, in Python. */
final class TriggerText {

  /** The whole; see {@link TriggerBody} for what fills it. */
  static final String BODY =
      """
      # plpython-migrate: %s
      try:
          fire = SD["fire"]
      except KeyError:
          fire = None
      if fire is None:
          def load():
      %s%s        entry = module.%s
      %s
              def snapshot(row):
                  return {k: repr(v) if type(v) in (list, dict) else v for k, v in row.items()}

              def changes(row, before):
                  return {k: v for k, v in row.items() if (v is not before.get(k, before)
                      if type(v) not in (list, dict) else repr(v) != before.get(k))}

              def checked(result, td):
                  if td["when"] == "AFTER" or result is None:
                      return None
                  if type(result) is not str or result.upper() not in ("OK", "SKIP", "MODIFY"):
                      raise TypeError("a trigger function returns None, 'OK', 'SKIP' or 'MODIFY', not "
                          + repr(result))
                  if result.upper() != "SKIP":
                      return None
                  if td["level"] == "STATEMENT":
                      raise TypeError("a statement trigger cannot return 'SKIP': only a row can be"
                          " skipped; raise an exception to refuse the statement")
                  return result

              def fire(td):
                  new, old = td["new"], td["old"]
                  if new is None or td["when"] == "AFTER":
                      return checked(entry(%s), td)
                  before = snapshot(new)
      %s            result = entry(%s)
                  if result is not None and checked(result, td) is not None:
                      return result
                  changed = changes(td["new"], before)
      %s            if changed:
                      for k, v in changed.items():
                          if isinstance(v, str) and "\\0" in v:
                              raise ValueError("PostgreSQL has no text with a NUL in it: %%s=%%r"
                                  %% (k, v))
                      td["new"] = changed
                      return "MODIFY"

              return fire
          fire = SD["fire"] = load()
      return fire(TD)
      """;

  /** What plain rows are objects of. */
  static final String ROWS =
      """
              class Row:
                  "The columns of a row, as attributes and as items."
                  def __init__(self, columns):
                      self.__dict__ = columns
                  def __getattr__(self, name):
                      raise AttributeError("the row has no column " + repr(name))
                  def __getitem__(self, name):
                      return self.__dict__[name]
                  def __setitem__(self, name, value):
                      self.__dict__[name] = value
                  def __contains__(self, name):
                      return name in self.__dict__
                  def __iter__(self):
                      return iter(self.__dict__)
                  def __len__(self):
                      return len(self.__dict__)
                  def __eq__(self, other):
                      return isinstance(other, Row) and self.__dict__ == other.__dict__
                  def __repr__(self):
                      return "Row(%s)" % ", ".join("%s=%r" % c for c in self.__dict__.items())
                  keys = property(lambda self: self.__dict__.keys)

              class FixedRow(Row):
                  "A row that nothing can change any more."
                  def __init__(self, columns):
                      object.__setattr__(self, "__dict__", columns)
                  def __setattr__(self, name, *value):
                      raise AttributeError("column " + repr(name) + " cannot be changed here:"
                          " only 'new' can, and only in a BEFORE or INSTEAD OF trigger")
                  __setitem__ = __delattr__ = __setattr__

      """;

  /** What makes objects of the author's classes out of rows, and columns out of them. */
  static final String MODELS =
      """
              import dataclasses

              def reader(model, loads):
                  fields, absent = None, {}
                  if dataclasses.is_dataclass(model):
                      fields = {f.name for f in dataclasses.fields(model) if f.init}
                      absent = {f.name: None for f in dataclasses.fields(model)
                          if f.init and f.default is f.default_factory is dataclasses.MISSING}
                  def read(row):
                      return {**absent, **{k: loads[k](v) if k in loads and type(v) in (str, list) else v
                          for k, v in row.items() if fields is None or k in fields}}
                  return read

              def maker(model):
                  def make(columns):
                      row = model.__new__(model)
                      row.__dict__.update(columns)
                      return row
                  if model.__init__ is object.__init__:
                      return make
                  return lambda columns: model(**columns)

              def held(row, columns, new):
                  own = getattr(row, "__dict__", {})
                  found = {k: v for k, v in own.items() if k in columns or k in new}
                  for k in columns:
                      if k not in found and hasattr(row, k):
                          found[k] = getattr(row, k)
                  return found

              def written(columns, new, dumps):
                  return {k: dumps[k](v)
                      if k in dumps and v is not None and type(new.get(k)) is not dict else v
                      for k, v in columns.items()}

      """;

  private TriggerText() {}
}
