"""Sets of points given by polynomial conditions: pairs of a function and its relation to zero.

All functions have the same scalar variables. What they are in terms of the coordinates of an arbitrary point is
evaluated before any condition is supposed: a function that divides by a variable is rejected there, so that all of them
are polynomials in the coordinates, and continuous.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .expression import SCALARS, Function
from .known_equations import Known
from .polynomial import Polynomial, Scalar, total
from .problem import Problem
from .reading import array, name, require

Values = list[tuple[Polynomial, str]]
CLOSED, OPEN = ("=", ">="), (">",)
ANY = ("=", "!=", ">=", ">")


@dataclass(frozen=True)
class SemialgebraicSet:
    """The points at which functions stand in relations to zero."""

    functions: list[Function]
    relations: list[str]

    def values(self, problem: Problem, point: Sequence[Scalar]) -> Values:
        """What must stand in which relation to zero for the point to lie in the set."""
        found = [value_at(problem, function, point) for function in self.functions]
        return list(zip(found, self.relations, strict=True))


def read_set(problem: Problem, data: Any, relations: tuple[str, ...], size: int | None = None) -> SemialgebraicSet:
    """A set from pairs [function, relation]; rejected unless the functions have so many variables."""
    pairs = [array(pair, 2) for pair in array(data)]
    require(all(relation in relations for _, relation in pairs), f"a relation other than {' and '.join(relations)}")
    functions = [problem.function(function) for function, _ in pairs]
    sizes = {len(function.variables) for function in functions}
    require(len(sizes | ({size} - {None})) <= 1, "functions with different numbers of variables")
    return SemialgebraicSet(functions, [relation for _, relation in pairs])


def value_at(problem: Problem, function: Function, point: Sequence[Scalar]) -> Polynomial:
    """The value of a function that must be a scalar."""
    value = problem.call(function, list(point))
    require(isinstance(value, SCALARS), "a function that is no scalar")
    return problem.setting.normal(value)


def arbitrary_point(known: Known, names: Any, size: int) -> Known:
    """A point whose coordinates are new letters with these names."""
    for letter in array(names, size):
        known = known.declaring(name(letter))
    return known.at(map(Polynomial.letter, names))


def supposing_all(known: Known, values: Values) -> Known:
    """The same where the conditions hold."""
    for value, relation in values:
        known = known.supposing(value, relation)
    return known


def point_of(problem: Problem, coordinates: Any, size: int) -> list[Polynomial]:
    """A point from expressions for its coordinates."""
    return [problem.setting.normal(problem.scalar(x)) for x in array(coordinates, size)]


def require_satisfied(problem: Problem, values: Values) -> None:
    """Reject unless the values are known to stand in their relations to zero."""
    known = Known(problem)
    require(all(known.satisfies(*each) for each in values), "a point that is not known to satisfy the conditions")


def require_polynomial(problem: Problem, function: Function) -> None:
    """Reject a function that is not defined everywhere, as it divides by one of its variables."""
    known = Known(problem)
    letters = [problem.step() for _ in function.variables]
    for letter in letters:
        known = known.declaring(letter)
    value_at(known.problem, function, list(map(Polynomial.letter, letters)))


def squared_norm(point: Sequence[Polynomial]) -> Polynomial:
    """The sum of the squares of the coordinates."""
    return total(x * x for x in point)
