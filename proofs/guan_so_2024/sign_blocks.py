"""A planted vector u* and a direction w of every size, by the signs of their entries.

f keeps its values if a coordinate of u*, of the point and of the direction changes its sign. So u* >= 0 loses no
generality, nor does w >= 0 where u* is zero. What is left are the coordinates of the support of u* along which w has
the sign of u* (or is zero), those against it, and those outside of the support.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exactcheck import Partition

from .columns import arbitrary_column, column_of_ones, total

SIGNS = """u* >= 0, and w >= 0 outside of the support of u*, as changes of signs of coordinates allow (equation 1); the
coordinates are sorted: those of the support along which w has the sign of u* (or is zero), those of the support against
it, and the others"""


@dataclass(frozen=True, eq=False)
class SignBlocks:
    """u* = (a, b, 0) and w = (x, -y, z) with a, b, x, y, z >= 0, over the blocks along, against and outside."""

    rows: Partition
    a: Any
    b: Any
    x: Any
    y: Any
    z: Any

    @cached_property
    def places(self):
        """The columns of the identity that belong to the three blocks."""
        return [self.rows.columns(name) for name in ("along", "against", "outside")]

    @cached_property
    def planted(self):
        """u*."""
        P, M, _ = self.places
        return (P @ self.a + M @ self.b).named("us")

    @cached_property
    def w(self):
        """The direction w."""
        P, M, N = self.places
        return (P @ self.x - M @ self.y + N @ self.z).named("w")

    @cached_property
    def masses(self):
        """The sums p and m of the entries of u* along w and against it."""
        return total(self.a).named("p"), total(self.b).named("m")

    @cached_property
    def inside(self):
        """The sum of |w_i| over the support of u*."""
        return total(self.x) + total(self.y)

    @cached_property
    def outside(self):
        """The sum of |w_i| over the other coordinates."""
        return total(self.z)

    @cached_property
    def Z(self):
        """||u*||_1 times a symmetric matrix with entries in [-1, 1]; in blocks p + m, m - p and -(p + m)."""
        p, m = self.masses
        P, M, N = (place @ column_of_ones(place.cols) for place in self.places)
        mixed, outer = P @ M.T, (P + M) @ N.T
        return ((p + m) * (P @ P.T - M @ M.T + outer + outer.T) + (m - p) * (mixed + mixed.T)).named("Z")


def sign_blocks(along, against, outside, alpha=0) -> SignBlocks:
    """Arbitrary u* and w with these numbers of coordinates, with entries of u* >= alpha in its support."""
    rows = Partition(along=along, against=against, outside=outside)
    P, M, N = (rows.columns(name).cols for name in ("along", "against", "outside"))
    a, b = (
        alpha * column_of_ones(block) + arbitrary_column(name, block, "all") for name, block in (("a", P), ("b", M))
    )
    return SignBlocks(
        rows, a, b, arbitrary_column("x", P, "all"), arbitrary_column("y", M, "all"), arbitrary_column("z", N, "all")
    )
