"""Statements about symmetric matrices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..exact.errors import InputError
from ..exact.expression import Matrix
from ..exact.matrices import matrix as as_matrix
from ..exact.statement import Statement


def _symmetric(matrix: Any) -> Matrix:
    value = matrix if isinstance(matrix, Matrix) else as_matrix(matrix)
    if value.rows != value.cols:
        raise InputError(f"matrix: a symmetric matrix is square, this one has the shape {value.shape}")
    return value


def positive_definite(matrix: Any) -> Statement:
    """x^T A x > 0 for all x != 0."""
    return Statement("definiteness", matrix=_symmetric(matrix), property="positive definite")


def positive_semidefinite(matrix: Any) -> Statement:
    """x^T A x >= 0 for all x."""
    return Statement("definiteness", matrix=_symmetric(matrix), property="positive semidefinite")


def inertia(matrix: Any, positive: int, negative: int, zero: int) -> Statement:
    """The matrix has these numbers of positive, negative and zero eigenvalues."""
    counts = [positive, negative, zero]
    if not all(type(count) is int and count >= 0 for count in counts):
        raise InputError(f"positive, negative, zero: numbers of eigenvalues, not {counts}")
    return Statement("inertia", matrix=_symmetric(matrix), inertia=counts)


def copositive(matrix: Any, free: Sequence[int] = ()) -> Statement:
    """x^T A x >= 0 for all x with x_i >= 0 for the coordinates i (counted from 0) that are not free."""
    return _copositive(matrix, free, strict=False)


def strictly_copositive(matrix: Any, free: Sequence[int] = ()) -> Statement:
    """x^T A x > 0 for all such x != 0."""
    return _copositive(matrix, free, strict=True)


def _copositive(matrix: Any, free: Sequence[int], strict: bool) -> Statement:
    value = _symmetric(matrix)
    if isinstance(free, str) or not all(type(i) is int for i in free):
        raise InputError(f"free: the numbers of coordinates, counted from 0, not {free!r}")
    chosen = sorted(set(free))
    if isinstance(value.rows, int) and any(not 0 <= i < value.rows for i in chosen):
        raise InputError(f"free: coordinates are counted from 0 to {value.rows - 1}")
    return Statement("copositivity", matrix=value, free=chosen, strict=strict)
