"""Section 4.4: vectors of known or of letter size, as matrices with one column, and sums of entries."""

from exactcheck import Partition, arbitrary_matrix, inner, ones, scalar

ONE = Partition(one=scalar(1)).dimension


def unit_vector(name, rows):
    """An arbitrary vector of letter size with the norm 1."""
    return arbitrary_matrix(name, rows, ONE, family=name)


def nonnegative_vector(name, rows):
    """An arbitrary vector >= 0; of letter size it is a column times the number 1, so that v^T v is a number."""
    if isinstance(rows, int):
        return arbitrary_matrix(name, rows, 1, "all")
    return (arbitrary_matrix(name, rows, ONE, "all") @ ones(ONE, ONE)).named(name)


def total(of):
    """The sum of the entries."""
    return inner(ones(of.rows, of.cols), of)
