"""Sums of squares of polynomials: proved by the squares, refuted by a point or by a linear functional."""

from __future__ import annotations

from itertools import islice
from typing import Any

from ..exact.statement import Statement
from ..kernel import Rejected
from ..kernel.polynomial import Polynomial
from ..kernel.problem import Problem
from ..kernel.stationary_points import coordinates, declaring, valued_problem
from ..kernel.stationary_sets import value as function_value
from .context import Context
from .decision import Decision, proved, refuted, undecided
from .sample_points import Number, simple_points, value
from .separating_functionals import separating_functional, written_functional
from .solution_moves import is_polynomial
from .weighted_squares import free_squares, pairs

WORK = 1_000_000
PLACES = 5
Stated = dict[str, Any]


def decide_sum_of_squares(context: Context, statement: Statement) -> Decision:
    """Proved by squares with rational coefficients, refuted by a functional at simple values of the letters.

    Undecided for what is a sum of squares over the real numbers alone, and where the search is too large.
    """
    stated = context.problem.state(statement)
    try:
        names = coordinate_names(context.kernel, stated)
        polynomial = at_letters(context.kernel, stated, names)
    except Rejected as reason:
        return undecided(str(reason))
    squares = free_squares(polynomial, zeros(polynomial), WORK) if is_polynomial(polynomial) else None
    if squares is not None or not polynomial:
        return proved({"point": names, "squares": pairs(squares or [])})
    for values in islice(context.points(), PLACES):
        at = {x: str(v) for x, v in values.items()}
        found = refutation(at_letters(valued_problem(context.kernel, at), stated, names), names)
        if found is not None:
            return refuted({"at": at, **found})
    return undecided("neither squares with rational coefficients nor a functional that separates were found")


def coordinate_names(problem: Problem, stated: Stated) -> list[str]:
    """Names for the coordinates that mean nothing else."""
    taken = {*problem.setting.letters, *problem.values, *problem.definitions}
    found: list[str] = []
    for variable in problem.function(stated["function"]).variables:
        name = variable
        while name in taken:
            name += "_"
        taken.add(name)
        found.append(name)
    return found


def at_letters(problem: Problem, stated: Stated, names: list[str]) -> Polynomial:
    """The function at an arbitrary point."""
    larger = declaring(problem, *coordinates(names))
    return function_value(larger, stated["function"], [Polynomial.letter(x) for x in names])


def zeros(polynomial: Polynomial) -> list[dict[str, Number]]:
    """Simple points where the polynomial is zero."""
    return [point for point in simple_points(sorted(polynomial.letters), []) if not value(polynomial, point)]


def refutation(polynomial: Polynomial, names: list[str]) -> Any:
    """A point where the polynomial is negative, or a functional that is negative on it and not on squares, or None."""
    if not polynomial.letters <= set(names):
        return None
    point = next((p for p in simple_points(names, []) if value(polynomial, p) < 0), None)
    if point is not None:
        return {"value": [str(point[x]) for x in names]}
    functional = separating_functional(polynomial, names, WORK)
    return None if functional is None else written_functional(functional, polynomial, names)
