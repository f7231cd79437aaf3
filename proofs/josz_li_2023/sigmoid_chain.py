"""The one-dimensional sigmoid network f(w_1, ..., w_L) = 1/2 (w_L sigma(w_(L-1) ... sigma(w_1 x)) - y)^2 near a point.

The values s_i = sigma(w_i p_(i-1)) are letters. With E = e^z: sigma(z) = E / (1 + E), so that sigma(z)
is in (0, 1), above 1/2 exactly for z > 0, 1 / (1 + e^z) = 1 - sigma(z), and the derivative is sigma (1 - sigma).
"""

from exactcheck import assume, function, point, scalar

HALF = scalar("1/2")
TANGENTS = (
    "sigma is replaced by its tangent at the point, s + s (1 - s)(z - z_0), which keeps first derivatives; the "
    "letters s are values of sigma, with 1 - s = 1 / (1 + e^z)"
)
SIGMA = "s is a value of sigma, a letter between 0 and 1, with 1 - s = 1 / (1 + e^z)"


def tangent(s, z, at):
    """The tangent of sigma at a point where its value is s."""
    return s + s * (1 - s) * (z - at)


def between_0_and_1(*names):
    """Letters for values of sigma."""
    letters = [point(name) for name in names]
    for s in letters:
        assume(s > 0, s < 1)
    return letters


def loss_of_last_weight(s, y):
    """1/2 (w_L s - y)^2 for L >= 2, with the value s of the last sigma, which does not depend on w_L."""
    return function(lambda w: HALF * (w * s - y) ** 2, w=None).named("f")


def zero_at_critical_points(s, y):
    """The loss by its derivative in w_L, and its smallest value."""
    f, w, best = loss_of_last_weight(s, y), point("w_L"), y * s**-1

    yield f(w) == HALF * s**-2 * f.derivative([w], [1]) ** 2
    yield f(w) >= 0
    yield f(best) == 0
    yield f.derivative([best], [1]) == 0


class SigmoidChain:
    """The network with L >= 2 layers at an arbitrary point, with letters for its weights and values."""

    def __init__(self, layers, x, y):
        self.y, self.layers = y, layers
        self.w = [point(f"w_{i}") for i in range(1, layers + 1)]
        self.p = [x, *(point(f"s_{i}") for i in range(1, layers))]
        self.residual = self.w[-1] * self.p[-1] - y

    @property
    def f(self):
        """The loss with tangents for sigma."""
        return function(self._loss, **{f"w{i}": None for i in range(1, self.layers + 1)}).named(f"f{self.layers}")

    def _loss(self, *own, **named):
        weights, signal = list(own or named.values()), self.p[0]
        for i, weight in enumerate(weights[:-1]):
            signal = tangent(self.p[i + 1], weight * signal, self.w[i] * self.p[i])
        return HALF * (weights[-1] * signal - self.y) ** 2

    def flow(self):
        """The right-hand sides of (9), first layer first; 1 / (1 + e^(w_i p_(i-1))) is 1 - p_i."""
        found = [-self.residual * self.p[-1]]
        for i in range(self.layers - 1, 0, -1):
            found.insert(0, self.p[i - 1] * (1 - self.p[i]) * found[0] * self.w[i])
        return found
