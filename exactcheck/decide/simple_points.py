"""Simple points that satisfy polynomial conditions, at simple values of the letters of a problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice

from ..kernel.polynomial import Polynomial
from ..kernel.semialgebraic_sets import Values
from .context import Context
from .simple_values import Assumption, SimpleValues

COORDINATES = [
    Fraction(x)
    for x in (
        "1",
        "0",
        "-1",
        "2",
        "-2",
        "1/2",
        "-1/2",
        "3",
        "-3",
        "3/2",
        "1/4",
        "5/4",
        "-5/4",
        "3/4",
        "-3/4",
        "4",
        "-4",
        "10",
        "-10",
    )
]
MOST = 40


def simple_points(context: Context, names: Sequence[str], values: Values) -> Iterator[tuple[dict[str, str], list[str]]]:
    """Values of the letters with points, whose coordinates have these names, at which the conditions may hold.

    Conditions with numbers that are not rational are left to whoever checks the points.
    """
    letters = {name: context._choices(name, x.role) for name, x in context.problem.letters.items() if x.role}
    choices = {**letters, **dict.fromkeys(names, COORDINATES)}
    assumptions = [*context.kernel.assumptions, *(each for value in values for each in inequalities(*value))]
    found = SimpleValues(choices, [each for each in assumptions if each[0].letters <= choices.keys()])
    for point in islice((p for p in found if unequal(values, p)), MOST):
        yield {x: str(point[x]) for x in letters}, [str(point[x]) for x in names]


def inequalities(value: Polynomial, relation: str) -> list[Assumption]:
    """A condition as expressions that are >= 0 (> 0 if strict); != 0 is left out."""
    plain = {">=": [(value, False)], ">": [(value, True)], "<=": [(-value, False)], "<": [(-value, True)]}
    return plain.get(relation, [(value, False), (-value, False)] if relation == "=" else [])


def unequal(values: Values, point: dict[str, Fraction]) -> bool:
    """True if no expression that must not be zero is zero at the point."""
    replaced = {x: Polynomial.of(v) for x, v in point.items()}
    return all(bool(value.substitute(replaced)) for value, relation in values if relation == "!=")
