"""Matrix sensing, (12): f(X, Y) = 1/(2m) sum_i (<A_i, X Y^T> - b_i)^2, with every operator or with m given matrices."""

from exactcheck import arbitrary_matrix, function, inner, norm_squared, point, scalar
from exactcheck.landscape import arbitrary_operator

from .vectors import rows_of

EVERY_OPERATOR = """for all sizes, every m and all A_1, ..., A_m, b_1, ..., b_m: with A(Z) = (<A_i, Z>)_i, b = A(M) + e
for some M, where e is orthogonal to all A(Z) (for the b_i = <A_i, M> of the paper e = 0); rest = ||e||^2"""
EVERY_MATRIX = "for all sizes, with m arbitrary matrices A_i and numbers b_i for this m"


class Point:
    """Arbitrary X with n1 rows and Y with n2 rows, both with r columns; integers or letters."""

    def __init__(self, n1, n2, r):
        self.left, self.right, self.columns = map(rows_of, ("left", "right", "columns"), (n1, n2, r))
        self.X, self.Y = self.arbitrary_direction("X", "Y")
        self.product = self.X @ self.Y.T
        self.imbalance = self.X.T @ self.X - self.Y.T @ self.Y

    def arbitrary_direction(self, first, second):
        """Arbitrary matrices of the shapes of X and Y."""
        return arbitrary_matrix(first, self.left, self.columns), arbitrary_matrix(second, self.right, self.columns)

    def function(self, body):
        """A function of X and Y."""
        return function(body, X=self.X.shape, Y=self.Y.shape)

    def change_of_imbalance(self, dX, dY, W):
        """The inner product of W with the derivative of X^T X - Y^T Y along (dX, dY)."""
        tested = self.function(lambda X, Y: inner(W, X.T @ X - Y.T @ Y))
        return tested.derivative([self.X, self.Y], [dX, dY])


class EveryOperator(Point):
    """Sensing by an arbitrary operator A and b = A(M) + e, ||e||^2 = rest, e orthogonal to the range of A."""

    def __init__(self, n1, n2, r, m, rest):
        super().__init__(n1, n2, r)
        self.m, self.rest = m, rest
        self.A, self.M = arbitrary_operator("A", self.left, self.right), arbitrary_matrix("M", self.left, self.right)
        self.f = self.function(lambda X, Y: (norm_squared(self.A(X @ Y.T - self.M)) + rest) / (2 * m)).named("f")
        self.S = (1 / scalar(m) * self.A.gram(self.product - self.M)).named("S")

    def energy(self):
        """1/m sum_i <A_i, X Y^T>^2."""
        return norm_squared(self.A(self.product)) / self.m

    def residuals(self):
        """1/m sum_i (<A_i, X Y^T> - b_i)^2."""
        return (norm_squared(self.A(self.product - self.M)) + self.rest) / self.m

    def targets(self):
        """1/m sum_i b_i^2."""
        return (norm_squared(self.A(self.M)) + self.rest) / self.m

    def excess(self):
        """sum_i (<A_i, X Y^T> - 2 b_i)^2, up to rest: a sum of squares as it is written."""
        return norm_squared(self.A(self.product - 2 * self.M))


class FewMatrices(Point):
    """Sensing by m arbitrary matrices A_i and arbitrary numbers b_i."""

    def __init__(self, n1, n2, r, m):
        super().__init__(n1, n2, r)
        self.m = m
        self.matrices = [arbitrary_matrix(f"A{i + 1}", self.left, self.right) for i in range(m)]
        self.b = [point(f"b_{i + 1}") for i in range(m)]
        self.f = self.function(lambda X, Y: total(x**2 for x in self.differences(X @ Y.T)) / (2 * m)).named("f")
        weighted = zip(self.differences(self.product), self.matrices, strict=True)
        self.S = total(x / m * A for x, A in weighted).named("S")

    def differences(self, Z):
        """<A_i, Z> - b_i."""
        return [inner(A, Z) - b for A, b in zip(self.matrices, self.b, strict=True)]

    def energy(self):
        """1/m sum_i <A_i, X Y^T>^2."""
        return total(inner(A, self.product) ** 2 for A in self.matrices) / self.m

    def residuals(self):
        """1/m sum_i (<A_i, X Y^T> - b_i)^2."""
        return total(x**2 for x in self.differences(self.product)) / self.m

    def targets(self):
        """1/m sum_i b_i^2."""
        return total(b**2 for b in self.b) / self.m

    def excess(self):
        """sum_i (<A_i, X Y^T> - 2 b_i)^2."""
        return total((x - b) ** 2 for x, b in zip(self.differences(self.product), self.b, strict=True))


def total(terms):
    """The sum of at least one scalar or matrix."""
    first, *others = terms
    return sum(others, first)
