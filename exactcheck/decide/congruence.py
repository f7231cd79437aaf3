"""Congruences W A W^T that show the signs of a symmetric matrix.

Two proposers. Elimination over the exact numbers always ends for rational matrices (over letters as long as the signs
of the pivots are known). For large rational matrices floating-point elimination proposes W, rounded to a few dozen
bits; one exact product then decides whether its diagonal dominates, and exact elimination takes over if it does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, sqrt
from typing import Any

from flint import fmpq, fmpq_mat, fmpz_mat

from ..exact.ring import Number
from ..exact.values import SparseMatrix, accumulate
from .context import Context

Row = dict[int, Number]
LARGE = 24
BITS = 40


@dataclass(frozen=True)
class Congruence:
    """The rows of W with the sign of each row of W A W^T."""

    rows: list[Row]
    signs: list[int]

    @property
    def inertia(self) -> list[int]:
        """The numbers of positive, negative and zero eigenvalues."""
        return [self.signs.count(1), self.signs.count(-1), self.signs.count(0)]

    def rows_of_sign(self, sign: int) -> list[Row]:
        """The rows w with w A w^T of this sign."""
        return [row for row, found in zip(self.rows, self.signs, strict=True) if found == sign]

    def write(self, context: Context) -> list[Any]:
        """The rows in the kernel's notation."""
        return [[[j, context.write(row[j])] for j in sorted(row)] for row in self.rows]


def congruence(context: Context, matrix: SparseMatrix) -> Congruence | None:
    """A congruence that shows the inertia; None if the sign of a pivot over letters is not known."""
    entries = matrix.entries()
    size = matrix.shape[0]
    if size >= LARGE and 4 * len(entries) > size**2 and all(isinstance(v, fmpq) for v in entries.values()):
        found = rounded(matrix)
        if found is not None:
            return found
    return Elimination(context, matrix).run()


class Elimination:
    """Symmetric elimination; the pivot is the sparsest row whose diagonal entry has a known sign."""

    def __init__(self, context: Context, matrix: SparseMatrix) -> None:
        self.context = context
        self.size = matrix.shape[0]
        self.work = {i: dict(matrix.rows.get(i, {})) for i in range(self.size)}
        for row in self.work.values():
            self._normalize(row)
        self.rows: list[Row] = [{i: fmpq(1)} for i in range(self.size)]
        self.remaining = set(range(self.size))

    def run(self) -> Congruence | None:
        """Eliminate until what remains is zero."""
        signs = [0] * self.size
        while any(self.work[i] for i in self.remaining):
            pivot = self._pivot()
            if pivot is not None:
                signs[pivot[0]] = pivot[1]
                self._eliminate(pivot[0])
            elif not self._mend():
                return None
        return Congruence(self.rows, signs)

    def _pivot(self) -> tuple[int, int] | None:
        for i in sorted(self.remaining, key=lambda i: (len(self.work[i]), i)):
            value = self.work[i].get(i)
            for sign in (1, -1):
                if value is not None and self.context.is_positive(sign * value):
                    return i, sign
        return None

    def _eliminate(self, pivot: int) -> None:
        self.remaining.remove(pivot)
        row = self.work.pop(pivot)
        value = row.pop(pivot)
        inverse = self.context.evaluator.ring.inverse(value) if self._is_divisible(value) else None
        for i in row:
            del self.work[i][pivot]
        factors = {i: -entry * inverse if inverse is not None else -entry for i, entry in row.items()}
        if inverse is None:
            # all of them while what remains is symmetric
            for i in row:
                self._scale(i, value)
            row = {i: entry * value for i, entry in row.items()}
        for i, factor in factors.items():
            self._add(i, factor, row, pivot)

    def _is_divisible(self, value: Number) -> bool:
        """True for a rational number, and for a single term in letters whose powers may be negative."""
        if isinstance(value, fmpq):
            return True
        letters = [self.context.problem.letters[name] for powers, _ in self.context.terms(value) for name in powers]
        return len(value) == 1 and all(x.polynomial is None and x.minimum is None for x in letters)

    def _add(self, i: int, factor: Number, row: Row, pivot: int) -> None:
        """Add the factor times the pivot's row to row i; what remains stays symmetric."""
        accumulate(self.work[i], factor, row)
        accumulate(self.rows[i], factor, self.rows[pivot])
        self._normalize(self.work[i])

    def _normalize(self, row: Row) -> None:
        """Drop entries that are zero by the definitions of roots."""
        for j in [j for j, value in row.items() if self.context.is_zero(value)]:
            del row[j]

    def _scale(self, i: int, factor: Number) -> None:
        """Multiply row and column i by a factor that is not zero."""
        self.rows[i] = {j: factor * value for j, value in self.rows[i].items()}
        for j in list(self.work[i]):
            self.work[i][j] = self.work[i][j] * factor
            self.work[j][i] = self.work[j][i] * factor

    def _mend(self) -> bool:
        """With zeros on the diagonal, add to a row another one that meets it."""
        for i in sorted(self.remaining):
            if i not in self.work[i] and self.work[i]:
                j = min(self.work[i])
                if j not in self.work[j]:
                    accumulate(self.rows[i], 1, self.rows[j])
                    accumulate(self.work[i], 1, dict(self.work[j]))
                    for k, value in dict(self.work[j]).items():
                        accumulate(self.work[k], 1, {i: value})
                    return True
        return False


