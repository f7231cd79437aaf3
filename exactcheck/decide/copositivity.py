"""Copositivity of a rational matrix, decided completely, with a case tree or a direction as certificate.

If S is not copositive, a minimizer of x^T S x over the simplex, scaled, satisfies x >= 0, w = 1 + S x >= 0 and x_i
w_i = 0, with w_i = 0 on its support, which is not empty. Branch and bound over the support keeps one dictionary of
the simplex method: w basic and x nonbasic at the start, feasible at x = 0. "i in the support" drives w_i to zero, "i
not in it" drives x_i to zero. When a variable cannot be driven to zero its row holds the multipliers that close the
case; when x and w are complementary, x is a direction with x^T S x = -sum x < 0.
"""

from __future__ import annotations

from typing import Any

from flint import fmpq, fmpq_mat

from ..exact.ring import Number
from ..exact.values import SparseMatrix
from .congruence import congruence
from .context import Context
from .simplex_dictionary import Dictionary

Vector = list[fmpq]
ONE = fmpq(1)


class Escape(Exception):
    """A direction x >= 0 with x^T S x < 0."""

    def __init__(self, direction: Vector) -> None:
        super().__init__("not copositive")
        self.direction = direction


def copositivity_tree(context: Context, matrix: SparseMatrix, scale: Number = ONE) -> Any:
    """The case tree that shows the rational matrix, times a positive scale, copositive on the nonnegative orthant.

    Raises Escape with a direction if it is not. Always ends; the tree has at most 2^n leaves, and in practice few.
    """
    obvious_escape(matrix)
    return Search(context, matrix, scale).spine([])


def obvious_escape(matrix: SparseMatrix) -> None:
    """Raise Escape if one or two coordinates suffice."""
    size = matrix.shape[0]
    for i, row in matrix.rows.items():
        if row.get(i, 0) < 0:
            raise Escape([fmpq(int(k == i)) for k in range(size)])
    for (i, j), value in matrix.entries().items():
        if value < 0 and value * value > matrix[i, i] * matrix[j, j]:
            raise Escape(two_coordinates(matrix, i, j))


def two_coordinates(matrix: SparseMatrix, i: int, j: int) -> Vector:
    """A direction in the coordinates i and j, where s_ij < 0 and s_ij^2 > s_ii s_jj >= 0."""
    x = [fmpq(0)] * matrix.shape[0]
    x[i] = -matrix[i, j]
    x[j] = matrix[i, i]
    if x[j] == 0:
        x[i], x[j] = matrix[j, j] + 1, -2 * matrix[i, j]
    return x


class Search:
    """Branch and bound over the support of a minimizer."""

    def __init__(self, context: Context, matrix: SparseMatrix, scale: Number) -> None:
        self.context, self.matrix, self.scale, self.size = context, matrix, scale, matrix.shape[0]
        self._start: Dictionary | None = None

    def spine(self, outside: list[int]) -> Any:
        """The tree for supports that avoid `outside`: semidefinite plus nonnegative, or a case on one more index."""
        kept = [i for i in range(self.size) if i not in outside]
        if not kept:
            return "empty"
        closed = self.semidefinite_plus_nonnegative(kept)
        if closed is not None:
            return closed
        index = min(kept, key=lambda i: (sum(min(v, fmpq(0)) for j, v in self.row(i).items() if j in kept), i))
        dictionary = self.start()
        for i in outside:
            dictionary.drive_to_zero(i)
        inside = self.inside(dictionary, index, [], outside)
        return {"index": index, "inside": inside, "outside": self.spine([*outside, index])}

    def row(self, i: int) -> dict[int, fmpq]:
        """The entries of a row."""
        return self.matrix.rows.get(i, {})

    def start(self) -> Dictionary:
        """W = 1 + S x, with x numbered 0, ..., n - 1 and w numbered n, ..., 2 n - 1."""
        if self._start is None:
            n = self.size
            entries = [value for i in range(n) for value in [fmpq(1), *(self.matrix[i, j] for j in range(n))]]
            self._start = Dictionary(fmpq_mat(n, n + 1, entries), list(range(n, 2 * n)), list(range(n)))
        return self._start.copy()

    def semidefinite_plus_nonnegative(self, kept: list[int]) -> Any:
        """The leaf that splits the kept part into a semidefinite matrix and one without negative entries, or None."""
        part = self.matrix.restrict(kept)
        positive = {(i, j): v for (i, j), v in part.entries().items() if i != j and v > 0}
        for summand in (positive, {}) if positive else ({},):
            rest = part + fmpq(-1) * SparseMatrix.of(part.shape, summand)
            found = congruence(self.context, rest)
            if found is not None and -1 not in found.signs:
                nonnegative = [
                    [i, j, self.context.write(self.scale * v)] for (i, j), v in sorted(summand.items()) if i < j
                ]
                return {"congruence": found.write(self.context), "nonnegative": nonnegative}
        return None

    def inside(self, dictionary: Dictionary, index: int, inside: list[int], outside: list[int]) -> Any:
        """The tree for supports that contain the index as well."""
        row = dictionary.drive_to_zero(self.size + index)
        if row is not None:
            return self.multipliers(row, {index: fmpq(1)})
        return self.branch(dictionary, [*inside, index], outside)

    def outside(self, dictionary: Dictionary, index: int, inside: list[int], outside: list[int]) -> Any:
        """The tree for supports that avoid the index as well."""
        row = dictionary.drive_to_zero(index)
        if row is not None:
            return self.multipliers(row, {})
        return self.branch(dictionary, inside, [*outside, index])

    def branch(self, dictionary: Dictionary, inside: list[int], outside: list[int]) -> Any:
        """Escape along x, or branch on the index that violates complementarity most."""
        x = [dictionary.value(i) for i in range(self.size)]
        w = [dictionary.value(self.size + i) for i in range(self.size)]
        violation = [a * b for a, b in zip(x, w, strict=True)]
        if sum(violation) < sum(x):
            raise Escape(x)
        index = max(range(self.size), key=lambda i: (violation[i], x[i]))
        within = self.inside(dictionary.copy(), index, inside, outside)
        return {"index": index, "inside": within, "outside": self.outside(dictionary, index, inside, outside)}

    def multipliers(self, row: dict[int, fmpq], own: dict[int, fmpq]) -> Any:
        """The leaf for a variable that stays positive, from its row: own - (coefficients of the w's)."""
        z = dict(own)
        for name, value in row.items():
            if name >= self.size:
                z[name - self.size] = z.get(name - self.size, fmpq(0)) - value
        return {"multipliers": [[i, str(z[i])] for i in sorted(z) if z[i] != 0]}
