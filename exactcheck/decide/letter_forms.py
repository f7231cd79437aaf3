"""Copositivity of a matrix over letters, where it is visibly semidefinite plus nonnegative."""

from __future__ import annotations

from typing import Any

from flint import fmpq

from ..exact.ring import Number
from ..exact.values import SparseMatrix
from .congruence import congruence
from .context import Context


def letter_copositivity(context: Context, matrix: SparseMatrix, free: list[int]) -> Any:
    """A certificate, or None: the free block semidefinite and not coupled, the rest semidefinite plus nonnegative."""
    bound = [i for i in range(matrix.shape[0]) if i not in free]
    if any(not context.is_zero(matrix[f, b]) for f in free for b in bound):
        return None
    rest = semidefinite_plus_nonnegative(context, matrix.restrict(bound)) if bound else "empty"
    if not free or rest is None:
        return rest
    found = congruence(context, matrix.restrict(free))
    if found is None or -1 in found.signs:
        return None
    return {"free": found.write(context), "solution": [[] for _ in free], "rest": rest}


def semidefinite_plus_nonnegative(context: Context, matrix: SparseMatrix) -> Any:
    """The leaf of a case tree, or None: off-diagonal entries known to be >= 0 are split off, or none are."""
    positive = {(i, j): v for (i, j), v in matrix.entries().items() if i != j and context.is_nonnegative(v)}
    for summand in (positive, {}) if positive else ({},):
        found = congruence(context, matrix + -1 * SparseMatrix.of(matrix.shape, summand))
        if found is not None and -1 not in found.signs:
            return {"congruence": found.write(context), "nonnegative": written(context, summand)}
    return None


def written(context: Context, summand: dict[tuple[int, int], Number]) -> list[Any]:
    """The upper triangle in the kernel's notation."""
    return [[i, j, context.write(value)] for (i, j), value in sorted(summand.items()) if i < j]


def letter_margins(context: Context, form: SparseMatrix) -> list[Number]:
    """Guesses for a margin: fractions of the diagonal entries that are known to be positive."""
    diagonal = [form[i, i] for i in range(form.shape[0])]
    positive = [value for k, value in enumerate(diagonal) if value not in diagonal[:k] and context.is_positive(value)]
    return [value * fmpq(1, k) for k in (4, 16, 64) for value in positive]


def minus(form: SparseMatrix, bound: Number) -> SparseMatrix:
    """The form less bound * ||x||^2."""
    return form + SparseMatrix.of(form.shape, {(i, i): -bound for i in range(form.shape[0])})
