import logging
from functools import lru_cache
from plpython import plfunction, plpy

RATES = {row["a"]: row["b"] for row in plpy.execute("SELECT a, b FROM rate")}
PLAN = plpy.prepare("SELECT 1")
WORDS = []
WORDS.append("a")
logging.getLogger("a").setLevel("INFO")


def fill():
    WORDS.append("b")


fill()
for word in "ab":
    WORDS.append(word)
    fill()


@lru_cache
def plan():
    return plpy.prepare("SELECT 1")


@plfunction
def f(a: int) -> int:
    plan()
    return RATES[a] + len(WORDS) + PLAN.execute()


if __name__ == "__main__":
    fill()
