"""Matrices of known size, sparse: only entries that are not zero are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

from .jet import Jet, jet_sum
from .polynomial import Scalar
from .reading import require

Entries = dict[tuple[int, int], Scalar]


class Matrix:
    """An immutable matrix with `rows` rows and `cols` columns; absent entries are zero."""

    __slots__ = ("cols", "entries", "rows")

    def __init__(self, rows: int, cols: int, entries: Entries) -> None:
        self.rows, self.cols = rows, cols
        self.entries = {place: value for place, value in entries.items() if value}

    def __getitem__(self, place: tuple[int, int]) -> Scalar:
        return self.entries.get(place, Fraction(0))

    def __add__(self, other: Matrix) -> Matrix:
        require((self.rows, self.cols) == (other.rows, other.cols), "a sum of matrices of different shapes")
        total = dict(self.entries)
        for place, value in other.entries.items():
            total[place] = total[place] + value if place in total else value
        return Matrix(self.rows, self.cols, total)

    def __rmul__(self, factor: Scalar) -> Matrix:
        return self.map(lambda value: factor * value) if factor else Matrix(self.rows, self.cols, {})

    def __neg__(self) -> Matrix:
        return self.map(lambda value: -value)

    def __sub__(self, other: Matrix) -> Matrix:
        return self + -other

    def __matmul__(self, other: Matrix) -> Matrix:
        require(self.cols == other.rows, "a product of matrices whose shapes do not fit")
        by_row = other.by_row()
        total: Entries = {}
        for (i, k), left in self.entries.items():
            for j, right in by_row.get(k, ()):
                total[i, j] = total[i, j] + left * right if (i, j) in total else left * right
        return Matrix(self.rows, other.cols, total)

    def by_row(self) -> dict[int, list[tuple[int, Scalar]]]:
        """The entries of each row that has any, as (column, value)."""
        rows: dict[int, list[tuple[int, Scalar]]] = {}
        for (i, j), value in self.entries.items():
            rows.setdefault(i, []).append((j, value))
        return rows

    def transpose(self) -> Matrix:
        """The transposed matrix."""
        return Matrix(self.cols, self.rows, {(j, i): value for (i, j), value in self.entries.items()})

    def inner(self, other: Matrix) -> Scalar:
        """The sum of the products of corresponding entries."""
        require((self.rows, self.cols) == (other.rows, other.cols), "an inner product of different shapes")
        return total(value * other.entries[place] for place, value in self.entries.items() if place in other.entries)

    def map(self, function: Callable[[Scalar], Scalar]) -> Matrix:
        """The function applied to every entry that is not zero."""
        return Matrix(self.rows, self.cols, {place: function(value) for place, value in self.entries.items()})

    def restrict(self, indices: list[int]) -> Matrix:
        """The principal submatrix on these indices, in this order."""
        place = {index: k for k, index in enumerate(indices)}
        kept = {(place[i], place[j]): v for (i, j), v in self.entries.items() if i in place and j in place}
        return Matrix(len(indices), len(indices), kept)


def total(values: Iterable[Scalar]) -> Scalar:
    """The sum, zero if there is nothing to add."""
    found = list(values)
    if any(isinstance(value, Jet) for value in found):
        return jet_sum([Jet.of(value) for value in found])
    return sum(found, Fraction(0))


def identity(size: int) -> Matrix:
    """The identity matrix."""
    return Matrix(size, size, {(i, i): Fraction(1) for i in range(size)})


def determinant(matrix: Matrix) -> Scalar:
    """The determinant by expansion along the first row, minors shared."""
    require(matrix.rows == matrix.cols, "the determinant of a matrix that is not square")
    require(matrix.rows <= 12, "a determinant of more than 12 rows")
    minors: dict[tuple[int, ...], Scalar] = {(): Fraction(1)}
    for row in reversed(range(matrix.rows)):
        minors = next_minors(matrix, row, minors)
    return minors.get(tuple(range(matrix.rows)), Fraction(0))


def next_minors(matrix: Matrix, row: int, minors: dict[tuple[int, ...], Scalar]) -> dict[tuple[int, ...], Scalar]:
    """From all minors of the rows below `row` those that also use `row`."""
    result: dict[tuple[int, ...], Scalar] = {}
    for columns, minor in minors.items():
        for j in range(matrix.cols):
            if j not in columns and matrix[row, j]:
                key = tuple(sorted((*columns, j)))
                term = (-1) ** key.index(j) * (matrix[row, j] * minor)
                result[key] = result[key] + term if key in result else term
    return result
