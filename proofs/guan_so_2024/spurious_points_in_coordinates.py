"""Spurious stationary points with a few coordinates, for the statements about f itself: in letters, and at numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import combinations_with_replacement
from typing import Any

from exactcheck import InputError, assume, scalar, sqrt
from exactcheck.landscape import l1_rank_one_loss

from .equation_1 import PERMUTATIONS
from .letters import positive_letters
from .spurious_points import USES

FEW = """every spurious stationary u with given numbers of coordinates of each kind, in letters and in this order:
agreeing (u_i = u*_i > 0), opposed (u_i = -u*_i < 0), within (|u_i| < u*_i), outside (u_i = u*_i = 0); signs of
coordinates are changed so that u* >= 0 (equation 1); not for coordinates within beside zeros of u*"""
FEW_USES = (*USES, PERMUTATIONS)
POINTS = "at given points, which satisfy the conditions of Theorem 3.1"


@dataclass(frozen=True, eq=False)
class SpuriousPoint:
    """A spurious stationary point u of f for u*, with ||u*||_1 and the critical cone that Proposition 3.6 names.

    The labels say of each coordinate of the cone whether it is free, nonpositive, nonnegative or fixed (zero).
    """

    planted: tuple[Any, ...]
    u: tuple[Any, ...]
    norm: Any
    labels: tuple[str, ...]

    @cached_property
    def f(self):
        """The loss 1/2 ||u u^T - u* u*^T||_1."""
        return l1_rank_one_loss(self.planted)

    @property
    def directions(self):
        """u* - u and -u* - u."""
        for sign in (1, -1):
            yield tuple(sign * truth - x for truth, x in zip(self.planted, self.u, strict=True))

    @property
    def multipliers(self):
        """The entries of -s s^T for u* >= 0, one for each |u_i u_j - u*_i u*_j| with i <= j."""
        inside = [label != "fixed" for label in self.labels]
        return [-1 if a and b else 0 for a, b in combinations_with_replacement(inside, 2)]


def in_letters(agreeing, opposed, within, outside=0) -> SpuriousPoint:
    """Every spurious stationary point with so many coordinates with u_i = u*_i > 0, u_i = -u*_i < 0, |u_i| < u*_i and
    u*_i = u_i = 0, for u* >= 0; u != 0 if there are any of the last kind.

    With x = (u* + u) / 2 and y = (u* - u) / 2: y_i = 0, x_i = 0, both positive, or both 0; see `spurious_points` for
    the sums.

    Raises OutOfScope for sizes without such points, and for some |u_i| < u*_i beside u*_j = 0.
    """
    assume(agreeing + within > 0, opposed + within > 0, within == 0 or outside == 0)
    a, b = positive_letters("a", agreeing + within), positive_letters("b", opposed + within)
    above, below, none = sum(a, scalar(0)), sum(b, scalar(0)), [scalar(0)]
    x = [below * v for v in a[:agreeing]] + none * opposed + [below * v for v in a[agreeing:]] + none * outside
    y = none * agreeing + [above * v for v in b] + none * outside
    kinds = {"nonpositive": agreeing, "nonnegative": opposed, "free": within, "fixed": outside}
    return SpuriousPoint(
        planted=tuple(p + q for p, q in zip(x, y, strict=True)),
        u=tuple(p - q for p, q in zip(x, y, strict=True)),
        norm=2 * above * below,
        labels=tuple(label for label, count in kinds.items() for _ in range(count)),
    )


def at_numbers(planted, u) -> SpuriousPoint:
    """The spurious stationary point of Theorem 3.1 with these coordinates.

    Raises OutOfScope if it is none, and InputError for letters.
    """
    pairs = [(scalar(truth), scalar(x)) for truth, x in zip(planted, u, strict=True)]
    if any(number.value is None for pair in pairs for number in pair):
        raise InputError("the coordinates of u* and u are numbers here")
    sizes = [sqrt(truth**2) for truth, _ in pairs]
    norm = sum(sizes, scalar(0))
    assume(norm > 0, *(x**2 <= truth**2 for truth, x in pairs))
    signed = sum(
        (truth * x / size for (truth, x), size in zip(pairs, sizes, strict=True) if size.value != 0), scalar(0)
    )
    assume(signed <= 0, signed >= 0)
    nowhere = all(x.value == 0 for _, x in pairs)
    labels = tuple("free" if nowhere else label(truth.value, x.value) for truth, x in pairs)
    return SpuriousPoint(*(tuple(side) for side in zip(*pairs, strict=True)), norm, labels)


def label(truth, x):
    """Sign(u_i) R_- where |u_i| = |u*_i| != 0, R where |u_i| < |u*_i|, {0} where u*_i = 0."""
    if truth == 0:
        return "fixed"
    if abs(x) < abs(truth):
        return "free"
    return "nonpositive" if x > 0 else "nonnegative"
