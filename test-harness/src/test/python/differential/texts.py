"""str and bytes with every odd character."""

import re
import string
import textwrap
import unicodedata
from typing import Annotated, Literal, Optional

from plpython import plfunction

TABBED = """one
	two		three
    four\tfive
\
six \\ seven \x41 \N{GREEK SMALL LETTER ALPHA} \101
"""
RAW = r"""raw\n\t\"""" + r'''it's \''' '''
DOLLARS = "$$ $python$ $1 $python1$ %s %% {} {{}} :name ?"
LINE = "continued \
here"


@plfunction
def same_text(v: str) -> str:
    return v


@plfunction
def shown(v: Optional[str]) -> str:
    return repr(v)


@plfunction
def lengths(v: str) -> list[int]:
    return [len(v), len(v.encode()), len(v.encode("utf-16-le")), len(v.splitlines())]


@plfunction
def code_points(v: str) -> list[int]:
    return [ord(c) for c in v]


@plfunction
def from_points(v: list[int]) -> str:
    return "".join(map(chr, v))


@plfunction
def constants() -> list[str]:
    return [TABBED, RAW, DOLLARS, LINE]


@plfunction
def inner() -> str:
    return f"""
	a tab, {
        'in several'
        + " lines"
    }	and {TABBED!r:>10} {'''nested "quotes" '''} {{braces}}
        $$ \t \\ ' " $python$"""


@plfunction
def dedented() -> str:
    return textwrap.dedent(
        """
        a
          b
        	c
        """
    )


@plfunction
def cases(v: str) -> list[str]:
    return [v.upper(), v.lower(), v.title(), v.casefold(), v.swapcase(), v.strip(), v.center(9, "*")]


@plfunction
def normal(v: str) -> list[str]:
    return [unicodedata.normalize(form, v) for form in ("NFC", "NFD", "NFKC", "NFKD")]


@plfunction
def words(v: str) -> list[str]:
    return v.split()


@plfunction
def parted(v: str, sep: str = ",") -> list[str]:
    return v.split(sep)


@plfunction
def initials(names: list[str], dot: str = ".") -> str:
    return "".join(name[0] + dot for name in names)


@plfunction
def reversed_text(v: str) -> str:
    return v[::-1]


@plfunction
def translated(v: str) -> str:
    return v.translate(str.maketrans("abc", "xyz", string.punctuation))


@plfunction
def formatted(name: str, value: float, width: int) -> str:
    return f"{name:<{width}}|{value:>{width}.2f}|{value:+.1e}|{width:04d}|{name!r}|{name!a}|{value=}"


@plfunction
def old_formatted(name: str, value: int) -> str:
    return "%-5s|%05d|%x|%r|%%" % (name, value, value, name) + "{0:>5}{1}".format(name, value)


@plfunction
def slug(v: str) -> str:
    plain = unicodedata.normalize("NFKD", v).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w]+", "-", plain).strip("-").lower()


@plfunction
def matches(pattern: str, v: str) -> list[str]:
    return [m.group(0) for m in re.finditer(pattern, v, re.MULTILINE)]


@plfunction
def renamed(v: str) -> str:
    return re.sub(r"(?P<first>\w+) (?P<last>\w+)", r"\g<last>, \1", v)


class Tag(str):
    def __str__(self):
        return "<" + super().__str__() + ">"

    def upper(self):
        return Tag(super().upper())


@plfunction
def tag(v: str) -> str:
    return Tag(v).upper()


@plfunction
def tags(v: str) -> list[str]:
    return [Tag(v), v]


@plfunction
def with_nul(v: str) -> str:
    return v + "\0hidden"


@plfunction
def with_nuls(v: str) -> list[str]:
    return [v, v + "\0hidden"]


@plfunction
def with_nul_in_json(v: str) -> dict:
    return {"a": v + "\0hidden"}


@plfunction
def lone() -> str:
    return "\ud83d"


@plfunction
def same_bytes(v: bytes) -> bytes:
    return v


@plfunction
def shown_bytes(v: bytes) -> str:
    return repr(v)


@plfunction
def decoded(v: bytes) -> str:
    return v.decode("utf-8")


@plfunction
def encoded(v: str, encoding: str) -> bytes:
    return v.encode(encoding)


@plfunction
def all_bytes() -> bytes:
    return bytes(range(256))


@plfunction
def mutable(v: bytes) -> bytes:
    changed = bytearray(v)
    changed.reverse()
    return bytes(changed)


@plfunction
def blobs(v: list[bytes]) -> list[bytes]:
    return [part[::-1] for part in v]


@plfunction
def kind(v: Literal["a", "it's"]) -> Literal["x", "y"]:
    return "x" if v == "a" else "y"


@plfunction
def code(v: Annotated[str, "varchar(3)"]) -> Annotated[str, "character(5)"]:
    return v


@plfunction
def repeated(v: str, times: int) -> str:
    return v * times


if __name__ == "__main__":
    from plain import call, calls, refused

    odd = ["", " ", "a", "'", "''", '"', "\\", "\\n", "\n", "\r", "\r\n", "\t", "\x01\x1f\x7f\x85"]
    odd += ["é", "ß", "ı", "İ", "ﬁ", "e\u0301", "\u2028\u2029", "\ufeffx", "\u200b", "😀", "👩‍👧"]
    odd += ["\U0010ffff", "\ud7ff\ue000\uffff", "NULL", "null", "{a,b}", "(a,b)", "$$", "%s", "?", "x" * 3000]
    calls(same_text, odd)
    calls(shown, odd + [None])
    calls(lengths, odd)
    calls(code_points, odd[:-1])
    calls(reversed_text, odd)
    calls(cases, ["straße", "ŐÁ İı ﬁ", "one two", "  \u3000x\u00a0"])
    calls(normal, ["é", "e\u0301", "ﬁ", "①", "가"])
    call(from_points, [104, 233, 128512])
    call(from_points, [])
    call(from_points, [0x110000])
    call(constants)
    call(inner)
    call(dedented)
    calls(words, ["", "a b", " a\u00a0b\nc ", "one"])
    call(parted, "a,b,,c")
    call(parted, "a;b", ";")
    call(parted, "a;b", sep=";")
    call(parted, "a", "")
    call(initials, ["Ada", "Alan"])
    call(initials, ["Ada", "Alan"], dot="")
    call(initials, [""])
    call(translated, "a-b.c d!")
    call(formatted, "é", 3.14159, 8)
    call(formatted, "it's", -1.0, 3)
    call(old_formatted, "ab", 255)
    calls(slug, ["Crème Brûlée!", "--", "ΑΒΓ x"])
    call(matches, r"^\w+", "one two\nthree")
    call(renamed, "Ada Lovelace")
    call(tag, "a")
    call(tags, "a")
    refused("NUL", with_nul, "a")
    refused("NUL", with_nuls, "a")
    refused("could not convert", lone)
    refused("unsupported Unicode escape sequence", with_nul_in_json, "a")
    blobs_in = [b"", b"\0", b"a\0b", b"\\x00", b"\xff\xfe", bytes(range(256))]
    calls(same_bytes, blobs_in)
    calls(shown_bytes, blobs_in)
    calls(decoded, [b"abc", "é😀".encode()])
    call(decoded, b"\xff")
    call(encoded, "é", "latin-1")
    call(encoded, "😀", "latin-1")
    call(encoded, "é", "utf-16")
    call(all_bytes)
    call(mutable, b"abc\0")
    call(blobs, [b"ab", b"", b"\0\1"])
    calls(kind, ["a", "it's"])
    call(code, "abc")
    call(repeated, "aé\n", 20000)
