import random
import time as clock
from datetime import datetime
from uuid import UUID, uuid4
from plpython import plfunction, plpy

RATE = float(plpy.execute("SELECT 1")[0]["rate"])


def roll():
    return random.randint(1, 6)


@plfunction(volatility="immutable")
def price(net: float) -> float:
    return net * roll()


@plfunction(volatility="immutable")
def key(prefix: str) -> str:
    import secrets

    return prefix + secrets.token_hex() + str(uuid4()) + str(clock.time()) + str(datetime.now())


@plfunction(volatility="immutable")
def lines(path: str) -> int:
    with open(path) as file:
        return len(file.readlines()) + plpy.execute("SELECT 1")[0]["a"]


@plfunction(volatility="immutable")
def fine(seed: int, random: str) -> int:
    generator = Random(seed)
    return generator.randint(1, 6) + len(random.randint())


@plfunction(volatility="immutable")
def seeded(seed: int) -> int:
    return random.Random(seed).randint(1, 6)


@plfunction(volatility="stable")
def stable() -> float:
    return RATE + roll()


from random import Random
