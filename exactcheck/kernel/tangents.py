"""Values with first derivatives: v + t_1 s_1 + ... + t_n s_n, cut off after the terms of degree one.

The values and slopes are of any kind that can be added, multiplied, raised to powers and put into elementary functions,
tangents of a lower level among them: those are constant here, and derivatives of derivatives come from nesting.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Value = Any


@dataclass(frozen=True)
class Tangent:
    """A value and its slopes along the directions of its level."""

    level: int
    value: Value
    slopes: tuple[Value, ...]

    def __add__(self, other: Any) -> Tangent:
        if not isinstance(other, Tangent) or other.level < self.level:
            return Tangent(self.level, self.value + other, self.slopes)
        if other.level > self.level:
            return other + self
        slopes = tuple(a + b for a, b in zip(self.slopes, other.slopes, strict=True))
        return Tangent(self.level, self.value + other.value, slopes)

    def __mul__(self, other: Any) -> Tangent:
        if not isinstance(other, Tangent) or other.level < self.level:
            return Tangent(self.level, self.value * other, tuple(slope * other for slope in self.slopes))
        if other.level > self.level:
            return other * self
        slopes = (a * other.value + self.value * b for a, b in zip(self.slopes, other.slopes, strict=True))
        return Tangent(self.level, self.value * other.value, tuple(slopes))

    __radd__ = __add__
    __rmul__ = __mul__

    def power(self, exponent: int) -> Tangent:
        """An integer power, by (v^k)' = k v^(k - 1) v'."""
        if exponent == 0:
            return self._composed(self.value.power(0), self.value.power(0) * Fraction(0))
        return self._composed(self.value.power(exponent), self.value.power(exponent - 1) * Fraction(exponent))

    def elementary(self, name: str) -> Tangent:
        """An elementary function, by the chain rule."""
        found = self.value.elementary(name)
        return self._composed(found, DERIVATIVES[name](self.value, found))

    def _composed(self, value: Value, derivative: Value) -> Tangent:
        return Tangent(self.level, value, tuple(derivative * slope for slope in self.slopes))


# the derivative from the argument and the value: (tanh)' = 1 - tanh^2, and s' = s (1 - s) = 1/4 - (s - 1/2)^2
DERIVATIVES: dict[str, Callable[[Value, Value], Value]] = {
    "exp": lambda argument, value: value,
    "log": lambda argument, value: argument.power(-1),
    "tanh": lambda argument, value: value.power(2) * Fraction(-1) + Fraction(1),
    "sigmoid": lambda argument, value: (value + Fraction(-1, 2)).power(2) * Fraction(-1) + Fraction(1, 4),
}


def slope_at(value: Value, level: int, zero: Value) -> Value:
    """The slope of a value along the one direction of a level: zero for what is constant there."""
    return value.slopes[0] if isinstance(value, Tangent) and value.level == level else zero
