"""The decorator of a function that is to live in the database."""

from typing import Any, Callable, Literal, Optional, TypeVar, Union, overload

_Function = TypeVar("_Function", bound=Callable[..., Any])


@overload
def plfunction(function: _Function, /) -> _Function: ...


@overload
def plfunction(
    *,
    name: Optional[str] = None,
    schema: Optional[str] = None,
    volatility: Optional[Literal["immutable", "stable", "volatile"]] = None,
    strict: Optional[bool] = None,
    parallel: Optional[Literal["safe", "restricted", "unsafe"]] = None,
    leakproof: Optional[bool] = None,
    security: Optional[Literal["invoker", "definer"]] = None,
    cost: Optional[float] = None,
) -> Callable[[_Function], _Function]: ...


def plfunction(
    function: Optional[_Function] = None,
    /,
    *,
    name: Optional[str] = None,
    schema: Optional[str] = None,
    volatility: Optional[Literal["immutable", "stable", "volatile"]] = None,
    strict: Optional[bool] = None,
    parallel: Optional[Literal["safe", "restricted", "unsafe"]] = None,
    leakproof: Optional[bool] = None,
    security: Optional[Literal["invoker", "definer"]] = None,
    cost: Optional[float] = None,
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

    Raises TypeError for an option that does not exist. Values are not looked at here: a type
    checker and the deploy do that.
    """
    if function is None:
        return _unchanged
    if not callable(function):
        raise TypeError(f"plfunction() decorates a function, not {function!r}")
    return function


def _unchanged(function: _Function) -> _Function:
    return function
