"""Nonsmooth matrix factorization, (13): f(X, Y) = ||X Y^T - M||_1, entry by entry and with weights for the signs."""

from exactcheck import arbitrary_matrix, function, inner, matrix, norm_squared, scalar
from exactcheck.landscape import sum_of_absolute_values

from .sensing import Point


class Factorization(Point):
    """Arbitrary X, Y, M, and an arbitrary L in place of an element of sign(X Y^T - M)."""

    def __init__(self, m, n, r):
        super().__init__(m, n, r)
        self.M, self.L = (arbitrary_matrix(name, self.left, self.right) for name in ("M", "L"))

    def weighted(self, L):
        """<L, X Y^T - M> as a function of X and Y: f where L is a sign matrix of X Y^T - M."""
        return self.function(lambda X, Y: inner(L, X @ Y.T - self.M)).named("weighted")

    def velocity(self, L):
        """-L Y and -L^T X."""
        return -L @ self.Y, -L.T @ self.X

    def square_of_imbalance(self):
        """||X^T X - Y^T Y||^2."""
        return norm_squared(self.imbalance)


def l1_loss(M, columns):
    """||X Y^T - M||_1 for numbers M, as a sum of absolute values."""
    m, n = len(M), len(M[0])
    shapes = {"X": (m, columns), "Y": (n, columns)}
    places = [(i, j) for i in range(m) for j in range(n)]
    return sum_of_absolute_values(
        0, [function(residual(M, i, j), **shapes).named(f"p_{i + 1}_{j + 1}") for i, j in places]
    )


def residual(M, i, j):
    """Entry (i, j) of X Y^T - M as a function of X and Y."""
    row, column = unit_row(len(M), i), unit_row(len(M[0]), j)
    return lambda X, Y: inner(row @ X, column @ Y) - scalar(M[i][j])


def unit_row(size, k):
    """The row e_k^T."""
    return matrix([[int(i == k) for i in range(size)]])
