"""The author's tests, with the fixture."""

import pytest
from authors import count_down, set_author
from plpython import Row
from plpython import plpy as real_plpy
from plpython.testing import Notice, PlPy, fire

AUTHOR = "SELECT name FROM shop.author WHERE id = $1"
STOCK = "UPDATE shop.stock SET books = books - 1"


def test_author_is_the_one_of_the_id(plpy: PlPy) -> None:
    plpy.on(AUTHOR, [7]).returns({"name": "Abelson"})
    fired = fire(set_author, new=Row(id=1, author_id=7, author=None))
    assert fired.row == Row(id=1, author_id=7, author="Abelson")


def test_error_tells_the_id_when_there_is_no_author(plpy: PlPy) -> None:
    plpy.on(AUTHOR).returns()
    with pytest.raises(real_plpy.Error, match="no author 8") as raised:
        fire(set_author, new={"id": 1, "author_id": 8, "author": None})
    assert raised.value.sqlstate == "23503"


def test_stock_is_counted_down(plpy: PlPy) -> None:
    plpy.on(STOCK).affects(1)
    fire(count_down, old=Row(id=1))
    assert [call.query for call in plpy.executed()] == [STOCK]


def test_warning_is_given_when_there_are_too_few(plpy: PlPy) -> None:
    plpy.on(STOCK).raises(plpy.spiexceptions.CheckViolation, "books < 0")
    fire(count_down, old=Row(id=1))
    assert plpy.messages == [Notice("warning", "too few", detail="books < 0")]
    assert plpy.executed() == []
