"""Deep linear networks f(W_1, ..., W_L) = 1/2 ||W_L ... W_1 X - Y||_F^2 with matrices of letter size."""

from functools import reduce

from exactcheck import arbitrary_matrix, function, norm_squared, scalar

from .vectors import rows_of

HALF = scalar("1/2")


def product(first, *later):
    """The product in which the later factors stand on the left."""
    return reduce(lambda right, left: left @ right, later, first)


def networks(widths, data):
    """The networks with 1, 2, ... of these layers, of the widths d_0, d_1, ..., on data with d columns."""
    sizes, columns = [rows_of(f"d{i}", width) for i, width in enumerate(widths)], rows_of("d", data)
    pairs = list(zip(sizes[1:], sizes[:-1], strict=True))
    X, W = (
        arbitrary_matrix("X", sizes[0], columns),
        [arbitrary_matrix(f"W{i}", *pair) for i, pair in enumerate(pairs, 1)],
    )
    D = [arbitrary_matrix(f"D{i}", *pair) for i, pair in enumerate(pairs, 1)]
    for layers in range(1, len(widths)):
        yield LinearNetwork(X, arbitrary_matrix(f"Y{layers}", sizes[layers], columns), W[:layers], D[:layers])


class LinearNetwork:
    """The network with the layers W on the data X, Y, and a direction D."""

    def __init__(self, X, Y, W, D):
        self.X, self.Y, self.W, self.D = X, Y, W, D
        self.residual = product(X, *W) - Y

    @property
    def f(self):
        """The loss as a function of all layers."""
        shapes = {f"W{i}": layer.shape for i, layer in enumerate(self.W, 1)}
        return function(lambda *own, **named: self._loss(own or named.values()), **shapes).named(f"f{len(self.W)}")

    def _loss(self, layers):
        return HALF * norm_squared(product(self.X, *layers) - self.Y)

    def flow(self, i):
        """The right-hand side of (4a) for the layer i, counted from 1."""
        later = [layer.T for layer in reversed(self.W[i:])]
        return -product(self.residual, *later) @ product(self.X, *self.W[: i - 1]).T
