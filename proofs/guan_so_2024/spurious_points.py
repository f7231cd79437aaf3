"""The spurious stationary points of f, of every size, and the value of f in the box |v_i| <= u*_i.

By Theorem 3.1 they are the u with |u_i| <= |u*_i| and s . u = 0 for s = sign(u*), for u* != 0. Changes of signs of
coordinates, which equation (1) allows, make u* >= 0, so that s is 1 on the support of u*. Then u is one of them exactly
if x = (u* + u) / 2 and y = (u* - u) / 2 have no negative entry and the same sum.

Vectors a, b >= 0 have the same sum exactly if they are a = (sum of b') a' and b = (sum of a') b' for some a', b' >= 0:
a' = a / sqrt(h) and b' = b / sqrt(h) for the sum h > 0. So all points are reached without a hypothesis on sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exactcheck import Partition, arbitrary_matrix, inner, scalar

from .columns import arbitrary_column, total
from .equation_1 import SIGN_CHANGES

HALF = scalar("1/2")
SIGNS = """for all sizes; signs of coordinates are changed so that u* >= 0 (equation 1), and u is any of the points that
Theorem 3.1 names beside u* and -u*"""
THEOREM = "guan-so-2024/theorem-3-1"
USES = (THEOREM, SIGN_CHANGES)


@dataclass(frozen=True, eq=False)
class BoxPoint:
    """A point u = x - y of the box |u_i| <= u*_i with u* = x + y and x, y >= 0."""

    x: Any
    y: Any

    @cached_property
    def planted(self):
        """u*."""
        return (self.x + self.y).named("us")

    @cached_property
    def u(self):
        """The point."""
        return (self.x - self.y).named("u")

    @cached_property
    def norm(self):
        """||u*||_1."""
        return total(self.planted)

    @property
    def directions(self):
        """u* - u and -u* - u."""
        return self.planted - self.u, -self.planted - self.u

    @cached_property
    def weights(self):
        """An arbitrary n x n matrix E >= 0."""
        return arbitrary_matrix("E", self.x.rows, self.x.rows, nonnegative="all")

    def gap(self, v):
        """u* u*^T - v v^T."""
        return self.planted @ self.planted.T - v @ v.T

    def no_gap_below_zero(self, v):
        """The statement that u* u*^T - v v^T has no negative entry: <E, .> >= 0 for every matrix E >= 0."""
        return inner(self.weights, self.gap(v)) >= 0

    def value(self, v):
        """f(v) where the gap has no negative entry: half the sum of its entries."""
        return HALF * total(self.gap(v))


def box_point(n) -> BoxPoint:
    """An arbitrary point of the box."""
    rows = Partition(coordinates=n).dimension
    return BoxPoint(arbitrary_column("x", rows, "all"), arbitrary_column("y", rows, "all"))


def spurious_point(n) -> BoxPoint:
    """An arbitrary spurious stationary point."""
    rows = Partition(coordinates=n).dimension
    a, b = arbitrary_column("a", rows, "all"), arbitrary_column("b", rows, "all")
    return BoxPoint((total(b) * a).named("x"), (total(a) * b).named("y"))
