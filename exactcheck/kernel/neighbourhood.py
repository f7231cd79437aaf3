"""Local minima shown on a whole neighbourhood, for points where second-order conditions decide nothing.

Every feasible displacement h with |h_k| <= radius has entries sign_k t_k with 0 <= t_k <= radius, for one choice of
signs: inward at a bound, either one inside the bounds. For each choice f(x + h) - f(x) is shown to be nonnegative for
all these t; for a strict minimum even less a sum of powers c t_k^m_k with c > 0, which is positive unless h = 0.
"""

from __future__ import annotations

from copy import copy
from fractions import Fraction
from itertools import product
from typing import Any

from .expression import Function
from .optimality import Coordinate, coordinates, displaced, gap
from .polynomial import Polynomial, Scalar
from .positivity import require_positive
from .problem import Problem
from .reading import array, integer, rational, record, require

Place = tuple[Function, list[Any], list[Any]]
MOST_CHOICES = 256


def require_neighbourhood(problem: Problem, place: Place, strict: bool, proof: Any) -> None:
    """Reject unless the proof shows the point of a function under bounds to be a (strict) local minimum."""
    radius, growth, parts = record(proof, "radius", "growth", "parts")
    require(rational(radius) > 0, "a radius that is not positive")
    function, point, bounds = place
    entries = coordinates(point, bounds)
    choices, inside = sign_choices(problem, entries, rational(radius)), within(problem, len(entries), rational(radius))
    for signs, part in zip(choices, array(parts, len(choices)), strict=True):
        margin = growth_of(signs, growth) if strict else Polynomial()
        require_positive(inside, increment(inside, function, point, signs) - margin, False, part)


def within(problem: Problem, size: int, radius: Scalar) -> Problem:
    """The problem with a letter between 0 and the radius for each coordinate."""
    inside = copy(problem)
    inside.setting = problem.setting.copy()
    for k in range(size):
        inside.setting.declare_free(letter(k), "point")
        inside.setting.learn(Polynomial.letter(letter(k)), strict=False)
        inside.setting.learn(radius - Polynomial.letter(letter(k)), strict=False)
    return inside


def letter(k: int) -> str:
    """The letter for the absolute value of the k-th displacement."""
    return f"displacement{k + 1}"


def sign_choices(problem: Problem, entries: list[Coordinate], radius: Scalar) -> list[tuple[int, ...]]:
    """All choices of signs; 0 for a coordinate whose bounds coincide."""
    choices = list(product(*(directions(problem, x, radius) for x in entries)))
    require(len(choices) <= MOST_CHOICES, f"more than {MOST_CHOICES} choices of signs")
    return choices


def directions(problem: Problem, x: Coordinate, radius: Scalar) -> tuple[int, ...]:
    """The signs that a displacement of one coordinate may have; rejected if the radius reaches beyond its bounds."""
    at_bound = []
    for end, inward in ((x.lower, 1), (x.upper, -1)):
        distance = None if end is None else inward * (x.value - end)
        if distance is not None and gap(problem.setting, distance) == 0:
            at_bound.append(inward)
        elif distance is not None:
            kept = problem.setting.is_nonnegative(distance - radius)
            require(kept, "a bound that is crossed within the radius")
    if len(at_bound) == 2:
        return (0,)
    return (at_bound[0],) if at_bound else (1, -1)


def increment(inside: Problem, function: Function, point: list[Any], signs: tuple[int, ...]) -> Polynomial:
    """f(x + h) - f(x) for the displacements with these signs."""
    moved = displaced(point, lambda k: signs[k] * Polynomial.letter(letter(k)))
    values = [inside.call(function, moved), inside.call(function, point)]
    require(all(isinstance(value, (Fraction, Polynomial)) for value in values), "a function that is not a scalar")
    return Polynomial.of(values[0] - values[1])


def growth_of(signs: tuple[int, ...], growth: Any) -> Polynomial:
    """c sum_k t_k^m_k over the coordinates that may move."""
    coefficient, exponents = record(growth, "coefficient", "exponents")
    require(rational(coefficient) > 0, "a growth that is not positive")
    powers = [integer(m, 1, 1000) for m in array(exponents, len(signs))]
    terms = [Polynomial.letter(letter(k), m) for k, (sign, m) in enumerate(zip(signs, powers, strict=True)) if sign]
    return sum(terms, Polynomial()) * rational(coefficient)
