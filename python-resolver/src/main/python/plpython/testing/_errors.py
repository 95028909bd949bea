"""Errors as PostgreSQL and PL/Python raise them."""

from typing import Optional, cast

from .. import plpy


class ServerError(Exception):
    """What PostgreSQL itself says of what a trigger function made of a row, with a code."""

    def __init__(self, sqlstate: str, message: str) -> None:
        super().__init__(message)
        self.sqlstate = sqlstate


class UnexpectedQuery(AssertionError):
    """A query that the test did not expect."""


def spi_error(
    sqlstate: str,
    message: str,
    *,
    detail: Optional[str] = None,
    hint: Optional[str] = None,
    query: Optional[str] = None,
    position: int = 0,
    schema_name: Optional[str] = None,
    table_name: Optional[str] = None,
    column_name: Optional[str] = None,
    datatype_name: Optional[str] = None,
    constraint_name: Optional[str] = None,
) -> plpy.SPIError:
    """What a query raises that fails with the code: of ``spiexceptions``, if it has the code.

    sqlstate: five digits or capital letters.
    query, position: what PostgreSQL adds where it cannot read or understand a query.
    """
    error = plpy.spiexceptions.of(sqlstate)(message)
    error.spidata = (
        _packed(sqlstate),
        detail,
        hint,
        query,
        position,
        schema_name,
        table_name,
        column_name,
        datatype_name,
        constraint_name,
    )
    return cast(plpy.SPIError, error)


def _packed(sqlstate: str) -> int:
    """Six bits for each character (elog.h, MAKE_SQLSTATE)."""
    return sum((ord(c) - ord("0") & 0x3F) << 6 * i for i, c in enumerate(sqlstate))
