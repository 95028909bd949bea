"""Dictionaries, TypedDicts, lists within lists, and JSON."""

import json
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Dict, List, NotRequired, Optional, TypedDict, Union

from plpython import plfunction

Json = Annotated[Any, "jsonb"]
OldJson = Annotated[dict, "json"]


class Address(TypedDict):
    street: str
    number: NotRequired[int]


class Person(TypedDict, total=False):
    name: str
    address: Address


@plfunction
def same_dict(v: dict) -> dict:
    return v


@plfunction
def shown_dict(v: Optional[dict]) -> str:
    return json.dumps(v, sort_keys=True, ensure_ascii=False)


@plfunction
def kinds(v: Dict[str, Any]) -> Dict[str, str]:
    return {k: type(w).__name__ for k, w in v.items()}


@plfunction
def merged(old: Optional[Mapping[str, str]], new: Mapping[str, str]) -> Mapping[str, str]:
    return {**(old or {}), **new}


@plfunction
def moved(v: Person, street: str) -> Person:
    return {**v, "address": Address(street=street)}


@plfunction
def counted(words: List[str]) -> dict:
    return Counter(words)


@plfunction
def grouped(words: list[str]) -> dict:
    groups = defaultdict(list)
    for word in words:
        groups[word[:1]].append(word)
    return groups


@plfunction
def ordered(words: list[str]) -> OldJson:
    return OrderedDict((w, i) for i, w in enumerate(words))


@plfunction
def order_kept(v: OldJson) -> list[str]:
    return list(v)


@plfunction
def odd_keys() -> dict:
    return {1: "a", 2.5: "b", True: "c", None: "d", "é\n": "f"}


@plfunction
def tuple_key() -> dict:
    return {(1, 2): 3}


@plfunction
def of_sets() -> dict:
    return {"a": {1, 2}}


@plfunction
def no_number() -> dict:
    return {"a": float("nan")}


@plfunction
def tuples() -> dict:
    return {"a": (1, (2, 3))}


@plfunction
def anything(v: Json) -> Json:
    return [v, v]


@plfunction
def kind_of(v: Json) -> str:
    return repr(v)


@plfunction
def path(v: dict, *steps: str) -> Json:
    for step in steps:
        v = v[step]
    return v


@plfunction
def documents(v: list[dict]) -> list[dict]:
    return [{"n": i, "v": d} for i, d in enumerate(v)]


@plfunction
def matrix(v: list[list[int]]) -> list[list[int]]:
    return [list(row) for row in zip(*v)]


@plfunction
def cube(n: int) -> list[list[list[int]]]:
    return [[[x * y * z for x in range(1, n)] for y in range(1, n)] for z in range(1, n)]


@plfunction
def depth(v: list[list[str]]) -> str:
    return repr(v)


@plfunction
def flat(v: Sequence[Sequence[float]]) -> Sequence[float]:
    return tuple(x for row in v for x in row)


@plfunction
def uneven() -> list[list[int]]:
    return [[1], [2, 3]]


@plfunction
def from_tuple(v: list[int]) -> list[int]:
    first, *rest = v
    return (*rest, first)


@plfunction
def from_range(n: int) -> list[int]:
    return range(n)


@plfunction
def from_keys(v: dict) -> list[str]:
    return sorted(v)


@plfunction
def holes(v: list[Optional[int]]) -> list[Optional[int]]:
    return [None if x else 0 for x in v]


@plfunction
def texts(v: list[str]) -> list[str]:
    return [s + "!" for s in v]


@plfunction
def quoted(v: list[str]) -> str:
    return repr(v)


@plfunction
def either(v: Union[None, List[int]]) -> Optional[int]:
    return None if v is None else len(v)


@plfunction
def parsed(text: str) -> dict:
    return json.loads(text)


@plfunction
def changed(v: list[int], d: dict) -> list[int]:
    v.append(len(d))
    d.clear()
    v.sort(reverse=True)
    return v


if __name__ == "__main__":
    from plain import call, calls, refused

    docs = [{}, {"a": 1}, {"": None}, {"a": [1, 2.5, "x", True, None, {"b": []}]}, {"é": "😀\n\t\\\"'"}]
    docs += [{"a": -0.5, "b": 10**25, "c": 1e-7, "d": 1.0}, {"$$": "$python$"}, {"k": "\u2028\x7f"}]
    calls(same_dict, docs)
    calls(shown_dict, docs)
    call(shown_dict, None)
    call(kinds, {"a": 1, "b": 1.5, "c": "x", "d": None, "e": [], "f": {}, "g": True, "h": 2.0})
    call(merged, None, {"a": "1"})
    call(merged, {"a": "0", "b": "2"}, {"a": "1"})
    call(moved, {"name": "Ada"}, "High Street")
    call(moved, {"name": "Ada", "address": {"street": "Low", "number": 1}}, "")
    call(counted, ["a", "b", "a"])
    call(counted, [])
    call(grouped, ["ab", "ac", "b", ""])
    call(ordered, ["z", "a"])
    call(order_kept, {"z": 1, "a": 2, "bb": 3})
    call(odd_keys)
    refused("keys must be str", tuple_key)
    refused("not JSON serializable", of_sets)
    refused("invalid input syntax for type json", no_number)
    call(tuples)
    calls(anything, [1, "x", None and 0 or 2.5, [], {"a": None}, True])
    calls(kind_of, [1, -1.5, "x", [], {}, True, [None], "null", 10**20])
    call(path, {"a": {"b": [1]}}, "a", "b")
    call(path, {"a": {"b": [1]}})
    call(path, {"a": {"b": [1]}}, "a", "c")
    call(documents, [{"a": 1}, {}, {"x": "}{,\"\\"}])
    call(documents, [])
    call(matrix, [[1, 2, 3], [4, 5, 6]])
    call(matrix, [[1, None]])
    call(matrix, [])
    call(cube, 4)
    call(cube, 1)
    calls(depth, [[["a", "b"], ["c", None]], [["{}", ",", '"', "\\", "NULL"]], []])
    call(flat, [[1.0, 2.5], [-0.0, 1e300]])
    refused("", uneven)
    call(from_tuple, [1, 2, 3])
    call(from_tuple, [])
    calls(from_range, [0, 3])
    call(from_keys, {"b": 1, "a": 2})
    call(holes, [1, None, 0])
    calls(texts, [["a", "é"], [""], ["NULL", "null", "{a}", "a,b", ' "x" ', "\\", "it's"]])
    calls(quoted, [["NULL", "null", None, "{a}", "a,b", ' "x" ', "\\", "it's", "\n"], []])
    calls(either, [None, [], [1, 2]])
    call(parsed, '{"a": [1.50, 1E2, -0, "\\u00e9"]}')
    call(parsed, "{")
    call(changed, [1, 3], {"a": 1, "b": 2})
