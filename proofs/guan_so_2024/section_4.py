"""The instance of section 4: f for u* = (1, 1), near its spurious stationary point u0 = (-1, 1)."""

from exactcheck import scalar
from exactcheck.landscape import l1_rank_one_loss, value

from .tilt import tilted

TRUTH, SPURIOUS, OPPOSITE = (1, 1), (-1, 1), (1, -1)


def loss():
    """f(u) = 1/2 |u_1^2 - 1| + |u_1 u_2 - 1| + 1/2 |u_2^2 - 1|."""
    return l1_rank_one_loss(TRUTH)


def tilted_loss(a1, a2):
    """h_a(u) = f(u) - a_1 u_1 - a_2 u_2."""
    return tilted(TRUTH, (a1, a2))


def with_signs(f, at, signs):
    """The value of f at a point by the signs of its pieces there, and the statements that they have these signs.

    A sign may also stand for the value zero.
    """
    pieces = [(weight, sign * value(piece, at=at)) for (weight, piece), sign in zip(f.pieces, signs, strict=True)]
    total = sum((weight * size for weight, size in pieces), value(f.smooth, at=at))
    return total, [size >= 0 for _, size in pieces]


def along_the_valley(t):
    """The points (-t, t), spurious stationary for |t| <= 1."""
    return (-scalar(t), scalar(t))
