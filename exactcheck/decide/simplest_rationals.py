"""The simplest rational number in an interval."""

from __future__ import annotations

from fractions import Fraction
from math import ceil


def simplest(lower: Fraction, upper: Fraction) -> Fraction:
    """The number in a closed interval with the smallest denominator, and of these the one closest to zero.

    >>> str(simplest(Fraction(7, 8), Fraction(13, 8))), str(simplest(Fraction(-1, 2), Fraction(-1, 3)))
    ('1', '-1/2')
    """
    if upper < 0:
        return -simplest(-upper, -lower)
    if lower <= 0:
        return Fraction(0)
    whole = ceil(lower)
    if whole <= upper:
        return Fraction(whole)
    below = whole - 1
    return below + 1 / simplest(1 / (upper - below), 1 / (lower - below))
