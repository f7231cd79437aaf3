"""Closed intervals with rational ends: sums, products and square roots that certainly enclose."""

from fractions import Fraction
from math import isqrt

Interval = tuple[Fraction, Fraction]


def interval_sum(left: Interval, right: Interval) -> Interval:
    """All sums."""
    return left[0] + right[0], left[1] + right[1]


def interval_product(left: Interval, right: Interval) -> Interval:
    """All products."""
    ends = [a * b for a in left for b in right]
    return min(ends), max(ends)


def interval_power(base: Interval, exponent: int) -> Interval:
    """All products of that many factors from the interval."""
    result = (Fraction(1), Fraction(1))
    for _ in range(exponent):
        result = interval_product(result, base)
    return result


def interval_root(square: Interval, bits: int) -> Interval:
    """All square roots of the nonnegative numbers in the interval, to 2^-bits; zero exactly."""
    lower, upper = max(square[0], Fraction(0)), square[1]
    scale = 4**bits
    below = isqrt(lower.numerator * scale // lower.denominator)
    above = isqrt(upper.numerator * scale // upper.denominator) + (upper > 0)
    return Fraction(below, 2**bits), Fraction(above, 2**bits)
