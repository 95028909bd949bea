from plpython import plfunction, pltrigger

COUNT = 0
CACHE = {}
WORDS = []
ALONE = {}
CONSTANT = {"a": 1}


def count():
    global COUNT
    COUNT += 1
    return COUNT


@plfunction
def next_count() -> int:
    return count()


@plfunction
def last_count() -> int:
    return COUNT


@plfunction
def put(key: str, value: str) -> None:
    CACHE[key] = value
    WORDS.append(key)
    ALONE[key] = value
    CONSTANT["a"]


@plfunction
def get(key: str) -> str:
    return CACHE[key]


@pltrigger(event="INSERT", when="AFTER", table="book")
def words(new):
    WORDS.clear()
    CONSTANT.get("a")
    CACHE = {}
    CACHE["a"] = 1
