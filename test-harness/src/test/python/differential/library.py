"""What people import: the standard library inside of the server."""

import base64
import bisect
import calendar

import colorsys
import csv
import datetime as dt
import decimal as d
import difflib
import fractions
import hashlib
import heapq
import hmac
import html
import io
import ipaddress
import itertools as it
import json
import math
import random
import re
import statistics
import string
import struct
import textwrap
import types
import unicodedata
import urllib.parse
import uuid
import xml.etree.ElementTree as ET
import zlib
import zoneinfo
from collections import ChainMap, Counter, defaultdict, deque, namedtuple
from decimal import Decimal as D
from operator import attrgetter, itemgetter, methodcaller
from typing import Any, Iterator

from plpython import plfunction

CENT = d.Decimal("0.01")
PATTERN = re.compile(r"(?P<key>[\w-]+)\s*=\s*(?P<value>\"[^\"]*\"|\S+)", re.UNICODE | re.IGNORECASE)
NAMESPACE = types.SimpleNamespace(a=1, b=types.MappingProxyType({"x": 2}))


@plfunction
def digest(v: str, kind: str) -> str:
    return hashlib.new(kind, v.encode()).hexdigest()


@plfunction
def signed(key: bytes, message: bytes) -> bytes:
    return hmac.new(key, message, "sha256").digest()


@plfunction
def encoded(v: bytes) -> list[str]:
    return [base64.b64encode(v).decode(), base64.b32encode(v).decode(), v.hex("-"), str(zlib.crc32(v))]


@plfunction
def decoded(v: str) -> bytes:
    return base64.b64decode(v, validate=True)


@plfunction
def compressed(v: bytes) -> bytes:
    return zlib.decompress(zlib.compress(v, 9)) + struct.pack(">hIq?", -1, 2, 3, True)


@plfunction
def stats(v: list[float]) -> dict:
    return {
        "mean": statistics.fmean(v),
        "stdev": round(statistics.stdev(v), 12),
        "quantiles": statistics.quantiles(v, n=4),
        "mode": statistics.multimode(v),
    }


@plfunction
def table(text: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)


