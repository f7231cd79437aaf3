"""How a quantity q changes along the gradient flow x' = -grad f(x): d/dt q(x(t)) = -<grad f(x), grad q(x)>.

The statement says that this stands in a relation to zero at all points that satisfy some conditions, for each entry of
a quantity that is a matrix. f and q are polynomials; the kernel differentiates both itself.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .contradictions import NEGATED, require_all_hold
from .expression import SCALARS
from .jet import Jet, Linear
from .known_equations import Known
from .matrix import Matrix
from .polynomial import Polynomial, Scalar
from .problem import Problem
from .reading import array, integer, record, require
from .real_solutions import with_numbers
from .semialgebraic_sets import (
    ANY,
    SemialgebraicSet,
    arbitrary_point,
    point_of,
    read_set,
    require_satisfied,
    supposing_all,
)
from .stationary_points import valued_problem

Statement = dict[str, Any]
RELATIONS = ("=", "<=", ">=", "<", ">")


def prove_quantity(problem: Problem, statement: Statement, proof: Any) -> None:
    """At an arbitrary point that satisfies the conditions the derivative stands in the relation to zero.

    By the chain rule the derivative of q along any trajectory at any time is the one at its point.
    """
    numbers, names, trees = record(proof, "numbers", "point", "trees")
    known = Known(with_numbers(problem, numbers))
    size, conditions = read_quantity(known.problem, statement)
    known = arbitrary_point(known, names, size)
    rates = rates_of_change(known.problem, statement, list(known.point))
    known = supposing_all(known, conditions.values(known.problem, known.point))
    require_all_hold(known, [(rate, statement["relation"]) for rate in rates], trees)


def refute_quantity(problem: Problem, statement: Statement, proof: Any) -> None:
    """A point at which it does not, at values of the letters: the trajectory from there shows it at its start."""
    values, numbers, point, entry = record(proof, "at", "numbers", "point", "entry")
    there = with_numbers(valued_problem(problem, values), numbers)
    size, conditions = read_quantity(there, statement)
    located = point_of(there, point, size)
    rates = rates_of_change(there, statement, located)
    rate = rates[integer(entry, 0, len(rates) - 1)]
    require_satisfied(there, [*conditions.values(there, located), (rate, NEGATED[statement["relation"]])])


def read_quantity(problem: Problem, statement: Statement) -> tuple[int, SemialgebraicSet]:
    """The number of coordinates, and where something is said of the quantity."""
    require(statement["relation"] in RELATIONS, f"{statement['relation']!r:.40} is not a relation")
    size = len(problem.function(statement["function"]).variables)
    return size, read_set(problem, array(statement["conditions"]), ANY, size)


def rates_of_change(problem: Problem, statement: Statement, point: list[Polynomial]) -> list[Polynomial]:
    """-<grad f, grad q> at a point, for each entry of q."""
    displaced = [Jet(x, {i: Fraction(1)}) for i, x in enumerate(point)]
    f, q = (problem.call(problem.function(statement[field]), list(displaced)) for field in ("function", "quantity"))
    slopes = gradient(f)
    return [problem.setting.normal(-inner(slopes, gradient(entry))) for entry in entries(q)]


def entries(value: Any) -> list[Scalar]:
    """The entries of a matrix of known size, row by row; a scalar is its only entry."""
    if isinstance(value, Matrix):
        return [value[i, j] for i in range(value.rows) for j in range(value.cols)]
    return [value]


def gradient(value: Any) -> Linear:
    """The derivatives of a scalar along the coordinates, zeros left out."""
    require(isinstance(value, SCALARS), "a function that is no scalar")
    return Jet.of(value).linear


def inner(left: Linear, right: Linear) -> Polynomial:
    """The inner product of two gradients."""
    return sum((Polynomial.of(left[i]) * right[i] for i in left.keys() & right.keys()), Polynomial())
