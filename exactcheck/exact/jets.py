"""Second-order jets over exact numbers, for gradients and Hessians of expressions."""

from __future__ import annotations

from dataclasses import dataclass, field

from .ring import Number
from .values import ZERO, SparseMatrix, accumulate

Rows = dict[int, dict[int, Number]]


@dataclass(frozen=True)
class Jet:
    """value + gradient x + 1/2 x^T hessian x, as a sparse vector and sparse symmetric rows."""

    value: Number
    gradient: dict[int, Number] = field(default_factory=dict)
    hessian: Rows = field(default_factory=dict)

    @staticmethod
    def of(value: Number) -> Jet:
        """A number as a jet; jets as they are."""
        return value if isinstance(value, Jet) else Jet(value)

    @staticmethod
    def sum(values: list[Number]) -> Jet:
        """The sum of many jets and numbers, merged once."""
        jets = [Jet.of(value) for value in values]
        return Jet(
            sum((jet.value for jet in jets), ZERO),
            combined(*((1, jet.gradient) for jet in jets)),
            combined_rows(*((1, jet.hessian) for jet in jets)),
        )

    def __bool__(self) -> bool:
        return bool(self.value or self.gradient or self.hessian)

    def __add__(self, other: Number) -> Jet:
        if not isinstance(other, Jet):
            return Jet(self.value + other, self.gradient, self.hessian)
        return Jet(
            self.value + other.value,
            combined((1, self.gradient), (1, other.gradient)),
            combined_rows((1, self.hessian), (1, other.hessian)),
        )

    def __mul__(self, other: Number) -> Jet:
        if isinstance(other, SparseMatrix):
            return NotImplemented
        if not isinstance(other, Jet):
            if not other:
                return Jet(ZERO)
            scaled = {i: {j: other * v for j, v in row.items()} for i, row in self.hessian.items()}
            return Jet(self.value * other, {i: other * v for i, v in self.gradient.items()}, scaled)
        rows = combined_rows((self.value, other.hessian), (other.value, self.hessian))
        for left, right in ((self.gradient, other.gradient), (other.gradient, self.gradient)):
            for i, weight in left.items():
                accumulate(rows.setdefault(i, {}), weight, right)
        gradient = combined((self.value, other.gradient), (other.value, self.gradient))
        return Jet(self.value * other.value, gradient, {i: row for i, row in rows.items() if row})

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self) -> Jet:
        return self * -1

    def __pow__(self, exponent: int) -> Jet:
        result = self
        for _ in range(exponent - 1):
            result = result * self
        return result if exponent else Jet(ZERO + 1)


def combined(*parts: tuple[Number, dict[int, Number]]) -> dict[int, Number]:
    """The sum of weighted sparse vectors."""
    total: dict[int, Number] = {}
    for weight, part in parts:
        if weight:
            accumulate(total, weight, part)
    return total


def combined_rows(*parts: tuple[Number, Rows]) -> Rows:
    """The sum of weighted sparse matrices."""
    total: Rows = {}
    for weight, part in parts:
        if weight:
            for i, row in part.items():
                accumulate(total.setdefault(i, {}), weight, row)
    return {i: row for i, row in total.items() if row}
