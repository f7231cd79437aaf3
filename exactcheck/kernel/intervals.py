"""Closed intervals with rational ends: sums, products and square roots that certainly enclose."""

from fractions import Fraction
from math import isqrt, lcm
from typing import TypeVar

Interval = tuple[Fraction, Fraction]
Number = TypeVar("Number", int, Fraction)


def interval_sum(left: Interval, right: Interval) -> Interval:
    """All sums."""
    return left[0] + right[0], left[1] + right[1]


def interval_product(left: tuple[Number, Number], right: tuple[Number, Number]) -> tuple[Number, Number]:
    """All products."""
    ends = [a * b for a in left for b in right]
    return min(ends), max(ends)


def interval_power(base: Interval, exponent: int) -> Interval:
    """All products of that many factors from the interval."""
    result = (Fraction(1), Fraction(1))
    for _ in range(exponent):
        result = interval_product(result, base)
    return result


def interval_powers(base: Interval, degree: int) -> list[tuple[int, int]]:
    """All powers up to a degree, times d^degree with the common denominator d of the ends: intervals of integers."""
    scale = lcm(base[0].denominator, base[1].denominator)
    ends, powers = (int(base[0] * scale), int(base[1] * scale)), [(1, 1)]
    for _ in range(degree):
        powers.append(interval_product(powers[-1], ends))
    return [(low * scale ** (degree - k), high * scale ** (degree - k)) for k, (low, high) in enumerate(powers)]


def interval_root(square: Interval, bits: int) -> Interval:
    """All square roots of the nonnegative numbers in the interval, to 2^-bits; of rational squares exactly."""
    lower, upper = (max(end, Fraction(0)) for end in square)
    return root_below(lower, bits), root_above(upper, bits)


def root_below(square: Fraction, bits: int) -> Fraction:
    """A number that is at most the root, and the root itself where that is rational."""
    exact = Fraction(isqrt(square.numerator), isqrt(square.denominator))
    below = Fraction(isqrt(square.numerator * 4**bits // square.denominator), 2**bits)
    return exact if exact * exact == square else below


def root_above(square: Fraction, bits: int) -> Fraction:
    """A number that is at least the root, and the root itself where that is rational."""
    below = root_below(square, bits)
    return below if below * below == square else below + Fraction(1, 2**bits)
