"""Vectors of known or of letter size for section 2, as matrices with one column."""

from exactcheck import Partition, arbitrary_matrix, ones, scalar

ONE = Partition(one=scalar(1)).dimension


def vector(name, rows):
    """An arbitrary vector; of letter size a matrix with one column times the number 1, so that v^T v is a number."""
    if isinstance(rows, int):
        return arbitrary_matrix(name, rows, 1)
    return (arbitrary_matrix(name, rows, ONE) @ ones(ONE, ONE)).named(name)


def vector_of_ones(rows):
    """The vector whose entries are all 1."""
    return ones(rows, 1 if isinstance(rows, int) else ONE)
