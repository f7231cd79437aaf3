"""Matrices beside their moduli, for inequalities between sums of products of entries.

X and |X| are X1 - X2 and X1 + X2 for the positive and the negative part of X; what is shown for all X1, X2 >= 0 holds
for these.
"""

from exactcheck import arbitrary_matrix

from .columns import arbitrary_column

BOUNDED = """Z with |Z| <= B entry by entry is Z1 - Z2 and B is Z1 + Z2 + Z3 for arbitrary nonnegative matrices, here
with the matrix of ones as B"""


def bounded(rows, cols):
    """An arbitrary Z and a B with |Z| <= B in every entry: Z1 - Z2 and Z1 + Z2 + Z3 for arbitrary nonnegative ones."""
    Z1, Z2, Z3 = (arbitrary_matrix(name, rows, cols, nonnegative="all") for name in ("Z1", "Z2", "Z3"))
    return Z1 - Z2, Z1 + Z2 + Z3


def matrix_and_moduli(name, rows, cols):
    """An arbitrary matrix and the matrix of its moduli."""
    plus, minus = (arbitrary_matrix(f"{name}{k}", rows, cols, nonnegative="all") for k in (1, 2))
    return plus - minus, plus + minus


def column_and_moduli(name, rows):
    """An arbitrary vector and the vector of its moduli."""
    plus, minus = (arbitrary_column(f"{name}{k}", rows, nonnegative="all") for k in (1, 2))
    return plus - minus, plus + minus
