"""Cones that no small subgradient step leaves, around the stationary point 0, where u* has zero coordinates.

Let S be the nonzero coordinates of u* and N the zero ones. The cone is, with kappa > 0,

    |u_i| <= kappa sum_N u_j for i in S,    0 <= u_j <= u_n for j in N, with the largest one last.

The signs of u_N and the order of N are no restriction: the loss has the same symmetries.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations_with_replacement

from exactcheck import assume, letter, scalar
from exactcheck.landscape import SubgradientStep, every_step, l1_rank_one_loss, not_invariant_region, stationary

RUNS = """A run is any sequence u_{t+1} = u_t - a_t g_t with subgradients g_t of f at u_t, by whatever rule they
are taken"""
INFERENCE = """taken for granted: in a run with 0 < a_t <= a0 < 1 and an infinite sum of the a_t the largest |u_j|, j in
N, is at most its first value times prod_t (1 - a_t), which tends to 0, and u_S tends to 0 with it"""


@dataclass(frozen=True)
class TrappedCone:
    """The cone for these nonzero coordinates of u* and so many zeros behind them, and the largest step size."""

    nonzero: list
    zeros: int
    kappa: object
    largest_step: object

    @property
    def us(self):
        """The planted vector."""
        return [*self.nonzero, *[0] * self.zeros]

    @cached_property
    def loss(self):
        """f."""
        return l1_rank_one_loss(self.us)

    def narrow(self, u):
        """The inequalities |u_i| <= kappa sum_N u_j."""
        first, *others = u[len(self.nonzero) :]
        bound = self.kappa * sum(others, first)
        return [inequality for x in u[: len(self.nonzero)] for inequality in (bound - x >= 0, bound + x >= 0)]

    def cone(self, *u):
        """The inequalities of the cone."""
        *others, last = u[len(self.nonzero) :]
        return [*self.narrow(u), last >= 0, *(inequality for x in others for inequality in (x >= 0, x <= last))]

    def shrinks(self, a, u, reached):
        """After the step |u_i| <= kappa sum_N u_j again, and |u_j| <= (1 - a) u_n with the u_n before, for j in N.

        If there is only one zero coordinate, then 0 <= u_n: the step leads back into the cone.
        """
        bound, zero = (1 - a) * u[-1], reached[len(self.nonzero) :]
        lower = [zero[0] >= 0] if self.zeros == 1 else [bound + x >= 0 for x in zero]
        return [*self.narrow(reached), *lower, *(bound - x >= 0 for x in zero)]

    def trapped(self):
        """Every step from the cone, see `shrinks`."""
        yield every_step(self.loss, self.cone, self.largest_step, self.shrinks)

    def around_a_spurious_point(self):
        """0 is stationary and no global minimizer, and the cone has inner points."""
        zero = [scalar(0)] * len(self.us)
        yield stationary(self.loss, at=zero)
        yield from not_optimal(self.loss, zero, self.us)
        yield from strictly(self.cone, self.inner_point)

    @property
    def inner_point(self):
        """A point in the interior: u_S = 0, and u_N = (1, 2, ...)."""
        return [*[scalar(0)] * len(self.nonzero), *(scalar(k + 1) for k in range(self.zeros))]


def not_optimal(f, point, best):
    """f, a sum of absolute values, is zero at the best point and positive at the other one, where one is not zero."""
    for _, piece in f.pieces:
        yield piece(*best) == 0
    yield f.pieces[0][1](*point) ** 2 > 0


def strictly(cone, point):
    """The inequalities of a cone at a point, all of them strict."""
    for inequality in cone(*point):
        left, right = inequality["left"], inequality["right"]
        yield left < right if inequality["relation"] in ("<", "<=") else left > right


def arbitrary_cone(nonzero, zeros, kappa, share):
    """The cone for every u* with so many nonzero coordinates, all positive, and the largest step kappa * share.

    All kappa with (1 + |S| kappa) (1 + |N| kappa) <= 2 and all shares with share (1 + |N| kappa) (1 + (|S| - 1) kappa)
    <= 1 are allowed; for several zeros also kappa share (1 + |N| (1 + |S| kappa)) <= 1.
    """
    assume((1 + nonzero * kappa) * (1 + zeros * kappa) <= 2)
    assume(share * (1 + zeros * kappa) * (1 + (nonzero - 1) * kappa) <= 1)
    if zeros > 1:
        assume(kappa * share * (1 + zeros * (1 + nonzero * kappa)) <= 1)
    us = [letter(f"us_{i + 1}") for i in range(nonzero)]
    assume(*(x > 0 for x in us))
    return TrappedCone(us, zeros, kappa, kappa * share)


def leaves_from_the_edge(nonzero, kappa, size):
    """For u* = (1, ..., 1, 0) the step of this size from (kappa, ..., kappa, 1) that leaves the cone.

    It has the multipliers -1 of u_i u_j - u*_i u*_j within the support, and 1 elsewhere; they are signs for kappa < 1.
    """
    at = TrappedCone([scalar(1)] * nonzero, 1, kappa, size)
    pairs = combinations_with_replacement(range(nonzero + 1), 2)
    edge = SubgradientStep([*[kappa] * nonzero, 1], size, [-1 if j < nonzero else 1 for _, j in pairs])
    return not_invariant_region(at.loss, at.cone, size, step=edge)
