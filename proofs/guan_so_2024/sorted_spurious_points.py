"""The spurious stationary points of every size with the coordinates sorted by what u_i is beside u*_i.

The blocks are agreeing (u_i = u*_i), opposed (u_i = -u*_i), within (0 <= u_i <= u*_i), within_opposed (-u*_i <= u_i <=
0) and outside (u*_i = u_i = 0). What is said of a block holds for arbitrary entries of this kind, and so where all
inequalities that separate the blocks are strict. See `spurious_points` for the sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from exactcheck import Partition

from .columns import arbitrary_column, column_of_ones, sum_of, total
from .equation_1 import PERMUTATIONS
from .spurious_points import SIGNS, USES, BoxPoint

SORTED = f"""{SIGNS}; the coordinates are sorted by what u_i is beside u*_i: equal, opposite, in [0, u*_i], in [-u*_i,
0], or both zero"""
SORTED_USES = (*USES, PERMUTATIONS)
BLOCKS = ("agreeing", "opposed", "within", "within_opposed", "outside")


@dataclass(frozen=True, eq=False)
class SortedSpuriousPoint(BoxPoint):
    """A spurious stationary point over the blocks that `rows` consists of."""

    rows: Partition
    blocks: tuple[str, ...]

    def place(self, name):
        """The columns of the identity of a block."""
        return self.rows.columns(name)

    def ones(self, *names):
        """The vector that is 1 on the blocks and 0 elsewhere."""
        return sum_of(self.place(name) @ column_of_ones(self.place(name).cols) for name in names)

    def part(self, name, vector):
        """The entries of a vector in a block."""
        return self.place(name).T @ vector

    def spread(self, **parts):
        """The vector with these parts and 0 elsewhere."""
        return sum_of(self.place(name) @ part for name, part in parts.items())

    def column(self, name, block, nonnegative="none"):
        """An arbitrary vector over a block."""
        return arbitrary_column(name, self.place(block).cols, nonnegative)

    @cached_property
    def s(self):
        """The signs of u*: 1 on its support, 0 outside."""
        return self.ones(*(name for name in self.blocks if name != "outside")).named("s")

    @cached_property
    def signs(self):
        """1 where u_i >= 0, -1 where u_i <= 0, and 0 outside of the support of u*."""
        return (self.ones("agreeing", "within") - self.ones("opposed", "within_opposed")).named("sigma")


def sorted_spurious_point(agreeing, opposed, within, within_opposed, outside=None) -> SortedSpuriousPoint:
    """An arbitrary spurious stationary point with these numbers of coordinates; without `outside` u* has no zeros."""
    sizes = dict(zip(BLOCKS, (agreeing, opposed, within, within_opposed, outside), strict=True))
    rows = Partition(**{name: size for name, size in sizes.items() if size is not None})
    columns = {name: rows.columns(name) for name in sizes if sizes[name] is not None}

    def column(name, block):
        return columns[block] @ arbitrary_column(f"{name}_{block}", columns[block].cols, "all")

    positive = sum_of(column("u", block) for block in ("agreeing", "within"))
    negative = sum_of(column("u", block) for block in ("opposed", "within_opposed"))
    room = sum_of(column("room", block) for block in ("within", "within_opposed"))
    x, y = total(negative) * positive + room, total(positive) * negative + room
    return SortedSpuriousPoint(x.named("x"), y.named("y"), rows, tuple(columns))
