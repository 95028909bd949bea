"""The messages and errors of the stand-in ``plpy``."""

import logging
import re
from typing import Dict, NamedTuple, NoReturn, Optional, Type

_logger = logging.getLogger("plpy")


class _Fields(NamedTuple):
    detail: Optional[str]
    hint: Optional[str]
    sqlstate: Optional[str]
    schema_name: Optional[str]
    table_name: Optional[str]
    column_name: Optional[str]
    datatype_name: Optional[str]
    constraint_name: Optional[str]

    def checked(self) -> Dict[str, Optional[str]]:
        if self.sqlstate is not None and not re.fullmatch("[0-9A-Z]{5}", self.sqlstate):
            raise ValueError("invalid SQLSTATE code")
        return {k: None if v is None else str(v) for k, v in self._asdict().items()}


class Message:
    """Logs what it is called with to the logger ``plpy``; the fields are the record's attributes.

    Raises TypeError for a field that does not exist, and ValueError for a ``sqlstate`` that is
    not five digits or capital letters, as the real one does.
    """

    def __init__(self, level: int) -> None:
        self._level = level

    def __call__(
        self,
        msg: object,
        /,
        *,
        detail: Optional[str] = None,
        hint: Optional[str] = None,
        sqlstate: Optional[str] = None,
        schema_name: Optional[str] = None,
        table_name: Optional[str] = None,
        column_name: Optional[str] = None,
        datatype_name: Optional[str] = None,
        constraint_name: Optional[str] = None,
    ) -> None:
        fields = _Fields(
            detail,
            hint,
            sqlstate,
            schema_name,
            table_name,
            column_name,
            datatype_name,
            constraint_name,
        )
        _logger.log(self._level, str(msg), extra=fields.checked(), stacklevel=2)


class Failure:
    """Raises what it is called with; the fields are the exception's attributes.

    Without ``sqlstate`` the attribute is "XX000", internal_error. Raises TypeError for a field
    that does not exist, and ValueError for a ``sqlstate`` that is not five digits or capital
    letters, as the real one does.
    """

    def __init__(self, raised: Type[Exception]) -> None:
        self._raised = raised

    def __call__(
        self,
        msg: object,
        /,
        *,
        detail: Optional[str] = None,
        hint: Optional[str] = None,
        sqlstate: Optional[str] = None,
        schema_name: Optional[str] = None,
        table_name: Optional[str] = None,
        column_name: Optional[str] = None,
        datatype_name: Optional[str] = None,
        constraint_name: Optional[str] = None,
    ) -> NoReturn:
        fields = _Fields(
            detail,
            hint,
            sqlstate or "XX000",
            schema_name,
            table_name,
            column_name,
            datatype_name,
            constraint_name,
        )
        failure = self._raised(str(msg))
        failure.__dict__.update(fields.checked())
        raise failure