@plfunction
def written(v: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(v)
    return out.getvalue()


@plfunction
def pairs(v: str) -> dict:
    return {m["key"]: m["value"].strip('"') for m in PATTERN.finditer(v)}


@plfunction
def url(v: str) -> dict:
    parts = urllib.parse.urlsplit(v)
    query = urllib.parse.parse_qs(parts.query, keep_blank_values=True)
    return {**parts._asdict(), "query": query, "quoted": urllib.parse.quote(v, safe="")}


@plfunction
def address(v: str) -> str:
    net = ipaddress.ip_network(v, strict=False)
    return f"{net} {net.num_addresses} {net.is_private} {next(net.hosts())}"


@plfunction
def xml(v: str) -> list[str]:
    root = ET.fromstring(v)
    return [f"{e.tag} {e.attrib} {e.text!r}" for e in root.iter()]


@plfunction
def escaped(v: str) -> list[str]:
    return [html.escape(v), html.unescape(v), string.Template("$a ${a}b $$").safe_substitute(a=v)]


@plfunction
def similar(a: str, b: str) -> float:
    return difflib.SequenceMatcher(None, a, b).ratio()


@plfunction
def diffed(a: str, b: str) -> str:
    return "\n".join(difflib.unified_diff(a.splitlines(), b.splitlines(), lineterm=""))


@plfunction
def seeded(seed: int, n: int) -> list[int]:
    source = random.Random(seed)
    return [source.randint(0, 10**6) for _ in range(n)] + source.sample(range(100), 3)


@plfunction
def heaps(v: list[int], n: int) -> list[int]:
    heap = []
    for x in v:
        heapq.heappush(heap, x)
    keys = sorted(v)
    return heapq.nsmallest(n, heap) + [bisect.bisect(keys, n), *heapq.merge(keys, keys)]


@plfunction
def collected(v: str) -> str:
    queue = deque(v, maxlen=3)
    queue.rotate(1)
    names = namedtuple("Names", ["x", "y"])(1, 2)
    chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
    groups = defaultdict(list)
    for c in v:
        groups[c.isalpha()].append(c)
    return f"{queue} {names} {chain['a']} {dict(groups)} {Counter(v).most_common(2)} {NAMESPACE}"


@plfunction
def iterated(v: list[int]) -> list[str]:
    return [
        str(list(found))
        for found in (
            it.chain(v, v[:1]), it.accumulate(v, max), it.pairwise(v), it.combinations(v, 2),
            it.islice(it.cycle(v or [0]), 5), it.takewhile(lambda x: x < 3, v), it.zip_longest(v, v[1:]),
            ((k, len(list(g))) for k, g in it.groupby(v, key=lambda x: x % 2)), it.product(v[:2], "ab"),
            it.starmap(pow, [(2, 3)]), it.compress(v, [1, 0, 1]),
        )
    ]


@plfunction
def keyed(v: dict) -> list[str]:
    rows = [types.SimpleNamespace(k=k, n=n) for k, n in v.items()]
    best = max(rows, key=attrgetter("n"), default=None)
    return [best.k, *map(methodcaller("upper"), map(itemgetter(0), sorted(v.items(), key=itemgetter(1))))]


@plfunction
def dates(v: dt.date) -> list[str]:
    later = v + dt.timedelta(weeks=1)
    return [f"{later:%d.%m.%Y}", v.isoformat(), str(calendar.isleap(v.year)), calendar.month_name[v.month]]


@plfunction
def zones(v: dt.datetime, zone: str) -> str:
    return v.astimezone(zoneinfo.ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M:%S %z")


@plfunction
def rounded(v: D) -> list[D]:
    return [v.quantize(CENT, getattr(d, mode)) for mode in ("ROUND_UP", "ROUND_HALF_EVEN", "ROUND_FLOOR")]


@plfunction
def trapped(v: D) -> str:
    with d.localcontext(d.Context(prec=3, traps=[d.DivisionByZero])) as context:
        result = v / 7
        return f"{result} {[f.__name__ for f, on in context.flags.items() if on]} {D(1) / v}"


@plfunction
def fractional(v: float) -> str:
    return str(fractions.Fraction(v).limit_denominator(100))


@plfunction
def maths(n: int) -> list[str]:
    return [str(f) for f in (math.comb(n, 2), math.gcd(n, 12), math.lcm(n, 4), math.isqrt(n), math.tau, math.ulp(1.0))]


@plfunction
def wrapped(v: str, width: int) -> list[str]:
    return textwrap.wrap(v, width) + [textwrap.shorten(v, width, placeholder="…"), textwrap.indent(v, "\t")]


@plfunction
def points(v: str) -> list[str]:
    return [f"{unicodedata.name(c, '?')} {unicodedata.category(c)}" for c in v]


@plfunction
def identified(v: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, v)


@plfunction
def colour(v: str) -> list[float]:
    r, g, b = (int(v[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [round(x, 6) for x in colorsys.rgb_to_hsv(r, g, b)]


@plfunction
def dumped(v: dict) -> str:
    return json.dumps(v, indent=2, sort_keys=True, default=str, ensure_ascii=False)


class Encoder(json.JSONEncoder):
    def default(self, o: Any) -> Any:
        return sorted(o) if isinstance(o, set) else super().default(o)


@plfunction
def own_json(v: list[int]) -> str:
    return Encoder(separators=(",", ":")).encode({"s": set(v)})


@plfunction
def loaded(v: str) -> str:
    return repr(json.loads(v, parse_float=D, object_pairs_hook=list))


if __name__ == "__main__":
    from plain import call, calls

    for kind in "md5", "sha1", "sha256", "sha3_512", "blake2b":
        call(digest, "it's é", kind)
    call(digest, "x", "no such")
    call(signed, b"key\0", b"message")
    calls(encoded, [b"", b"abc\0\xff"])
    calls(decoded, ["", "YWJjAP8="])
    call(decoded, "a")
    call(compressed, b"abc" * 1000)
    call(stats, [1.0, 2.5, 2.5, 4.0, -1.0])
    call(stats, [])
    call(table, 'a;"b;c"\r\n1;"x""y"\r\n')
    call(table, 'a;"b')
    call(written, ["a", 'b"c', "d,e", "", "é\n"])
    call(pairs, 'a=1 b-c = "x y" é=ß')
    call(url, "https://u:p@example.org:8080/a%20b/c?x=1&x=2&y=#frag")
    call(address, "10.1.2.3/8")
    call(address, "::1/130")
    call(xml, "<a x='1'><b>t</b>tail<c/></a>")
    call(xml, "<a>")
    calls(escaped, ["<a href='x'>&amp; \"q\"</a>"])
    call(similar, "colour", "color")
    call(diffed, "a\nb\nc", "a\nc\nd")
    call(seeded, 42, 5)
    call(heaps, [5, 1, 4, 1], 2)
    call(collected, "a1b2")
    call(iterated, [1, 3, 2, 4])
    call(iterated, [])
    call(keyed, {"a": 2, "b": 1})
    call(keyed, {})
    call(dates, dt.date(2024, 2, 27))
    moment = dt.datetime(2024, 7, 1, 12, tzinfo=dt.timezone.utc)
    for zone in "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "UTC":
        call(zones, moment, zone)
    call(zones, moment, "No/Where")
    calls(rounded, [D("1.005"), D("-1.015"), D(3)])
    call(rounded, D("1e40"))
    call(trapped, D(2))
    call(trapped, D(0))
    calls(fractional, [0.5, 0.333333, -2.75])
    calls(maths, [10, 48])
    call(maths, -1)
    call(wrapped, "the quick brown fox jumps", 10)
    calls(points, ["aé😀\n", ""])
    call(identified, "https://example.org/é")
    call(colour, "#ff8040")
    call(colour, "#zz")
    call(dumped, {"b": [1, None], "a": {"é": True}})
    call(own_json, [3, 1, 2])
    call(loaded, '{"b": 1.50, "a": [1e3, null]}')
    call(loaded, "[1")
