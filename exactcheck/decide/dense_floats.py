"""Small dense linear algebra in floating point, for proposers."""

from __future__ import annotations

from math import sqrt

Row = list[float]
Rows = list[Row]


def cholesky(matrix: Rows) -> Rows | None:
    """The lower triangular L with L L^T = A, row by row; None unless A is numerically positive definite."""
    factor: Rows = []
    for i, row in enumerate(matrix):
        found: Row = []
        for j in range(i):
            other = factor[j]
            found.append((row[j] - sum(map(float.__mul__, found, other[:j]))) / other[j])
        pivot = row[i] - sum(map(float.__mul__, found, found))
        if not pivot > 1e-13 * abs(row[i]):
            return None
        found.append(sqrt(pivot))
        factor.append(found)
    return factor


def solved(factor: Rows, right: Row) -> Row:
    """x with L L^T x = right."""
    size = len(factor)
    x: Row = []
    for i, row in enumerate(factor):
        x.append((right[i] - sum(map(float.__mul__, row[:i], x))) / row[i])
    for i in reversed(range(size)):
        x[i] /= factor[i][i]
        value = x[i]
        for j, entry in enumerate(factor[i][:i]):
            x[j] -= entry * value
    return x


def inverse(factor: Rows) -> Rows:
    """The inverse of L L^T."""
    size = len(factor)
    return [solved(factor, [float(i == j) for i in range(size)]) for j in range(size)]


def product(left: Rows, right: Rows) -> Rows:
    """The product of two matrices."""
    columns = list(map(list, zip(*right, strict=True)))
    return [[sum(map(float.__mul__, row, column)) for column in columns] for row in left]


def transposed(matrix: Rows) -> Rows:
    """The transposed matrix."""
    return list(map(list, zip(*matrix, strict=True)))


def null_vectors(matrix: Rows, tolerance: float) -> Rows:
    """Vectors that a positive semidefinite matrix almost maps to zero, each with an entry 1 where the others have 0.

    Elimination with the largest pivot, which ends where no diagonal entry is above the tolerance.
    """
    size = len(matrix)
    work = [[*row] for row in matrix]
    pivots: list[int] = []
    while len(pivots) < size:
        k = max((i for i in range(size) if i not in pivots), key=lambda i: work[i][i])
        if work[k][k] <= tolerance:
            break
        head = [value / work[k][k] for value in work[k]]
        reduced = [[a - row[k] * b for a, b in zip(row, head, strict=True)] for row in work]
        work = [*reduced[:k], head, *reduced[k + 1 :]]
        pivots.append(k)
    free = [i for i in range(size) if i not in pivots]
    return [[-work[i][j] if i in pivots else float(i == j) for i in range(size)] for j in free]
