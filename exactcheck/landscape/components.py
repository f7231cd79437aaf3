"""Components of sets of solutions from what users have, and as they are found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from inspect import signature
from typing import TYPE_CHECKING, Any

from ..exact.components import Component
from ..exact.errors import InputError
from ..exact.expression import Matrix, Scalar, is_scalar, scalar
from ..exact.statement import Statement

if TYPE_CHECKING:
    from ..decide.solution_discovery import Family
    from ..kernel.polynomial import Polynomial


def family(
    point: Callable[..., Any], *, where: Callable[..., Any] | None = None, nonzero: Callable[..., Any] | None = None
) -> Component:
    """The points for all real values of some letters, which are the arguments of `point`.

    `where` lists conditions on the letters such as t > 0 or s**2 + t**2 == 1, `nonzero` expressions that are not zero;
    both are functions of the same letters. Coordinates may divide by a letter that is not zero.

    >>> family(lambda t: (t, 1 / t), nonzero=lambda t: t)
    {(t, t^-1) : t != 0}
    >>> family(lambda x, y: (x, y), where=lambda x, y: x**2 + y**2 == 1)
    {(x, y) : x^2 + y^2 - 1 = 0}

    Raises InputError for conditions that are no comparisons of numbers.
    """
    variables = tuple(Scalar("variable", name) for name in signature(point).parameters)
    require_usual_names("point", variables)
    unequal = [(scalar(value, "nonzero"), "!=") for value in listed(nonzero, variables)]
    conditions = [condition(each) for each in listed(where, variables)]
    return Component(variables, (*unequal, *conditions), coordinates(point(*variables)))


def require_usual_names(argument: str, variables: Iterable[Scalar | Matrix]) -> None:
    """Raise InputError for a variable whose name the search would give to a letter of its own."""
    for name in (variable.arguments[0] for variable in variables):
        if name.endswith("__"):
            raise InputError(f"{argument}: the name {name} ends with two underscores; other names are accepted")


def listed(given: Callable[..., Any] | None, variables: Sequence[Scalar]) -> list[Any]:
    """What a function of the letters returns, as a list."""
    found = [] if given is None else given(*variables)
    return list(found) if isinstance(found, (list, tuple)) else [found]


def condition(given: Any) -> tuple[Scalar, str]:
    """A comparison as an expression with its relation to zero."""
    if not isinstance(given, Statement) or given.kind != "comparison" or not isinstance(given["left"], Scalar):
        raise InputError(f"where: {given!r} is no condition such as t > 0 or s**2 + t**2 == 1")
    return given["left"] - given["right"], given["relation"]


def coordinates(point: Any) -> tuple[Scalar, ...]:
    """The coordinates of a point; a number is a point with one."""
    parts = point if isinstance(point, (list, tuple)) else (point,)
    return tuple(scalar(part, "a coordinate") for part in parts)


def as_component(size: int, given: Any) -> Component:
    """A component from a component or a point.

    Raises InputError for anything else, and for a wrong number of coordinates.
    """
    if not isinstance(given, Component) and not is_scalar(given) and not isinstance(given, (list, tuple)):
        raise InputError(f"components: {given!r} is neither a point nor a family(lambda t: (...))")
    found = given if isinstance(given, Component) else Component((), (), coordinates(given))
    if len(found.point) != size:
        raise InputError(f"components: {found!r} has {len(found.point)} coordinates instead of {size}")
    return found


def found_component(found: Family, letters: Mapping[str, Scalar]) -> Component:
    """A family that was found, with the letters of the problem and of numbers as these expressions."""
    variables = {x: Scalar("variable", x) for x in found.letters}
    known = {**letters, **variables}
    where = tuple((expression(primitive(value), known), relation) for value, relation in found.where)
    return Component(tuple(variables.values()), where, tuple(expression(x, known) for x in found.point))


def expression(polynomial: Polynomial, letters: Mapping[str, Scalar], first: Scalar | None = None) -> Scalar:
    """A polynomial as an expression, terms of large degree first, but after another one that it is added to."""
    total = scalar(0) if first is None else first
    for monomial, coefficient in sorted(polynomial.terms.items(), key=lambda term: rank(term[0])):
        term = scalar(abs(coefficient))
        for x, k in monomial:
            term = term * letters[x] ** k
        total = total + term if coefficient > 0 else total - term if total.value != 0 else -term
    return total


def rank(monomial: Any) -> tuple[int, Any]:
    """Large degrees first, then by names."""
    return -sum(k for _, k in monomial), monomial


def primitive(polynomial: Polynomial) -> Polynomial:
    """A multiple whose first coefficient is 1."""
    leading = polynomial.terms[min(polynomial.terms, key=rank)]
    return polynomial * (Fraction(1) / leading)


def number_of(declaration: dict[str, Any], square: Polynomial | None, letters: dict[str, Scalar]) -> Scalar:
    """A root of a number or of a polynomial as an expression."""
    from ..exact.roots import real_root, sqrt

    if square is not None:
        return sqrt(expression(square, letters), declaration["letter"])
    lower, upper = declaration["interval"]
    return real_root(declaration["polynomial"], lower, upper, declaration["letter"])
