"""The vertices of a polyhedron that is given by linear equations and inequalities, by trying all of their crossings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from flint import fmpq, fmpq_mat

# coefficients and offset of the linear function <coefficients, x> + offset
Affine = tuple[list[fmpq], fmpq]
Point = tuple[fmpq, ...]


def vertices(size: int, zero: list[Affine], nonnegative: list[Affine]) -> list[Point]:
    """All points that satisfy the conditions and are determined by those that hold with equality, in order."""
    return sorted({x for x in crossings(size, zero, nonnegative) if satisfies(x, zero, nonnegative)})


def satisfies(x: Point, zero: list[Affine], nonnegative: list[Affine]) -> bool:
    """True if the functions are zero and nonnegative at the point."""
    return all(value(each, x) == 0 for each in zero) and all(value(each, x) >= 0 for each in nonnegative)


def value(affine: Affine, x: Point) -> fmpq:
    """The value of a linear function."""
    coefficients, offset = affine
    return sum((a * b for a, b in zip(coefficients, x, strict=True)), offset)


def crossings(size: int, zero: list[Affine], nonnegative: list[Affine]) -> Iterator[Point]:
    """The points in which the equations and as many borders as are needed cross."""
    fixed = independent(size, zero)
    for chosen in combinations(nonnegative, size - len(fixed)):
        rows = [*fixed, *chosen]
        matrix = fmpq_mat(size, size, [a for coefficients, _ in rows for a in coefficients])
        if matrix.det():
            right = fmpq_mat(size, 1, [-offset for _, offset in rows])
            yield tuple(matrix.solve(right).entries())


def independent(size: int, rows: list[Affine]) -> list[Affine]:
    """As many of the rows as there are independent ones among them."""
    found: list[Affine] = []
    for row in rows:
        tried = [*found, row]
        if fmpq_mat(len(tried), size, [a for coefficients, _ in tried for a in coefficients]).rank() == len(tried):
            found = tried
    return found
