"""The answers of one test, and how they are found."""

import difflib
from typing import Any, List, Tuple

from ._answers import Answer, Given
from ._errors import UnexpectedQuery
from ._sql import folded

__tracebackhide__ = True  # in pytest's tracebacks


class Expectations:
    """What a test expects to be asked."""

    def __init__(self) -> None:
        self._answers: List[Answer] = []
        self._unexpected: List[str] = []

    def add(self, answer: Answer) -> Answer:
        """Expects one more."""
        self._answers.append(answer)
        return answer

    def answer(self, query: str, arguments: Tuple[Any, ...]) -> Given:
        """What the first answer that fits gives; UnexpectedQuery if none does."""
        fitting = [answer for answer in self._answers if answer._fits(query, arguments)]
        for answer in fitting:
            if answer._is_left():
                return answer._asked(query, arguments)
        message = self._message(query, arguments, fitting)
        self._unexpected.append(message)
        raise UnexpectedQuery(message)

    def prepared(self, query: str) -> None:
        """Raises what the query is refused with, if it is."""
        for answer in self._answers:
            if answer._refuses(query) and answer._is_left():
                answer._asked(query, ())

    def verify(self) -> None:
        """Raises an AssertionError for what did not come, and for what came unexpected."""
        problems = list(self._unexpected)
        missing = [f"  {answer}" for answer in self._answers if not answer._is_met()]
        if missing:
            problems.append("\n".join(["expected, and did not come:", *missing]))
        if problems:
            raise AssertionError("\n".join(problems))

    def _message(self, query: str, arguments: Tuple[Any, ...], fitting: List[Answer]) -> str:
        given = f"\n  with {list(arguments)}" if arguments else ""
        lines = [f"unexpected query:\n  {folded(query)}{given}"]
        if fitting:
            lines.append("it came too often:")
            lines += [f"  {answer}" for answer in fitting]
        elif self._answers:
            lines.append("expected:")
            lines += [f"  {answer}" for answer in self._answers]
            lines += self._nearest(query)
        else:
            lines.append('nothing is expected: plpy.on("...").returns(...) says what is')
        return "\n".join(lines)

    def _nearest(self, query: str) -> List[str]:
        texts = [a._query for a in self._answers if isinstance(a._query, str)]
        found = difflib.get_close_matches(folded(query), texts, 1)
        if not found:
            return []
        if found[0] == folded(query):
            return ["the nearest one differs in its arguments"]
        shown = difflib.ndiff([found[0]], [folded(query)])
        return ["the nearest one is - and not +:", *(f"  {line}".rstrip() for line in shown)]
