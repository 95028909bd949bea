from typing import List, Optional
from plpython import plfunction


@plfunction
def display() -> list[int]:
    return {1, 2}


@plfunction
def call(words: list[str]) -> List[str]:
    if words:
        return set(words) - {"a"}
    return frozenset(words)


@plfunction
def variable(words: list[str]) -> "list[str] | None":
    found = set()
    found |= set(words)
    for word in words:
        found.add(word)
    return found if words else None


@plfunction
def lazy(words: list[str]) -> Optional[list[str]]:
    if len(words) > 2:
        return (word.upper() for word in words)
    elif len(words) > 1:
        return map(str.upper, words)
    return {word: 1 for word in words}.keys() if words else {}


@plfunction
def fine(words: list[str]) -> Optional["List[str]"]:
    def inner():
        return {1}

    found = set(words)
    if words:
        found = sorted(found)
        return found
    words = set(words)
    return words or tuple(words) or range(3)


@plfunction
def other() -> int:
    return {1}
