"""The decorators of functions that are to live in the database."""

from typing import Any, Callable, Literal, Mapping, Optional, Sequence, TypeVar, Union, overload

_Function = TypeVar("_Function", bound=Callable[..., Any])
_Volatility = Literal["immutable", "stable", "volatile"]
_Parallel = Literal["safe", "restricted", "unsafe"]
_Security = Literal["invoker", "definer"]
_Setting = Union[str, int, float, bool, Sequence[str]]
_Install = Literal["early", "late"]
_Grant = Mapping[str, Literal["execute"]]


@overload
def plfunction(function: _Function, /) -> _Function: ...


@overload
def plfunction(
    *,
    name: Optional[str] = None,
    schema: Optional[str] = None,
    volatility: Optional[_Volatility] = None,
    strict: Optional[bool] = None,
    parallel: Optional[_Parallel] = None,
    leakproof: Optional[bool] = None,
    security: Optional[_Security] = None,
    cost: Optional[float] = None,
    rows: Optional[float] = None,
    set: Optional[Mapping[str, _Setting]] = None,
    transforms: Sequence[str] = (),
    support: Optional[str] = None,
    returns: Union[str, Mapping[str, str], None] = None,
    owner: Optional[str] = None,
    grant: Optional[_Grant] = None,
    comment: Optional[str] = None,
    install: Optional[_Install] = None,
) -> Callable[[_Function], _Function]: ...


def plfunction(
    function: Optional[_Function] = None,
    /,
    *,
    name: Optional[str] = None,
    schema: Optional[str] = None,
    volatility: Optional[_Volatility] = None,
    strict: Optional[bool] = None,
    parallel: Optional[_Parallel] = None,
    leakproof: Optional[bool] = None,
    security: Optional[_Security] = None,
    cost: Optional[float] = None,
    rows: Optional[float] = None,
    set: Optional[Mapping[str, _Setting]] = None,
    transforms: Sequence[str] = (),
    support: Optional[str] = None,
    returns: Union[str, Mapping[str, str], None] = None,
    owner: Optional[str] = None,
    grant: Optional[_Grant] = None,
    comment: Optional[str] = None,
    install: Optional[_Install] = None,
) -> Union[_Function, Callable[[_Function], _Function]]:
    """Marks a top-level function for installation in PostgreSQL, and returns it unchanged.

    Written bare, ``@plfunction``, or with options, ``@plfunction(schema="shop")``. An option
    left out is left to PostgreSQL's default, and to Python's name of the function. The options
    are those of the manual's CREATE FUNCTION; its types come from the annotations.

    name: the SQL name, where it differs from the Python one; distinct functions with the same
        name are overloads.
    schema: the schema that will hold the function.
    volatility: "immutable" for a result that depends on the arguments alone, "stable" for one
        that may depend on tables, "volatile" otherwise.
    strict: True for a function that is not called, and whose result is NULL, when an argument
        is NULL.
    parallel: "safe", "restricted" or "unsafe" in parallel queries.
    leakproof: True for a function that reveals nothing of its arguments but by its result.
    security: "definer" runs with the rights of the function's owner, "invoker" of its caller.
    cost: the planner's estimate of one call, in units of cpu_operator_cost.
    rows: the planner's estimate of a set's number of rows.
    set: configuration parameters while the function runs, ``{"search_path": "shop"}``.
    transforms: types that PL/Python converts by a transform, ``["hstore"]``.
    support: the planner support function.
    returns: the result's SQL type, or the names and SQL types of OUT parameters.
    owner: the role that is to own the function.
    grant: the roles that may call it, ``{"app": "execute"}``; everyone else loses that right.
    comment: the comment, in place of the docstring.
    install: "early" before the versioned migrations of Flyway that are pending, which may then
        call it; "late" after all repeatable ones in SQL. Left out, between the two.

    Raises TypeError for an option that does not exist. Values are not looked at here: a type
    checker and the deploy do that.
    """
    return _marked("plfunction", function)


@overload
def plprocedure(function: _Function, /) -> _Function: ...


@overload
def plprocedure(
    *,
    name: Optional[str] = None,
    schema: Optional[str] = None,
    security: Optional[_Security] = None,
    set: Optional[Mapping[str, _Setting]] = None,
    transforms: Sequence[str] = (),
    returns: Optional[Mapping[str, str]] = None,
    owner: Optional[str] = None,
    grant: Optional[_Grant] = None,
    comment: Optional[str] = None,
    install: Optional[_Install] = None,
) -> Callable[[_Function], _Function]: ...


def plprocedure(
    function: Optional[_Function] = None,
    /,
    *,
    name: Optional[str] = None,
    schema: Optional[str] = None,
    security: Optional[_Security] = None,
    set: Optional[Mapping[str, _Setting]] = None,
    transforms: Sequence[str] = (),
    returns: Optional[Mapping[str, str]] = None,
    owner: Optional[str] = None,
    grant: Optional[_Grant] = None,
    comment: Optional[str] = None,
    install: Optional[_Install] = None,
) -> Union[_Function, Callable[[_Function], _Function]]:
    """Marks a top-level function for installation as a procedure, and returns it unchanged.

    CALL runs it, and it may end transactions with ``plpy.commit()`` and ``plpy.rollback()``
    (the manual's section 44.8), unless it has ``set``. The options are those of the manual's
    CREATE PROCEDURE, and mean what they mean for ``plfunction``.

    returns: the names and SQL types of its OUT and INOUT parameters; a parameter of the function
        that is named here is INOUT.

    Raises TypeError for an option that does not exist. Values are not looked at here: a type
    checker and the deploy do that.
    """
    return _marked("plprocedure", function)


def plaggregate(
    *,
    name: str,
    schema: Optional[str] = None,
    initial: Union[str, int, float, None] = None,
    final: Union[str, Callable[..., Any], None] = None,
    combine: Union[str, Callable[..., Any], None] = None,
    parallel: Optional[_Parallel] = None,
    sort_operator: Optional[str] = None,
    owner: Optional[str] = None,
    grant: Optional[_Grant] = None,
    comment: Optional[str] = None,
    install: Optional[_Install] = None,
) -> Callable[[_Function], _Function]:
    """Makes an aggregate over a function with ``plfunction``, and returns it unchanged.

    The function below makes the next state of a state, its first parameter, and a row's
    arguments. The options are those of the manual's CREATE AGGREGATE.

    name: the aggregate's SQL name.
    schema: the schema that will hold it; by default the function's.
    initial: the first state, as SQL writes it; without it, NULL.
    final: a ``plfunction`` of the same file, or its name, that makes the result of a state.
    combine: a ``plfunction`` of the same file, or its name, that makes one state of two.
    parallel: "safe", "restricted" or "unsafe" in parallel queries.
    sort_operator: the operator whose first value in order the aggregate gives.
    owner, grant, comment, install: as for ``plfunction``; by default it is installed when its
        state function is.

    Raises TypeError for an option that does not exist.
    """
    return _unchanged


def _marked(
    decorator: str, function: Optional[_Function]
) -> Union[_Function, Callable[[_Function], _Function]]:
    if function is None:
        return _unchanged
    if not callable(function):
        raise TypeError(f"{decorator}() decorates a function, not {function!r}")
    return function


def _unchanged(function: _Function) -> _Function:
    return function
