"""Rational bounds of exp, log, tanh and 1 / (1 + exp(-x)) at rational numbers and over intervals, rounded outward.

All four functions increase, so that the bounds over an interval are those at its ends. Sums of series are kept as
integers, in small units: what is rounded down stays below the sum, what is rounded up above it.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from .intervals import Interval
from .reading import require

LARGEST_EXPONENT = 4096
GUARD = 12


def rounded_below(number: Fraction, bits: int) -> Fraction:
    """A number that is at most this one, with so many binary digits; the number itself where it has no more."""
    return _rounded(number, bits, upward=False)


def rounded_above(number: Fraction, bits: int) -> Fraction:
    """A number that is at least this one, with so many binary digits; the number itself where it has no more."""
    return _rounded(number, bits, upward=True)


def _rounded(number: Fraction, bits: int, upward: bool) -> Fraction:
    numerator, denominator = number.numerator, number.denominator
    length, depth = numerator.bit_length(), denominator.bit_length()
    if length <= bits and depth <= bits:
        return number
    shift = bits - length + depth
    scaled = (numerator << shift, denominator) if shift >= 0 else (numerator, denominator << -shift)
    units = _ceiling(*scaled) if upward else scaled[0] // scaled[1]
    return Fraction(units, 1 << shift) if shift >= 0 else Fraction(units << -shift)


def outward(interval: Interval, bits: int) -> Interval:
    """An interval around this one whose ends have so many binary digits."""
    return rounded_below(interval[0], bits), rounded_above(interval[1], bits)


def increasing(bounds: Callable[[Fraction, int], Interval], interval: Interval, bits: int) -> Interval:
    """The values of an increasing function over an interval, from bounds of single values."""
    lower, upper = interval
    first = bounds(lower, bits)
    return first if lower == upper else (first[0], bounds(upper, bits)[1])


def exp_bounds(x: Fraction, bits: int) -> Interval:
    """Bounds of exp(x); of exp(0) = 1 exactly. Rejected for x > 4096; for x < -4096 the lower bound is 0.

    exp(-x) = 1 / exp(x), and exp(x) = exp(y)^(2^k) for y = x / 2^k, where k is such that y <= 1/2.
    """
    require(x <= LARGEST_EXPONENT, f"an exponential of a number above {LARGEST_EXPONENT}")
    if x < -LARGEST_EXPONENT:
        return Fraction(0), exp_bounds(Fraction(-LARGEST_EXPONENT), bits)[1]
    if x <= 0:
        least, most = exp_bounds(-x, bits) if x else (Fraction(1), Fraction(1))
        return outward((1 / most, 1 / least), bits)
    halvings = (x.numerator // x.denominator).bit_length() + 1
    unit = 1 << bits + halvings + GUARD
    lower, upper = _exponential_series(x / 2**halvings, unit)
    for _ in range(halvings):
        lower, upper = lower * lower // unit, _ceiling(upper * upper, unit)
    return outward((Fraction(lower, unit), Fraction(upper, unit)), bits)


def _exponential_series(y: Fraction, unit: int) -> tuple[int, int]:
    """Integers below and above unit * exp(y) for 0 < y <= 1/2.

    The terms y^j / j! are computed one from the other, rounded down and up. Each is at most half of the one before it,
    so that all terms after the last one that is added have a sum of at most the last one, which is added once more.
    """
    below, above = _units(y, unit)
    lower = upper = low = high = unit
    j = 0
    while high > 1:
        j += 1
        low, high = low * below // unit // j, _ceiling(_ceiling(high * above, unit), j)
        lower, upper = lower + low, upper + high
    return lower, upper + high


def _units(number: Fraction, unit: int) -> tuple[int, int]:
    """Integers below and above unit * number."""
    scaled = number.numerator * unit
    return scaled // number.denominator, _ceiling(scaled, number.denominator)


def _ceiling(numerator: int, denominator: int) -> int:
    """The least integer that is not below the quotient."""
    return -(-numerator // denominator)


def log_bounds(x: Fraction, bits: int) -> Interval:
    """Bounds of log(x) for x > 0; of log(1) = 0 exactly.

    log(1 / x) = -log(x), and log(x) = e log(2) + log(m) for x = 2^e m with 1 <= m < 2. With z = (m - 1) / (m + 1),
    which is below 1/3, log(m) is 2 atanh(z); log(2) is 2 atanh(1/3).
    """
    require(x > 0, "a logarithm of something that is not known to be positive")
    if x < 1:
        lower, upper = log_bounds(1 / x, bits)
        return -upper, -lower
    power = (x.numerator // x.denominator).bit_length() - 1
    part = x / 2**power
    unit = 1 << bits + power.bit_length() + GUARD
    two, rest = _area_tangent(Fraction(1, 3), unit), _area_tangent((part - 1) / (part + 1), unit)
    lower, upper = (Fraction(2 * (power * a + b), unit) for a, b in zip(two, rest, strict=True))
    return outward((lower, upper), bits)


def _area_tangent(z: Fraction, unit: int) -> tuple[int, int]:
    """Integers below and above unit * atanh(z) for 0 <= z <= 1/3.

    Of the terms z^(2j+1) / (2j+1) the powers are computed one from the other. Each power is at most a ninth of the one
    before it, so that all terms after the last one that is added have a sum of at most the last power.
    """
    below, above = _units(z, unit)
    square_below, square_above = below * below // unit, _ceiling(above * above, unit)
    lower, upper, j = below, above, 0
    while above > 1:
        j += 1
        below, above = below * square_below // unit, _ceiling(above * square_above, unit)
        lower, upper = lower + below // (2 * j + 1), upper + _ceiling(above, 2 * j + 1)
    return lower, upper + above


def sigmoid_bounds(x: Fraction, bits: int) -> Interval:
    """Bounds of 1 / (1 + exp(-x)); of the value 1/2 at 0 exactly. Below x = -4096 the lower bound is 0.

    1 / (1 + t) decreases in t = exp(-x) >= 0, and the function increases in x.
    """
    if x < -LARGEST_EXPONENT:
        return Fraction(0), sigmoid_bounds(Fraction(-LARGEST_EXPONENT), bits)[1]
    lower, upper = exp_bounds(-x, bits)
    return outward((1 / (1 + upper), 1 / (1 + lower)), bits)


def tanh_bounds(x: Fraction, bits: int) -> Interval:
    """Bounds of tanh(x), which is 2 sigmoid(2 x) - 1: (e^x - e^-x) / (e^x + e^-x) = 2 / (1 + e^(-2 x)) - 1."""
    lower, upper = sigmoid_bounds(2 * x, bits + 2)
    return outward((2 * lower - 1, 2 * upper - 1), bits)


BOUNDS: dict[str, Callable[[Fraction, int], Interval]] = {
    "exp": exp_bounds,
    "log": log_bounds,
    "tanh": tanh_bounds,
    "sigmoid": sigmoid_bounds,
}
