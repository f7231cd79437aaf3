"""Numbers of which an interval is known: arithmetic and elementary functions that certainly enclose all values."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .intervals import Interval, interval_power, interval_product, interval_sum
from .reading import require
from .transcendental import BOUNDS, increasing, outward


@dataclass(frozen=True)
class Enclosed:
    """Any number in the interval; what is computed with it is rounded outward to so many binary digits.

    Each operation encloses its results at all numbers in the intervals of its arguments, so that by induction an
    expression encloses its values at all points of a box.
    """

    interval: Interval
    bits: int

    def _rounded(self, interval: Interval) -> Enclosed:
        return Enclosed(outward(interval, self.bits), self.bits)

    def __add__(self, other: Any) -> Enclosed:
        ends = _ends(other)
        return NotImplemented if ends is None else self._rounded(interval_sum(self.interval, ends))

    def __mul__(self, other: Any) -> Enclosed:
        ends = _ends(other)
        return NotImplemented if ends is None else self._rounded(interval_product(self.interval, ends))

    __radd__ = __add__
    __rmul__ = __mul__

    def power(self, exponent: int) -> Enclosed:
        """An integer power, of an even exponent between the least and the largest square."""
        if exponent < 0:
            return self._rounded(reciprocal(power(self.interval, -exponent)))
        return self._rounded(power(self.interval, exponent))

    def elementary(self, name: str) -> Enclosed:
        """The function exp, log, tanh or sigmoid, which increases."""
        return Enclosed(increasing(BOUNDS[name], self.interval, self.bits), self.bits)


def _ends(value: Any) -> Interval | None:
    """The interval of an enclosed number or of a rational one."""
    if isinstance(value, Fraction):
        return value, value
    return value.interval if isinstance(value, Enclosed) else None


def power(base: Interval, exponent: int) -> Interval:
    """All powers of numbers in the interval: an even power depends on the absolute value, and increases in it."""
    lower, upper = base
    if exponent % 2 == 0:
        lower, upper = max(lower, -upper, Fraction(0)), max(-lower, upper)
    return interval_power((lower, lower), exponent)[0], interval_power((upper, upper), exponent)[1]


def reciprocal(interval: Interval) -> Interval:
    """1 / x for all x in an interval without zero, where it decreases."""
    require(interval[0] > 0 or interval[1] < 0, "division by something that is not known to differ from zero")
    return 1 / interval[1], 1 / interval[0]
