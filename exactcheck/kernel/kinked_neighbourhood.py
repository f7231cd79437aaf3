"""Local minima of a sum of absolute values and maxima on a whole neighbourhood.

A displacement has signs s_i and absolute values t_i between 0 and a radius. For any multipliers, not only those of the
subgradient 0, the smooth function L that belongs to them is <= f near x and = f at x (see `kinks`). So x is a local
minimum if for each choice of signs L(x + s t) - L(x) >= 0 with some L, and a strict one if this is >= c sum_i t_i^m_i
with a c > 0.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

from .branches import most
from .kinks import KinkedPoint, Vector, is_maximum, kinked_point, known_sign
from .neighbourhood import MOST_CHOICES, growth_of, letter, within
from .optimality import displaced
from .polynomial import Polynomial, Scalar
from .positivity import require_positive
from .problem import Problem
from .reading import array, rational, record, require


def require_kinked_neighbourhood(problem: Problem, statement: dict[str, Any], strict: bool, proof: Any) -> None:
    """Reject unless the proof shows the point to be a (strict) local minimum."""
    radius, growth, parts = record(proof, "radius", "growth", "parts")
    require(rational(radius) > 0, "a radius that is not positive")
    at = kinked_point(problem, statement)
    choices = sign_choices(at)
    inside = within(problem, at.size, rational(radius))
    for signs, part in zip(choices, array(parts, len(choices)), strict=True):
        z, positive = record(part, "multipliers", "positive")
        margin = growth_of(signs, growth) if strict else Polynomial()
        increase = minorant_increase(inside, statement, at, at.multipliers(z), signs)
        require_positive(inside, increase - margin, False, positive)


def sign_choices(at: KinkedPoint) -> list[tuple[int, ...]]:
    """All choices of signs for the coordinates."""
    require(2**at.size <= MOST_CHOICES, f"more than {MOST_CHOICES} choices of signs")
    return list(product((1, -1), repeat=at.size))


def minorant_increase(
    problem: Problem, statement: dict[str, Any], at: KinkedPoint, z: Vector, signs: tuple[int, ...]
) -> Polynomial:
    """L(x + h) - L(x) for the displacements h with these signs."""
    point = [problem.evaluate(part) for part in array(statement["at"])]
    moved = displaced(point, lambda k: signs[k] * Polynomial.letter(letter(k)))
    kinks, maxima = map(iter, at.parts(z))
    total: Scalar = change(problem, statement["smooth"], point, moved)
    for coefficient, expression in statement["pieces"]:
        weight = problem.scalar(coefficient)
        members = expression if is_maximum(expression) else [expression]
        values = [weight * problem.call(problem.function(member), point) for member in members]
        if is_maximum(expression):
            active = [known_sign(problem.setting, most(problem.setting, values) - value) == 0 for value in values]
            shares = iter(next(maxima) if sum(active) > 1 else [Fraction(1)])
            factors = [next(shares) if used else Fraction(0) for used in active]
        else:
            factors = [Fraction(known_sign(problem.setting, values[0])) or next(kinks)]
        for factor, member in zip(factors, members, strict=True):
            total = total + factor * weight * change(problem, member, point, moved)
    return Polynomial.of(total)


def change(problem: Problem, expression: Any, point: list[Any], moved: list[Any]) -> Scalar:
    """The difference of the values of a function at two points."""
    function = problem.function(expression)
    return problem.call(function, moved) - problem.call(function, point)
