"""What users name to help a search: squares, cases, points and arcs; and conditions with admissible relations."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Function, Scalar, scalar
from .regions import Conditions, Coordinates, Region, as_list

Hint = Callable[..., Any] | None
ANY = ("=", "!=", ">=", ">")


def conditions_of(argument: str, coordinates: Coordinates, given: Region, relations: tuple[str, ...]) -> Conditions:
    """At least one condition, each with one of the relations to zero."""
    listed = coordinates.conditions(argument, given)
    if not listed:
        raise InputError(f"{argument}: there is no condition")
    for _, relation in listed:
        if relation not in relations:
            kind = "open: only > and <" if relations == (">",) else "closed: only ==, >= and <="
            raise InputError(f"{argument}: {relation} is no relation here, the set must be {kind} are")
    return listed


def search_hints(coordinates: Coordinates, squares: Hint, cases: Hint, seconds: float) -> dict[str, Any]:
    """Expressions whose squares or signs may help, as functions of the coordinates, and a limit of the time."""
    named = {"squares": squares, "cases": cases}
    found = {name: coordinates.functions(name, given) for name, given in named.items() if given is not None}
    return {**found, "seconds": seconds}


def of_one_number(argument: str, body: Callable[..., Any]) -> Function:
    """A function of one number from a Python function."""
    names = list(signature(body).parameters)
    if len(names) != 1:
        raise InputError(f"{argument}: a function of one number, such as lambda s: ...")
    variable = Scalar("variable", names[0])
    return Function("function", (variable,), scalar(body(variable), argument))


def arc_of(arc: Callable[..., Any], size: int) -> tuple[Function, ...]:
    """The coordinates of an arc as functions of its letter."""
    names = list(signature(arc).parameters)
    if len(names) != 1:
        raise InputError("arc: a function of one number, such as lambda s: (s, 1 / s)")
    variable = Scalar("variable", names[0])
    listed = as_list(arc(variable))
    if len(listed) != size:
        raise InputError(f"arc: {len(listed)} coordinates instead of {size}")
    return tuple(Function("function", (variable,), scalar(x, "arc")) for x in listed)


def point_of(argument: str, given: Any, size: int) -> tuple[Scalar, ...]:
    """A point with so many coordinates."""
    listed = as_list(given)
    if len(listed) != size:
        raise InputError(f"{argument}: {len(listed)} coordinates instead of {size}")
    return tuple(scalar(x, argument) for x in listed)
