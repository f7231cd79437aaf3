"""A point u with its coordinates sorted by class, and the matrices Z of Sign(u u^T - u* u*^T), for all sizes."""

from dataclasses import dataclass, field
from typing import Any

from exactcheck import Partition, arbitrary_matrix, inner, ones, scalar

from .classes import ZERO, entry_sign, side
from .columns import arbitrary_column, column_of_ones, sum_of
from .equation_1 import SYMMETRIES
from .subdifferential import SUBDIFFERENTIAL

STATIONARITY = (*SYMMETRIES, SUBDIFFERENTIAL)
LEAST = "positive |u_i| are bounded from below by a letter > 0, as finitely many positive numbers are by some number"
SORTED = f"""for all sizes; signs of coordinates are changed so that u* >= 0, and u_i >= 0 where u*_i = 0 (equation 1),
and the coordinates are sorted by class (above: |u_i| > |u*_i|; equal; below; opposed: the sign of u_i is not that of
u*_i; zero: u_i = 0), with any number in each; {LEAST}"""
POSITIVE = """for all sizes; signs of coordinates are changed so that u* > 0 (equation 1), and the coordinates are
sorted by class"""
OPPOSITE = "the symmetric case is that of -u"
SUMS = """the sums of |u_i| are G and G' over the sides of J_>, E and E' over those of J_=, A and A' over those of J_<,
primes where the sign of u_i is not that of u*_i"""


@dataclass(frozen=True, eq=False)
class SortedPoint:
    """A point whose coordinates are sorted by class, the classes being the blocks of `rows`.

    The magnitudes |u_i| are arbitrary numbers >= 0, and >= `least` in the classes of `nonempty`: for these the sum of
    the |u_i| is positive. Letters of two points in one claim are told apart by `tag`.
    """

    rows: Partition
    least: Any = 0
    nonempty: tuple[str, ...] = ()
    tag: str = ""
    _made: dict[Any, Any] = field(default_factory=dict)

    @property
    def classes(self):
        """The classes in the order of the coordinates."""
        return tuple(self.rows.blocks or self.rows.sizes)

    def columns(self, name):
        """The columns of the identity that belong to a class."""
        return self._once(("columns", name), lambda: self.rows.columns(name))

    def ones(self, name):
        """The column of ones of a class."""
        return column_of_ones(self.columns(name).cols)

    def magnitude(self, name):
        """The column of the |u_i| of a class."""
        return self._once(("magnitude", name), lambda: self._magnitude(name))

    def _magnitude(self, name):
        if name == ZERO:
            return 0 * self.ones(name)
        column = arbitrary_column(f"u{self.tag}_{name}", self.columns(name).cols, "all")
        return column + self.least * self.ones(name) if name in self.nonempty else column

    def mass(self, *names):
        """The sum of the |u_i| over classes; those that the point has not add nothing."""
        present = [name for name in names if name in self.classes]
        return sum((inner(self.ones(name), self.magnitude(name)) for name in present), scalar(0))

    @property
    def norm(self):
        """||u||_1."""
        return self.mass(*self.classes)

    @property
    def signed_sum(self):
        """s . u = sum_i sign(u*_i) u_i."""
        return sum((side(name) * self.mass(name) for name in self.classes), scalar(0))

    def column(self, **factors):
        """The column that is a factor times |u_i| on each class named, and zero on the others."""
        present = [name for name in self.classes if name in factors]
        return sum_of(self.columns(name) @ (factors[name] * self.magnitude(name)) for name in present)

    @property
    def u(self):
        """The point."""
        sides = {name: side(name) for name in self.classes}
        return self._once("u", lambda: self.column(**sides).named(f"u{self.tag}"))

    @property
    def Z(self):
        """A symmetric matrix: the only sign where the classes say it, entries >= -1 elsewhere, any where u_i u_j = 0.

        The symmetric elements of Sign(u u^T - u* u*^T) are among these matrices.
        """
        return self._once("Z", lambda: sum_of(self._blocks()).named(f"Z{self.tag}"))

    def _blocks(self):
        for position, a in enumerate(self.classes):
            for b in self.classes[position:]:
                block = self.columns(a) @ self._block(a, b) @ self.columns(b).T
                yield (scalar("1/2") if a == b else scalar(1)) * (block + block.T)

    def _block(self, a, b):
        shape, tag = (self.columns(a).cols, self.columns(b).cols), f"{self.tag}_{a}_{b}"
        sign = entry_sign(a, b)
        if sign:
            return sign * ones(*shape)
        if ZERO in (a, b):
            return arbitrary_matrix(f"Z{tag}", *shape)
        return arbitrary_matrix(f"P{tag}", *shape, nonnegative="all") - ones(*shape)

    def row(self, name, bound=-1):
        """(Z u)_i for one coordinate i of a class, Z symmetric or not; free entries are >= -1, or <= 1 for `bound` 1.

        A coordinate of the class "zero" is one with u_i = 0 < u*_i, beside coordinates with u*_j > 0 or u_j = 0.
        """
        row = {other: self._entries(name, other, bound) for other in self.classes}
        return sum((side(other) * inner(z, self.magnitude(other)) for other, z in row.items()), scalar(0))

    def _entries(self, name, other, bound):
        """The column of the Z_ij for a coordinate i of one class and all j of another."""
        sign = -1 if name == ZERO else entry_sign(name, other)
        if sign or other == ZERO:
            return sign * self.ones(other)
        return bound * self.ones(other) - bound * self.distance(name, other)

    def distance(self, name, other):
        """The column of the distances of the free Z_ij from their bound."""
        label = f"P{self.tag}_row_{name}_{other}"
        return self._once(label, lambda: arbitrary_column(label, self.columns(other).cols, "all"))

    def _once(self, key, make):
        if key not in self._made:
            self._made[key] = make()
        return self._made[key]
