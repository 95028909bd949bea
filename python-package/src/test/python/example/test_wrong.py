"""Tests that fail, for what they tell."""

from authors import set_author
from plpython.testing import fire


def test_leaves_an_answer(plpy):
    plpy.on("SELECT 1")


def test_asks_another_query(plpy):
    plpy.on("SELECT name FROM shop.author WHERE id = $2").returns()
    fire(set_author, new={"id": 1, "author_id": 8, "author": None})


def test_fails_by_itself(plpy):
    plpy.on("SELECT 1")
    assert plpy.calls == [1]