def rounded(matrix: SparseMatrix) -> Congruence | None:
    """A congruence proposed in floats and decided by one exact product; None if its diagonal does not dominate."""
    size = matrix.shape[0]
    dense = fmpq_mat(size, size, [matrix[i, j] for i in range(size) for j in range(size)])
    integral, _ = dense.numer_denom()
    proposal = float_congruence([[_as_float(integral[i, j]) for j in range(size)] for i in range(size)])
    if proposal is None:
        return None
    rows = fmpz_mat(size, size, [round(value * 2**BITS) for row in proposal for value in row])
    product = (rows * integral * rows.transpose()).tolist()
    signs = [dominant_sign(row, i) for i, row in enumerate(product)]
    if 0 in signs:
        return None
    found = [{j: fmpq(value) for j, value in enumerate(row) if value} for row in rows.tolist()]
    return Congruence(found, signs)


def _as_float(value: Any) -> float:
    try:
        return float(int(value))
    except OverflowError:
        return float("inf")


def dominant_sign(row: list[Any], i: int) -> int:
    """The sign of the diagonal entry if it dominates its row, otherwise 0."""
    others = sum(abs(value) for j, value in enumerate(row) if j != i)
    return int(row[i] > others) - int(-row[i] > others)


def float_congruence(matrix: list[list[float]]) -> list[list[float]] | None:
    """Rows w with w A w^T about +-1 and w A v^T about 0, by elimination with diagonal pivots; None if that fails."""
    size = len(matrix)
    work = [[*row, *(float(i == j) for j in range(size))] for i, row in enumerate(matrix)]
    order = list(range(size))
    for k in range(size):
        pivot = max(range(k, size), key=lambda i: abs(work[i][order[i]]))
        work[k], work[pivot] = work[pivot], work[k]
        order[k], order[pivot] = order[pivot], order[k]
        head, column = work[k], order[k]
        if not isfinite(head[column]) or abs(head[column]) <= 1e-14 * max(map(abs, head[:size])):
            return None
        for i in range(k + 1, size):
            factor = work[i][column] / head[column]
            if factor:
                work[i] = [a - factor * b for a, b in zip(work[i], head, strict=True)]
    scales = [1 / sqrt(abs(row[column])) for row, column in zip(work, order, strict=True)]
    return [[scale * value for value in row[size:]] for scale, row in zip(scales, work, strict=True)]
