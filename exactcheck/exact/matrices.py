"""Matrices and what is made of them: entries, identities, inner products, determinants."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from flint import fmpq_mat, fmpz_mat

from .errors import InputError
from .expression import Dimension, Expression, Image, Matrix, Scalar, letter, require_matrix, require_shape, scalar
from .letters import Block


def matrix(rows: Any) -> Matrix:
    """The matrix with these rows: lists of numbers or scalars, a sympy matrix, or flint's fmpq_mat and fmpz_mat.

    >>> matrix([[1, "1/2"], [0, 3]]).shape
    (2, 2)
    """
    if isinstance(rows, (fmpq_mat, fmpz_mat)) or hasattr(rows, "tolist"):
        rows = rows.tolist()
    if not isinstance(rows, Sequence) or not all(
        isinstance(row, Sequence) and not isinstance(row, str) for row in rows
    ):
        raise InputError("a matrix is given as a list of rows, each a list of numbers")
    width = len(rows[0]) if rows else 0
    if any(len(row) != width for row in rows):
        raise InputError("a matrix is given as rows of equal length")
    entries = [
        (i, j, scalar(value, f"entry ({i + 1}, {j + 1})")) for i, row in enumerate(rows) for j, value in enumerate(row)
    ]
    return sparse(len(rows), width, entries)


def sparse(rows: int, cols: int, entries: Sequence[tuple[int, int, Any]]) -> Matrix:
    """The matrix with the entries (i, j, value), counted from 0, and zeros elsewhere.

    Raises InputError for an entry outside of the matrix or given twice.
    """
    places = [(i, j) for i, j, _ in entries]
    for i, j in places:
        _require_place(rows, cols, i, j)
    if len(set(places)) < len(places):
        raise InputError("entries: an entry is given twice")
    kept = tuple((i, j, scalar(value)) for i, j, value in entries if scalar(value).value != 0)
    return Matrix(rows, cols, "matrix", kept)


def identity(size: int | tuple[Block, ...]) -> Matrix:
    """The identity matrix."""
    return Matrix(size, size, "identity")


def ones(rows: Dimension, cols: Dimension) -> Matrix:
    """The matrix whose entries are all 1."""
    return Matrix(rows, cols, "ones")


def diagonal(values: Sequence[Any]) -> Matrix:
    """The diagonal matrix."""
    return sparse(len(values), len(values), [(i, i, value) for i, value in enumerate(values)])


def unit(rows: int, cols: int, i: int, j: int) -> Matrix:
    """The matrix with a 1 in row i and column j, counted from 0."""
    return sparse(rows, cols, [(i, j, 1)])


def generic(name: str, rows: Dimension, cols: Dimension, nonnegative: str = "none", family: str = "") -> Matrix:
    """An arbitrary matrix: a statement that contains it speaks of every matrix of this shape.

    Of known size its entries are letters name_1_1, name_1_2, ...; of letter size it stays whole. There
    `nonnegative` may be "all" or "off-diagonal" (which entries are assumed to be >= 0), and matrices of one `family`
    have orthonormal columns, orthogonal to each other.
    """
    if isinstance(rows, int) and isinstance(cols, int):
        if nonnegative != "none" or family:
            raise InputError("nonnegative, family: of known size, say what you assume of the entries")
        return sparse(
            rows, cols, [(i, j, letter(f"{name}_{i + 1}_{j + 1}", "point")) for i in range(rows) for j in range(cols)]
        )
    return Matrix(rows, cols, "generic", name, nonnegative, family).named(name)


def entry(of: Matrix, i: int, j: int) -> Scalar:
    """The entry in row i and column j, counted from 0, of a matrix given by its entries."""
    require_matrix(of, "of")
    if of.operation != "matrix" or not isinstance(of.rows, int) or not isinstance(of.cols, int):
        raise InputError("entries are known of a matrix that is given by its entries")
    _require_place(of.rows, of.cols, i, j)
    return next((value for k, m, value in of.arguments[0] if (k, m) == (i, j)), scalar(0))


def _require_place(rows: int, cols: int, i: int, j: int) -> None:
    if not (0 <= i < rows and 0 <= j < cols):
        raise InputError(f"the entry ({i}, {j}), counted from 0, is not in a {rows} x {cols} matrix")


def vec(of: Matrix) -> Matrix:
    """The entries of a matrix of known size in one column, row by row."""
    require_matrix(of, "of")
    if not isinstance(of.rows, int) or not isinstance(of.cols, int):
        raise InputError("the entries of a matrix of letter size cannot be listed")
    return Matrix(of.rows * of.cols, 1, "vec", of)


def inner(left: Matrix | Image, right: Matrix | Image) -> Scalar:
    """The inner product sum_ij left_ij right_ij."""
    if not (isinstance(left, Image) and isinstance(right, Image)):
        require_matrix(left, "left")
        require_matrix(right, "right")
        require_shape("an inner product", left, right)
    return Scalar("inner", left, right)


def norm_squared(of: Matrix | Image) -> Scalar:
    """The squared Frobenius norm ||X||^2 = <X, X>."""
    return inner(of, of)


def trace(of: Matrix) -> Scalar:
    """The trace of a square matrix."""
    _require_square(of)
    return Scalar("trace", of)


def determinant(of: Matrix) -> Scalar:
    """The determinant of a square matrix of known size."""
    _require_square(of)
    if not isinstance(of.rows, int):
        raise InputError("of: the determinant of a matrix of letter size is not known")
    return Scalar("determinant", of)


def _require_square(of: Matrix) -> None:
    require_matrix(of, "of")
    if of.rows != of.cols:
        raise InputError(f"a square matrix is needed, not one of the shape {of.shape}")


def half() -> Scalar:
    """The number 1/2."""
    return scalar(Fraction(1, 2))


__all__ = [
    "Expression",
    "determinant",
    "diagonal",
    "entry",
    "generic",
    "half",
    "identity",
    "inner",
    "matrix",
    "norm_squared",
    "ones",
    "sparse",
    "trace",
    "unit",
]
