"""Vectors of known or of letter size as matrices with one column: arbitrary ones, unit vectors, ones, and sums."""

from exactcheck import Partition, arbitrary_matrix, inner, ones, scalar

ONE = Partition(one=scalar(1)).dimension


def arbitrary_vector(name, rows, nonnegative="none"):
    """An arbitrary vector; of letter size a matrix with one column times the number 1, so that v^T v is a number."""
    if isinstance(rows, int):
        return arbitrary_matrix(name, rows, 1, nonnegative)
    return (arbitrary_matrix(name, rows, ONE, nonnegative) @ ones(ONE, ONE)).named(name)


def vector_of_ones(rows):
    """The vector whose entries are all 1."""
    return ones(rows, 1 if isinstance(rows, int) else ONE)


def total(vector):
    """The sum of the entries."""
    return inner(ones(vector.rows, vector.cols), vector)
