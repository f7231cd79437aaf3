"""How large a set of points is, and in how many parts it falls: its dimension, and its connected components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..exact.components import Component
from ..exact.errors import InputError
from ..exact.expression import Function, is_scalar
from ..exact.statement import Statement
from .components import as_component
from .solution_sets import SolutionSet


@dataclass(frozen=True, eq=False)
class CountOfPoints:
    """The dimension of a set of points, or the number of its connected components.

    Compare it with an integer to make a statement: `==`, `>=` or `<=`.
    """

    kind: str
    points: dict[str, Any]
    hints: dict[str, Any]

    def __eq__(self, number: object) -> Statement:  # type: ignore[override]
        return self._statement("=", number)

    def __ge__(self, number: int) -> Statement:
        return self._statement(">=", number)

    def __le__(self, number: int) -> Statement:
        return self._statement("<=", number)

    __hash__ = object.__hash__

    def _statement(self, relation: str, number: Any) -> Statement:
        least = -1 if self.kind == "dimension" else 0
        if type(number) is not int or number < least:
            raise InputError(f"number: {number!r} is no {self.kind} to compare with: an integer >= {least}")
        return Statement(self.kind, dict(self.hints), set=self.points, relation=relation, number=number)


def dimension(points: Any) -> CountOfPoints:
    """The dimension of a set of points: the largest d such that it contains a d-dimensional disc; -1 if it is empty.

    The set is `critical_points(f)` or `real_solutions(equations)`, a point, a `family(...)`, or a list of such.

    >>> from sympy.abc import x, y
    >>> from exactcheck import verify_statements
    >>> from exactcheck.landscape import critical_points, family
    >>> verify_statements(dimension(critical_points((x**2 + y**2 - 1) ** 2)) == 1).verdict
    'proved'
    >>> verify_statements(dimension(family(lambda s, t: (s, t), where=lambda s, t: s**3 == t**2)) == 1).verdict
    'proved'

    Raises InputError for anything else, and for points with different numbers of coordinates.
    """
    return CountOfPoints("dimension", *described(points))


def number_of_connected_components(points: Any) -> CountOfPoints:
    """The number of connected components of a set of points.

    The set is `critical_points(f)` or `real_solutions(equations)`, a point, a `family(...)`, or a list of such. It is
    taken apart into connected families, which are told apart by signs of polynomials, or joined where they touch. It is
    made for sets whose letters take all values between bounds, or on spheres; others stay undecided.

    >>> from sympy.abc import x, y
    >>> from exactcheck import verify_statements
    >>> from exactcheck.landscape import critical_points
    >>> verify_statements(number_of_connected_components(critical_points((x * y - 1) ** 2)) == 3).verdict
    'proved'
    >>> verify_statements(number_of_connected_components([(0, 0), (0, 1)]) <= 1).verdict
    'refuted'

    Raises InputError for anything else, and for points with different numbers of coordinates.
    """
    return CountOfPoints("connected components", *described(points))


def described(points: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A set for a statement, and the limits of the search for it."""
    if isinstance(points, SolutionSet):
        limits = {"most_cases": points.most_cases, "seconds": points.seconds}
        content: Any = points.functions if points.kind == "real solutions" else points.functions[0]
        return {points.kind: content}, limits
    return union(components_in(points)), {}


def union(components: list[Component]) -> dict[str, Any]:
    """The union of components for a statement."""
    return {"components": tuple(components)}


def components_in(points: Any) -> list[Component]:
    """Components from a point, a family, or a list of these.

    A tuple or a list of numbers is one point.
    """
    single = isinstance(points, Component) or is_scalar(points)
    coordinates = isinstance(points, (list, tuple)) and bool(points) and all(map(is_scalar, points))
    given = [points] if single or coordinates else points
    if not isinstance(given, (list, tuple)):
        raise InputError(f"points: {points!r} is no set of points: critical_points(f), a point, a family, or a list")
    sizes = [size_of(each) for each in given]
    return [as_component(sizes[0], each) for each in given]


def size_of(given: Any) -> int:
    """The number of coordinates of a point, or of the points of a family."""
    coordinates = given.point if isinstance(given, Component) else given
    return len(coordinates) if isinstance(coordinates, (list, tuple)) else 1


def seen_dimension(components: list[Component]) -> int | None:
    """The dimension of a union, accepted by the kernel; None if it is not seen."""
    from ..decide.dimensions import bounds_of

    return _seen("dimension", components, bounds_of, {})


def seen_number(components: list[Component], function: Function | None = None) -> int | None:
    """The number of connected components of a union, accepted by the kernel; None if it is not seen.

    The signs of the function may tell them apart.
    """
    from ..decide.connected_components import bounds_of

    return _seen("connected components", components, bounds_of, {} if function is None else {"function": function})


def _seen(kind: str, components: list[Component], bounds_of: Any, hints: dict[str, Any]) -> int | None:
    """What two bounds agree on, if the kernel accepts it."""
    from ..decide import Context
    from ..exact.problem import Problem

    problem, points = Problem(), union(components)
    found = bounds_of(Context(problem), Statement(kind, hints, set=points, relation="=", number=0))
    if isinstance(found, str) or found.least != found.most:
        return None
    statement = Statement(kind, hints, set=points, relation="=", number=found.least)
    accepted = not Context(problem).accepts(statement, "proved", found.proof)
    return found.least if accepted else None
