"""Ellipsoids with axes along the letters: sum_x c_x (x - m_x)^2 = r with all c_x > 0."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import isqrt

from ..kernel.polynomial import Polynomial

BITS = 64


def extremes(equations: Sequence[Polynomial], letter: str) -> list[Polynomial]:
    """Rational numbers close to the largest and the smallest value of a letter on ellipsoids."""
    found = [end for equation in equations if letter in equation.letters for end in ends(equation, letter)]
    return list(map(Polynomial.of, found))


def ends(equation: Polynomial, letter: str) -> list[Fraction]:
    """The same for one equation; empty if it is no ellipsoid."""
    terms, letters = equation.terms, equation.letters
    squares = {x: terms.get(((x, 2),), Fraction(0)) for x in letters}
    slopes = {x: terms.get(((x, 1),), Fraction(0)) for x in letters}
    simple = all(len(monomial) <= 1 and all(0 < k <= 2 for _, k in monomial) for monomial in terms)
    if not simple or not all(squares.values()):
        return []
    level = sum(slopes[x] ** 2 / (4 * squares[x]) for x in letters) - terms.get((), Fraction(0))
    square, middle = level / squares[letter], -slopes[letter] / (2 * squares[letter])
    return [middle + side * upper_root(square) for side in (1, -1)] if square >= 0 else []


def upper_root(square: Fraction) -> Fraction:
    """A rational number a little above the root of another one."""
    scale = 2**BITS
    return Fraction(isqrt(square.numerator * scale**2 // square.denominator) + 1, scale)
