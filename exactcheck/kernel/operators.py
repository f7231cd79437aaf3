"""Linear operators on matrices, as data: A(X), the adjoint A^T, and <A(X), A(Y)>."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .blocks import BlockMatrix, Factor, Sum, Term, image_product
from .matrix import Matrix
from .polynomial import Polynomial, Scalar
from .reading import require
from .setting import Setting

# The matrices of one operator are of one kind, Matrix or BlockMatrix: their shapes would not fit otherwise.
AnyMatrix = Any


@dataclass(frozen=True)
class LowRankUpdate:
    """A(X) = X + sum_k <v_k, X> u_k."""

    terms: list[tuple[AnyMatrix, AnyMatrix]]

    def apply(self, x: AnyMatrix) -> AnyMatrix:
        """A(x)."""
        return combined(x, [(v, u) for u, v in self.terms])

    def gram(self, x: AnyMatrix) -> AnyMatrix:
        """A^T A(x)."""
        return combined(self.apply(x), self.terms)


def combined(x: AnyMatrix, pairs: list[tuple[AnyMatrix, AnyMatrix]]) -> AnyMatrix:
    """x + sum_k <weight_k, x> direction_k."""
    result = x
    for weight, direction in pairs:
        result = result + weight.inner(x) * direction
    return result


@dataclass(frozen=True)
class QuadraticForm:
    """An operator of which only ||A(X)||^2 = ||X||^2 + 2 sum_k <b_k, X> <c_k, X> is known."""

    terms: list[tuple[AnyMatrix, AnyMatrix]]

    def apply(self, x: AnyMatrix) -> FormValue:
        """A(x)."""
        return FormValue(self, x)

    def gram(self, x: AnyMatrix) -> AnyMatrix:
        """A^T A(x), the polar form of ||A(X)||^2."""
        return combined(x, self.terms + [(c, b) for b, c in self.terms])


@dataclass(frozen=True)
class FormValue:
    """The value of such an operator, of which inner products are known."""

    operator: QuadraticForm
    x: AnyMatrix

    def inner(self, other: FormValue) -> Scalar:
        """<A(X), A(Y)> = <A^T A(X), Y>."""
        require(self.operator == other.operator, "an inner product of values of two different operators")
        return self.operator.gram(self.x).inner(other.x)


@dataclass(frozen=True)
class Measurements:
    """A(X) = (<a_1, X>, ..., <a_m, X>) for explicit matrices a_k of one shape."""

    rows: list[Matrix]

    def apply(self, x: Matrix) -> Matrix:
        """A(x), as a column."""
        return Matrix(len(self.rows), 1, {(k, 0): row.inner(x) for k, row in enumerate(self.rows)})

    def gram(self, x: Matrix) -> Matrix:
        """A^T A(x)."""
        result = Matrix(x.rows, x.cols, {})
        for row in self.rows:
            result = result + row.inner(x) * row
        return result


@dataclass(frozen=True)
class Image:
    """The value A(X) of an arbitrary linear operator, as a combination of values at words."""

    operator: Abstract
    terms: Sum

    def inner(self, other: Image) -> Scalar:
        """<A(X), A(Y)>."""
        require(self.operator == other.operator, "an inner product of values of two different operators")
        result = Polynomial()
        for left, a in self.terms.items():
            for right, b in other.terms.items():
                result = result + a * b * image_product(self.operator.setting, self.operator.name, left, right)
        return result


@dataclass(frozen=True)
class Abstract:
    """An arbitrary linear operator on matrices from one block to another: only linearity is used."""

    setting: Setting
    name: str
    row: str
    col: str

    def _terms(self, x: BlockMatrix) -> Sum:
        require(isinstance(x, BlockMatrix) and (x.rows, x.cols) == ((self.row,), (self.col,)), "A(X) of a wrong shape")
        return x.entries.get((0, 0), {})

    def apply(self, x: BlockMatrix) -> Image:
        """A(x)."""
        return Image(self, self._terms(x))

    def gram(self, x: BlockMatrix) -> BlockMatrix:
        """A^T A(x), by linearity."""
        terms: Sum = {}
        for term, value in self._terms(x).items():
            terms[Term((Factor(self.name, self.row, self.col, image=term),))] = value
        return BlockMatrix(self.setting, (self.row,), (self.col,), {(0, 0): terms})


Operator = LowRankUpdate | QuadraticForm | Measurements | Abstract
