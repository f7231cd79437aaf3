"""Definiteness and inertia of symmetric matrices, by congruence."""

from __future__ import annotations

from typing import Any

from ..exact.errors import InputError
from ..exact.evaluation import Unevaluated
from ..exact.ring import Number
from ..exact.statement import Statement
from ..exact.values import SparseMatrix
from .congruence import Congruence, congruence
from .context import Context
from .decision import Decision, proved, refuted, undecided


def symmetric_matrix(context: Context, statement: Statement) -> SparseMatrix:
    """The value of the matrix, which must be symmetric.

    Raises InputError if it is not.
    """
    matrix = context.evaluator.matrix(statement["matrix"])
    if not all(context.is_zero(value - matrix[j, i]) for (i, j), value in matrix.entries().items()):
        raise InputError("matrix: it is not symmetric")
    return matrix


def decide_definiteness(context: Context, statement: Statement) -> Decision:
    """Positive definite or positive semidefinite. Complete for numbers; over letters if pivots have known signs."""
    try:
        matrix = symmetric_matrix(context, statement)
    except Unevaluated:
        return undecided("the definiteness of a matrix of letter size")
    found = congruence(context, matrix)
    if found is None:
        return undecided("the sign of a pivot over letters is open")
    bad = found.rows_of_sign(-1) or (found.rows_of_sign(0) if statement["property"] == "positive definite" else [])
    return refuted(direction(context, bad[0], matrix.shape[0])) if bad else proved(found.write(context))


def direction(context: Context, row: dict[int, Number], size: int) -> list[Any]:
    """A sparse vector as the list of its entries."""
    return [context.write(row[j]) if j in row else "0" for j in range(size)]


def decide_inertia(context: Context, statement: Statement) -> Decision:
    """The numbers of positive, negative and zero eigenvalues."""
    try:
        found: Congruence | None = congruence(context, symmetric_matrix(context, statement))
    except Unevaluated:
        found = None
    if found is None:
        return undecided("the inertia over letters is open")
    rows = found.write(context)
    return proved(rows) if found.inertia == list(statement["inertia"]) else refuted(rows)
