from __future__ import annotations
import random, re
from plpython import plfunction, plpy as db

try:
    import fast
except ImportError:
    fast = None

WORDS = []
WORDS.append("a"); OTHER = 1
HANDLERS = {}
SPACE = re.compile(r"\s+")


def handler(name):
    def register(function):
        HANDLERS[name] = function
        return function

    return register


@handler("up")
def _up(text):
    return text.upper()


for word in ("b", "c"):
    WORDS.append(word)

random.seed(1)


@plfunction
def words() -> list[str]:
    return WORDS


@plfunction
def handle(text: str) -> str:
    return HANDLERS["up"](SPACE.sub(" ", text))


@plfunction
def roll(sides: int) -> int:
    return random.randint(1, sides)


@plfunction
def quick() -> bool:
    return fast is not None


@plfunction
def now() -> str:
    def inner(WORDS):
        return WORDS

    return db.execute("select now()")[0]["now"]
