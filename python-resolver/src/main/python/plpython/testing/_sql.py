"""What a query is, as far as its words tell; nothing is parsed."""

import re
from typing import List, NamedTuple, Tuple

_TOKEN = re.compile(
    r"""--[^\n]*|/\*.*?\*/                          # comments
    |[eE]'(?:[^'\\]|''|\\.)*'|'(?:[^']|'')*'        # strings
    |"(?:[^"]|"")*"                                 # quoted names
    |(?P<tag>\$(?:[^\W\d]\w*)?\$).*?(?P=tag)
    |\$(?P<parameter>\d+)
    |[^\W\d][\w$]*                                  # words
    |\s+
    |.""",
    re.S | re.X,
)
_STATUS = {"INSERT": 7, "DELETE": 8, "UPDATE": 9, "MERGE": 18}
_RETURNING = {"INSERT": 11, "DELETE": 12, "UPDATE": 13, "MERGE": 19}
_MAIN = {"SELECT", "VALUES", "TABLE", *_STATUS}
_UTILITY, _SELECT, _SELECT_INTO, _NOTHING = 4, 5, 6, 14


class Statement(NamedTuple):
    """One statement's first word, and the status that ``PLyResult.status()`` gives for it."""

    command: str
    status: int

    @property
    def gives_rows(self) -> bool:
        """False for what can give none: INSERT and the like without RETURNING, SELECT INTO."""
        return self.status not in (*_STATUS.values(), _SELECT_INTO, _NOTHING)

    @property
    def has_columns(self) -> bool:
        """True for what always has columns; SHOW has some, SET has none."""
        return self.gives_rows and self.status != _UTILITY


def statements(query: str) -> List[Statement]:
    """The statements of a query; at least one, which may be empty."""
    found: List[List[str]] = []
    words: List[str] = []
    depth = 0
    for token in _TOKEN.finditer(query):
        text = token[0]
        depth += (text == "(") - (text == ")")
        if text == "(" and depth == 1 and not words:
            words.append("SELECT")
        elif text == ";":
            found.append(words)
            words = []
        elif depth == 0 and re.match(r"[^\W\d]\w*$", text):
            words.append(text.upper())
    found.append(words)
    return [_statement(words) for words in found if words] or [_statement([])]


def _statement(words: List[str]) -> Statement:
    if not words:
        return Statement("", _NOTHING)
    command = words[0]
    if command == "WITH":
        command = next((word for word in words if word in _MAIN), command)
    if command in _STATUS:
        return Statement(command, (_RETURNING if "RETURNING" in words else _STATUS)[command])
    if command == "SELECT" and "INTO" in words:
        return Statement(command, _SELECT_INTO)
    return Statement(command, _SELECT if command in _MAIN or command == "WITH" else _UTILITY)


def parameters(query: str) -> List[Tuple[int, int]]:
    """Each ``$N``: the number, and its place in the query, where the first character is 1."""
    found = (t for t in _TOKEN.finditer(query) if t["parameter"])
    return [(int(t["parameter"]), t.start() + 1) for t in found]


def folded(query: str) -> str:
    """The query with one blank where white space or comments part its words."""
    parts: List[str] = []
    for token in _TOKEN.finditer(query):
        text = token[0]
        if not (text.isspace() or text.startswith(("--", "/*"))):
            parts.append(text)
        elif parts and parts[-1] != " ":
            parts.append(" ")
    return "".join(parts).rstrip()
