"""The pytest fixture ``plpy``: a ``PlPy`` that stands in for the database during one test.

An installed package brings it by itself. Without that, a ``conftest.py`` says
``pytest_plugins = ["plpython.testing.pytest_plugin"]``.
"""

from typing import Any, Iterator

import pytest

from ._stand_in import PlPy

__tracebackhide__ = True  # in pytest's tracebacks
_FAILED = "_plpython_failed"


def pytest_runtest_makereport(item: Any, call: Any) -> None:
    """Notes whether the test has failed, so that its end does not hide why."""
    if call.when == "call":
        setattr(item, _FAILED, call.excinfo is not None)


@pytest.fixture(name="plpy")
def plpy_fixture(request: Any) -> Iterator[PlPy]:
    """A ``plpy`` that answers what the test says: ``plpy.on("SELECT ...").returns(...)``.

    At the end of a test that has not failed, answers that nobody asked for are an error.
    """
    plpy = PlPy().__enter__()
    yield plpy
    failed = AssertionError if getattr(request.node, _FAILED, False) else None
    plpy.__exit__(failed, None, None)
