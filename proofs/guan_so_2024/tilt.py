"""Tilts of f: f less a linear function. A vector g is a subgradient of f where f - <g, .> is stationary."""

from exactcheck import function, scalar
from exactcheck.landscape import l1_rank_one_loss, sum_of_absolute_values


def dot(left, right):
    """The inner product of two lists of numbers."""
    return sum((scalar(x) * y for x, y in zip(left, right, strict=True)), scalar(0))


def tilted(us, slope):
    """u -> f(u) - <slope, u>."""
    f = l1_rank_one_loss(us)
    names = dict.fromkeys(f"u_{i + 1}" for i in range(len(us)))
    return sum_of_absolute_values(function(lambda *u: -dot(slope, u), **names), f.pieces)
