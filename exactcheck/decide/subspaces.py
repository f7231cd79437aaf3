"""Linear subspaces given by equations, and quadratic forms on them."""

from __future__ import annotations

from flint import fmpq, fmpq_mat

from ..exact.values import SparseMatrix
from .kinks import Dense, dense
from .linear_programs import Vector


class Subspace:
    """The w with <a_k, w> = 0 for numbered vectors a_k.

    `numbers` are those of independent ones that span the others. In the columns `pivots` these have an invertible
    matrix, and `projection` is the map to the subspace that keeps all other entries of a vector.
    """

    def __init__(self, size: int, vectors: list[tuple[int, Vector]]) -> None:
        all_ = fmpq_mat(len(vectors), size, [x for _, a in vectors for x in dense(size, a)])
        chosen = pivot_columns(all_.transpose())
        count = len(chosen)
        basis = fmpq_mat(count, size, [all_[k, j] for k in chosen for j in range(size)])
        self.numbers = [vectors[k][0] for k in chosen]
        self.pivots = pivot_columns(basis)
        square = fmpq_mat(count, count, [basis[i, j] for i in range(count) for j in self.pivots])
        self.inverse = square.inv() if count else square
        solved = self.inverse * basis
        rows = dict(zip(self.pivots, range(count), strict=True))
        self.projection = fmpq_mat(
            size, size, [(i == j) - (solved[rows[i], j] if i in rows else 0) for i in range(size) for j in range(size)]
        )

    def projected(self, w: Dense) -> Dense:
        """The vector of the subspace with the same entries outside of the pivots."""
        return (self.projection * fmpq_mat(len(w), 1, w)).entries()  # type: ignore[no-any-return]

    def restricted(self, form: fmpq_mat) -> tuple[SparseMatrix, list[tuple[int, Dense]]]:
        """The form with the values of the given one at projected vectors, and vectors b_k by their numbers with
        restricted = form + sum_k (a_k b_k^T + b_k a_k^T).
        """
        size, lift = form.nrows(), self.projection
        both = lift + fmpq_mat(size, size, [fmpq(i == j) for i in range(size) for j in range(size)])
        rows = fmpq_mat(len(self.pivots), size, [form[i, j] for i in self.pivots for j in range(size)])
        changes = rows_of(self.inverse.transpose() * rows * both / -2)
        values = rows_of(lift.transpose() * form * lift)
        entries = {(i, j): value for i, row in enumerate(values) for j, value in enumerate(row) if value != 0}
        return SparseMatrix.of((size, size), entries), list(zip(self.numbers, changes, strict=True))


def rows_of(matrix: fmpq_mat) -> list[Dense]:
    """The rows, also of a matrix without any."""
    return [[matrix[i, j] for j in range(matrix.ncols())] for i in range(matrix.nrows())]


def pivot_columns(matrix: fmpq_mat) -> list[int]:
    """The first columns that are independent and span the others."""
    reduced, rank = matrix.rref()
    return [next(j for j in range(matrix.ncols()) if reduced[i, j] != 0) for i in range(rank)]
