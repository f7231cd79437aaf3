"""Points in the ranges of letters: they tell early that a polynomial is negative somewhere, and where it is zero.

Simple points are rational, drawn ones are floats. Nothing is decided by them: a search is not begun, or begins there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from random import Random

from ..kernel.polynomial import Polynomial

Number = Fraction | float
Range = tuple[Fraction | None, Fraction | None]
SIMPLE = (0, 1, -1, 2, -2)
MOST = 700
DRAWN, WANTED = 3000, 300


def value(polynomial: Polynomial, point: dict[str, Number]) -> Number:
    """The value at a point."""
    total: Number = 0
    for monomial, coefficient in polynomial.terms.items():
        term: Number = coefficient
        for x, k in monomial:
            term = term * point[x] ** k
        total = total + term
    return total


def simple_points(letters: Sequence[str], constraints: Sequence[Polynomial]) -> Iterator[dict[str, Number]]:
    """Points with small integers as coordinates at which no constraint is negative."""
    count = next(k for k in (5, 3, 2, 1) if k ** len(letters) <= MOST or k == 1)
    for values in product(map(Fraction, SIMPLE[:count]), repeat=len(letters)):
        point: dict[str, Number] = dict(zip(letters, values, strict=True))
        if all(value(each, point) >= 0 for each in constraints):
            yield point


def drawn_points(ranges: dict[str, Range], constraints: Sequence[Polynomial]) -> list[dict[str, Number]]:
    """Points in the ranges, always the same ones, at which all constraints are positive."""
    source, found = Random(1), []
    for _ in range(DRAWN):
        point: dict[str, Number] = {x: drawn(source, *ends) for x, ends in ranges.items()}
        if all(value(each, point) > 0 for each in constraints):
            found.append(point)
            if len(found) == WANTED:
                break
    return found


def drawn(source: Random, lower: Fraction | None, upper: Fraction | None) -> float:
    """A number in a range that may be unbounded."""
    if lower is not None and upper is not None:
        return source.uniform(float(lower), float(upper))
    if lower is not None or upper is not None:
        far = source.uniform(0, 2)
        return float(lower) + far if lower is not None else float(upper or 0) - far
    return source.uniform(-2, 2)
