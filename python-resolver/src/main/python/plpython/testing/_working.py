"""How an answer becomes a result or a cursor."""

import functools
from typing import Callable, List, NoReturn

from .. import plpy
from ._answers import Given
from ._columns import Columns
from ._errors import spi_error
from ._plans import Asked
from ._results import PLyCursor, PLyResult, Row, no_columns
from ._sql import Statement, statements


def result_of(question: Asked, given: Given) -> PLyResult:
    """What ``execute`` returns."""
    limit = question.limit
    if limit < 0:
        function = "SPI_execute_plan" if question.is_plan else "SPI_execute"
        raise plpy.SPIError(f"{function} failed: SPI_ERROR_ARGUMENT")
    statement = statements(question.query)[-1]
    rows = _rows(statement, given)
    if limit:
        rows = rows[:limit]
    nrows = len(rows) or given.affected
    status = statement.status if given.status is None else given.status
    return PLyResult(rows, status, nrows, _describer(statement, given))


def cursor_of(question: Asked, given: Given) -> PLyCursor:
    """What ``cursor`` returns."""
    found = statements(question.query)
    if len(found) > 1:
        raise spi_error("42P11", "cannot open multi-query plan as cursor")
    if not found[0].gives_rows:
        raise spi_error("42P11", f"cannot open {found[0].command} query as cursor")
    return PLyCursor(_rows(found[0], given))


def _rows(statement: Statement, given: Given) -> List[Row]:
    if given.rows is not None and not statement.gives_rows and given.status is None:
        raise AssertionError(
            f"{statement.command} without RETURNING gives no rows: write .affects(1) in place of "
            ".returns(...)"
        )
    return given.rows or []


def _describer(statement: Statement, given: Given) -> Callable[[], Columns]:
    if given.columns is not None:
        return functools.partial(_same, given.columns)
    return _unknown if statement.has_columns else no_columns


def _same(columns: Columns) -> Columns:
    return columns


def _unknown() -> NoReturn:
    raise AssertionError(
        'the columns are asked for: say them, as in .returns(columns={"name": "text"})'
    )
