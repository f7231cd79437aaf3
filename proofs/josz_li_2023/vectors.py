"""Vectors of known or of letter size as matrices with one column: arbitrary ones, unit vectors, ones, and sums."""

from exactcheck import Partition, arbitrary_matrix, inner, matrix, ones, scalar

ONE = Partition(one=scalar(1)).dimension


def rows_of(name, size):
    """The indices of the rows of a matrix."""
    return Partition(**{name: size}).dimension


def arbitrary_vector(name, rows, nonnegative="none"):
    """An arbitrary vector; of letter size a matrix with one column times the number 1, so that v^T v is a number."""
    if isinstance(rows, int):
        return arbitrary_matrix(name, rows, 1, nonnegative)
    return (arbitrary_matrix(name, rows, ONE, nonnegative) @ ones(ONE, ONE)).named(name)


def unit_vector(name, rows):
    """An arbitrary vector of norm 1; of known size the one with the entries 3/5, 4/5, 0, ..., or the number 1."""
    if isinstance(rows, int):
        return matrix([["3/5"], ["4/5"], *[[0]] * (rows - 2)] if rows > 1 else [[1]])
    return arbitrary_matrix(name, rows, ONE, family=name)


def vector_of_ones(rows):
    """The vector whose entries are all 1."""
    return ones(rows, 1 if isinstance(rows, int) else ONE)


def total(of):
    """The sum of the entries."""
    return inner(ones(of.rows, of.cols), of)
