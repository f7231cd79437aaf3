"""Iterates of gradient descent x+ = x - a grad f(x) from a rational point with a rational step size a > 0.

The kernel differentiates f and computes each iterate itself: exactly, or as a box with sides whose ends are multiples
of 2^-b, rounded outwards after each step, so that the box certainly contains the iterate. What is known of the iterate
holds on the whole box: an interval contains all values of a polynomial if the intervals of its terms are added up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Any

from .expression import SCALARS, Function
from .intervals import Interval, interval_power, interval_product, interval_sum
from .jet import Jet
from .polynomial import Polynomial
from .problem import Problem
from .reading import array, integer, record, require
from .semialgebraic_sets import read_set

Statement = dict[str, Any]
Box = list[Interval]
MOST_STEPS, MOST_BITS = 10**5, 10**5
RELATIONS = (">=", ">")


@dataclass(frozen=True)
class Descent:
    """The gradient and the inequalities of the region as polynomials in letters for the coordinates."""

    letters: list[str]
    gradient: list[Polynomial]
    region: list[tuple[Polynomial, str]]
    start: list[Fraction]
    step: Fraction
    steps: int
    all_iterates: bool

    def boxes(self, bits: int | None) -> Iterator[Box]:
        """Boxes that contain the start and the iterates after it, up to the last one."""
        box = [(x, x) for x in self.start]
        yield box
        for _ in range(self.steps):
            slopes = [self.enclosure(slope, box) for slope in self.gradient]
            moved = (
                interval_sum(x, interval_product((-self.step, -self.step), g)) for x, g in zip(box, slopes, strict=True)
            )
            box = [side if bits is None else rounded(side, bits) for side in moved]
            yield box

    def enclosure(self, polynomial: Polynomial, box: Box) -> Interval:
        """An interval that contains all values on the box."""
        sides, total = dict(zip(self.letters, box, strict=True)), (Fraction(0), Fraction(0))
        for monomial, value in polynomial.terms.items():
            term = (value, value)
            for letter, exponent in monomial:
                term = interval_product(term, interval_power(sides[letter], exponent))
            total = interval_sum(total, term)
        return total

    def is_looked_at(self, number: int) -> bool:
        """True if the statement speaks of this iterate."""
        return self.all_iterates or number == self.steps


def rounded(side: Interval, bits: int) -> Interval:
    """The interval with ends that are multiples of 2^-bits, rounded outwards."""
    unit = 2**bits
    return Fraction(floor(side[0] * unit), unit), Fraction(ceil(side[1] * unit), unit)


def prove_iterates(problem: Problem, statement: Statement, proof: Any) -> None:
    """On the box of each iterate that the statement speaks of, all inequalities of the region hold."""
    descent, bits = read_descent(problem, statement), precision(record(proof, "precision")[0])
    for number, box in enumerate(descent.boxes(bits)):
        if descent.is_looked_at(number):
            require(
                all(surely(descent.enclosure(p, box), r) for p, r in descent.region), f"iterate {number} may be outside"
            )


def refute_iterates(problem: Problem, statement: Statement, proof: Any) -> None:
    """On the box of one iterate that the statement speaks of, one inequality of the region is violated."""
    bits, step, condition = record(proof, "precision", "iterate", "condition")
    descent = read_descent(problem, statement)
    number = integer(step, 0, descent.steps)
    require(descent.is_looked_at(number), "an iterate that the statement does not speak of")
    polynomial, relation = descent.region[integer(condition, 0, len(descent.region) - 1)]
    box = next(box for k, box in enumerate(descent.boxes(precision(bits))) if k == number)
    require(surely_not(descent.enclosure(polynomial, box), relation), f"iterate {number} may satisfy the inequality")


def surely(values: Interval, relation: str) -> bool:
    """True if all of the values stand in the relation to zero."""
    return values[0] > 0 if relation == ">" else values[0] >= 0


def surely_not(values: Interval, relation: str) -> bool:
    """True if none of them does."""
    return values[1] <= 0 if relation == ">" else values[1] < 0


def precision(value: Any) -> int | None:
    """The number of binary digits after the point, or null for exact numbers."""
    return None if value is None else integer(value, 1, MOST_BITS)


def read_descent(problem: Problem, statement: Statement) -> Descent:
    """The method of a statement; rejected unless everything in it is rational."""
    iterates, function = statement["iterates"], problem.function(statement["function"])
    require(iterates in ("last", "all"), f"{iterates!r:.40} is neither last nor all")
    size = len(function.variables)
    letters = [f"@x{k}" for k in range(size)]
    region = read_set(problem, statement["region"], RELATIONS, size)
    require(len(region.functions) > 0, "a region without an inequality")
    inequalities = [expanded(problem, h, letters).value for h in region.functions]
    gradient = expanded(problem, function, letters).linear
    step = number(problem, statement["step"])
    require(step > 0, "a step size that is not positive")
    return Descent(
        letters,
        [rational_polynomial(gradient.get(k, Fraction(0)), letters) for k in range(size)],
        [(rational_polynomial(p, letters), r) for p, r in zip(inequalities, region.relations, strict=True)],
        [number(problem, x) for x in array(statement["start"], size)],
        step,
        integer(statement["steps"], 0, MOST_STEPS),
        iterates == "all",
    )


def expanded(problem: Problem, function: Function, letters: list[str]) -> Jet:
    """The value of a function of the coordinates, with its derivatives along these."""
    displaced = [Jet(Polynomial.letter(letter), {k: Fraction(1)}) for k, letter in enumerate(letters)]
    value = problem.call(function, list(displaced))
    require(isinstance(value, SCALARS), "a function that is no scalar")
    return Jet.of(value)


def rational_polynomial(value: Any, letters: list[str]) -> Polynomial:
    """A polynomial in the coordinates with rational coefficients."""
    polynomial = Polynomial.of(value)
    require(polynomial.letters <= set(letters), "a function with coefficients that are not rational")
    return polynomial


def number(problem: Problem, expression: Any) -> Fraction:
    """A rational number."""
    value = Polynomial.of(problem.scalar(expression)).constant
    require(value is not None, "a number that is not rational")
    return value or Fraction(0)
