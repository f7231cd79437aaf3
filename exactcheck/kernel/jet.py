"""Second-order jets: value + sum_i linear_i x_i + sum_{i <= j} quadratic_ij x_i x_j, cut off above degree two.

Evaluating a function at point + x with jets for the x_i gives its gradient and Hessian from its definition alone.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar

from .polynomial import Polynomial, Scalar

Linear = dict[int, Scalar]
Quadratic = dict[tuple[int, int], Scalar]
Place = TypeVar("Place")


class Jet:
    """A function of the displacement x up to second order."""

    __slots__ = ("linear", "quadratic", "value")

    def __init__(self, value: Scalar, linear: Linear | None = None, quadratic: Quadratic | None = None) -> None:
        self.value: Scalar = value
        self.linear: Linear = linear or {}
        self.quadratic: Quadratic = quadratic or {}

    @staticmethod
    def of(value: Scalar) -> Jet:
        """A constant as a jet; jets as they are."""
        return value if isinstance(value, Jet) else Jet(value)

    @staticmethod
    def mixes(value: Scalar) -> bool:
        """True for what can be added to and multiplied with a jet."""
        return isinstance(value, (int, Fraction, Polynomial, Jet))

    def __bool__(self) -> bool:
        return bool(self.value or self.linear or self.quadratic)

    def __add__(self, other: Scalar) -> Jet:
        if not Jet.mixes(other):
            return NotImplemented
        other = Jet.of(other)
        return Jet(
            self.value + other.value,
            merged([(1, self.linear), (1, other.linear)]),
            merged([(1, self.quadratic), (1, other.quadratic)]),
        )

    def __mul__(self, other: Scalar) -> Jet:
        if not Jet.mixes(other):
            return NotImplemented
        other = Jet.of(other)
        left, right = self.value, other.value
        cross: Quadratic = {}
        for i, a in self.linear.items():
            for j, b in other.linear.items():
                place = (i, j) if i <= j else (j, i)
                cross[place] = cross[place] + a * b if place in cross else a * b
        return Jet(
            left * right,
            merged([(left, other.linear), (right, self.linear)]),
            merged([(left, other.quadratic), (right, self.quadratic), (1, cross)]),
        )

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> Jet:
        return self * Fraction(-1)

    def __sub__(self, other: Scalar) -> Jet:
        return self + -Jet.of(other)

    def __rsub__(self, other: Scalar) -> Jet:
        return Jet.of(other) + -self

    def __pow__(self, exponent: int) -> Jet:
        result = Jet(Fraction(1))
        for _ in range(exponent):
            result = result * self
        return result

    def hessian(self) -> Quadratic:
        """The matrix of second derivatives, both triangles."""
        full: Quadratic = {}
        for (i, j), value in self.quadratic.items():
            full[i, j] = full[j, i] = 2 * value if i == j else value
        return full


def merged(parts: list[tuple[Scalar, dict[Place, Scalar]]]) -> dict[Place, Scalar]:
    """The combination sum_k factor_k part_k of sparse vectors, zeros dropped."""
    total: dict[Place, Scalar] = {}
    for factor, part in parts:
        if factor:
            unit = factor == 1
            for place, value in part.items():
                term = value if unit else factor * value
                total[place] = total[place] + term if place in total else term
    return {place: value for place, value in total.items() if value}


def jet_sum(jets: list[Jet]) -> Jet:
    """The sum of many jets, merged once."""
    return Jet(
        sum(jet.value for jet in jets),
        merged([(1, jet.linear) for jet in jets]),
        merged([(1, jet.quadratic) for jet in jets]),
    )
