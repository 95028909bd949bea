"""The messages and errors of the stand-in ``plpy``."""

import logging
import re
from typing import TYPE_CHECKING, Callable, Dict, NoReturn, Optional, Tuple, Type

_logger = logging.getLogger("plpy")
_FIELDS = (
    "sqlstate",
    "detail",
    "hint",
    "schema_name",
    "table_name",
    "column_name",
    "datatype_name",
    "constraint_name",
)

Fields = Dict[str, Optional[str]]
Recorder = Callable[[str, str, Fields], None]


class Message:
    """Logs what it is called with to the logger ``plpy``; the fields are the record's attributes.

    Raises TypeError for a field that does not exist, and ValueError for a ``sqlstate`` that is
    not five digits or capital letters, as the real one does.
    """

    def __init__(self, name: str, level: int, recorder: Recorder) -> None:
        self._name = name
        self._level = level
        self._recorder = recorder

    if TYPE_CHECKING:

        def __call__(
            self,
            *args: object,
            message: object = ...,
            detail: object = ...,
            hint: object = ...,
            sqlstate: str = ...,
            schema_name: object = ...,
            table_name: object = ...,
            column_name: object = ...,
            datatype_name: object = ...,
            constraint_name: object = ...,
        ) -> None:
            ...

    else:

        def __call__(self, *args: object, **fields: object) -> None:
            text, known = _read(args, fields)
            _logger.log(self._level, text, extra=known, stacklevel=2)
            self._recorder(self._name, text, known)


class SessionEnded(BaseException):
    """What ``plpy.fatal`` raises here: in the database it ends the session there and then.

    It is no Exception, as no handler of an author's runs after it in the database.
    """


class Failure:
    """Raises what it is called with; the fields are the exception's attributes.

    Without ``sqlstate`` the attribute is "XX000", internal_error. Raises TypeError for a field
    that does not exist, and ValueError for a ``sqlstate`` that is not five digits or capital
    letters, as the real one does.
    """

    def __init__(self, raised: Type[BaseException]) -> None:
        self._raised = raised

    if TYPE_CHECKING:

        def __call__(
            self,
            *args: object,
            message: object = ...,
            detail: object = ...,
            hint: object = ...,
            sqlstate: str = ...,
            schema_name: object = ...,
            table_name: object = ...,
            column_name: object = ...,
            datatype_name: object = ...,
            constraint_name: object = ...,
        ) -> NoReturn:
            ...

    else:

        def __call__(self, *args: object, **fields: object) -> NoReturn:
            text, known = _read(args, fields)
            if known["sqlstate"] in (None, "00000"):
                known["sqlstate"] = "XX000"
            failure = self._raised(text)
            for name, value in known.items():
                setattr(failure, name, value)
                if name == "hint":
                    setattr(failure, "query", None)
            raise failure


def _read(args: Tuple[object, ...], fields: Dict[str, object]) -> Tuple[str, Fields]:
    """The text and all fields, as PL/Python makes them of a call's arguments."""
    if "message" in fields:
        if args:
            raise TypeError("argument 'message' given by name and position")
        args = (fields.pop("message"),)
    known: Fields = dict.fromkeys(_FIELDS)
    for name, value in fields.items():
        if name not in known:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        known[name] = _cut(value)
    sqlstate = known["sqlstate"]
    if sqlstate is not None and not re.fullmatch("[0-9A-Z]{5}", sqlstate):
        raise ValueError("invalid SQLSTATE code")
    return _cut(args[0] if len(args) == 1 else args), known


def _cut(value: object) -> str:
    """PostgreSQL's texts end at a NUL."""
    return str(value).split("\0", 1)[0]
