"""Rational points where a polynomial is low: floats go downhill from drawn points, then the coordinates are rounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ..kernel.polynomial import Polynomial
from ..kernel.setting import FREE, Setting
from .known_regions import Region
from .sample_points import Number, value
from .solution_moves import is_polynomial

STARTS, STEPS, LARGEST = 4, 300, 1e6
DENOMINATORS = (1, 2, 3, 4, 8, 30, 200, 10**4, 10**7)
Point = dict[str, Number]


def low_points(setting: Setting, polynomial: Polynomial, letters: Iterable[str]) -> Iterator[dict[str, Fraction]]:
    """Points close to where the polynomial is negative in floats, the simplest ones first; some, not all.

    They have values for the given letters, too. None for polynomials in letters that have definitions.
    """
    names = tuple(sorted(polynomial.letters | set(letters)))
    if not is_polynomial(polynomial) or any(setting.letters[x].role not in FREE for x in names):
        return
    region = Region(setting, names)
    starts = sorted(region.drawn, key=lambda point: value(polynomial, point))[:STARTS]
    ends = [downhill(polynomial, start, region) for start in starts]
    low = [end for end in ends if value(polynomial, end) < 0]
    for denominator in DENOMINATORS:
        for end in low:
            yield {x: Fraction(v).limit_denominator(denominator) for x, v in end.items()}


def downhill(polynomial: Polynomial, point: Point, region: Region) -> Point:
    """The end of steps along the negative gradient that stay where all facts are positive."""
    facts, length = [w.polynomial for w in region.weights], 1.0
    slopes = {x: slope(polynomial, x) for x in sorted(polynomial.letters)}
    here = value(polynomial, point)
    for _ in range(STEPS):
        gradient = {x: value(each, point) for x, each in slopes.items()}
        moved = {**point, **{x: float(point[x]) - length * float(g) for x, g in gradient.items()}}
        inside = all(abs(float(x)) < LARGEST for x in moved.values()) and all(value(each, moved) > 0 for each in facts)
        if inside and (there := value(polynomial, moved)) < here:
            point, here, length = moved, there, 2 * length
        else:
            length /= 4
    return point


def slope(polynomial: Polynomial, letter: str) -> Polynomial:
    """The derivative by a letter."""
    powers = polynomial.coefficients(letter).items()
    parts = [part * Polynomial.letter(letter, k - 1) * k if k > 1 else part for k, part in powers if k]
    return sum(parts, Polynomial())
