"""Signs of a symmetric matrix A from a congruence W A W^T that is almost diagonal.

If every row of W A W^T is either strictly diagonally dominant or zero, and the rows of W that are mapped to zero are
independent, then W is invertible and A has as many positive (negative, zero) eigenvalues as W A W^T has positive
(negative, zero) diagonal entries: scaling the off-diagonal part down to nothing never passes a singular matrix.
"""

from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import Any

from .matrix import Matrix
from .polynomial import Scalar
from .reading import Rejected, array, integer, require
from .setting import Setting

Inertia = tuple[int, int, int]
Row = dict[int, Scalar]


def inertia(setting: Setting, matrix: Matrix, rows: list[Row]) -> Inertia:
    """The number of positive, negative and zero eigenvalues, from the rows of a congruence matrix W."""
    require_symmetric(setting, matrix)
    require(len(rows) == matrix.rows, "a congruence matrix of a wrong size")
    by_row = matrix.by_row()
    product = congruent(integral([dict(by_row.get(i, [])) for i in range(matrix.rows)]), integral(rows))
    signs = [row_sign(setting, product, i) for i in range(matrix.rows)]
    require_independent(setting, [row for row, sign in zip(rows, signs, strict=True) if sign == 0])
    return signs.count(1), signs.count(-1), signs.count(0)


def require_symmetric(setting: Setting, matrix: Matrix) -> None:
    """Reject unless the matrix equals its transpose."""
    require(matrix.rows == matrix.cols, "a symmetric matrix was expected, this one is not square")
    symmetric = all(setting.is_zero(value - matrix[j, i]) for (i, j), value in matrix.entries.items())
    require(symmetric, "a symmetric matrix was expected")


def integral(rows: list[Row]) -> list[Row]:
    """Rational rows times the least common denominator of all: the same signs and dominance, cheaper arithmetic."""
    values = [value for row in rows for value in row.values()]
    if not all(isinstance(value, Fraction) for value in values):
        return rows
    scale = lcm(*(value.denominator for value in values))
    return [{j: value.numerator * (scale // value.denominator) for j, value in row.items()} for row in rows]


def congruent(matrix: list[Row], rows: list[Row]) -> list[list[Scalar]]:
    """W A W^T, each row up to the diagonal."""
    return [[dot(image, row) for row in rows[: i + 1]] for i, image in enumerate(images(matrix, rows))]


def images(matrix: list[Row], rows: list[Row]) -> list[Row]:
    """The rows of W A."""
    result = []
    for row in rows:
        image: Row = {}
        for i, weight in row.items():
            for j, value in matrix[i].items():
                image[j] = image[j] + weight * value if j in image else weight * value
        result.append(image)
    return result


def dot(left: Row, right: Row) -> Scalar:
    """The inner product of sparse vectors."""
    total: Scalar = 0
    for j, value in right.items():
        if j in left:
            total = total + left[j] * value
    return total


def row_sign(setting: Setting, product: list[list[Scalar]], i: int) -> int:
    """0 for a zero row, otherwise the sign of a diagonal entry that dominates its row."""
    row = product[i][:i] + [product[j][i] for j in range(i + 1, len(product))]
    others = [value for value in row if not setting.is_zero(value)]
    diagonal = product[i][i]
    if not others and setting.is_zero(diagonal):
        return 0
    require(not others or not setting.letters, "a congruence over letters that is not diagonal")
    margin = sum(map(abs, others))
    for sign in (1, -1):
        if setting.is_positive(sign * diagonal - margin):
            return sign
    raise Rejected(f"row {i} of the congruence is neither zero nor dominated by its diagonal entry")


def require_independent(setting: Setting, rows: list[Row]) -> None:
    """Reject unless each row has an entry that is not zero in a column where the other rows have none."""
    uses: dict[int, int] = {}
    for j in (j for row in rows for j in row):
        uses[j] = uses.get(j, 0) + 1
    for row in rows:
        own = [value for j, value in row.items() if uses[j] == 1]
        nonzero = any(setting.is_positive(value) or setting.is_positive(-value) for value in own)
        require(nonzero, "the kernel rows of the congruence are not visibly independent")


def require_semidefinite(setting: Setting, matrix: Matrix, rows: list[Row]) -> None:
    """Reject unless the matrix has no negative eigenvalue."""
    negative = inertia(setting, matrix, rows)[1]
    require(negative == 0, f"{negative} negative eigenvalues in a matrix that should be semidefinite")


def read_rows(data: Any, scalar: Callable[[Any], Scalar], size: int) -> list[Row]:
    """The rows of W as [[column, value], ...] with increasing columns."""
    return [read_row(row, scalar, size) for row in array(data, size)]


def read_row(data: Any, scalar: Callable[[Any], Scalar], size: int) -> Row:
    """One sparse row."""
    row: Row = {}
    for entry in array(data):
        column, value = array(entry, 2)
        require(integer(column, 0, size - 1) > max(row, default=-1), "the columns of a row do not increase")
        row[column] = scalar(value)
    return row
