"""The classes of coordinates in the proof of Theorem 3.1, and the signs of the entries u_i u_j - u*_i u*_j.

Signs of coordinates may be changed (equation 1), so that u* >= 0, and u_i >= 0 where u*_i = 0. A class is a level,
|u_i| above, equal to or below |u*_i|, and a side, sign(u_i) = sign(u*_i) or opposed to it; u_i = 0 is the class "zero".
"""

from dataclasses import dataclass
from itertools import combinations_with_replacement
from typing import Any

from exactcheck import assume, point, scalar

LEVELS = {"above": 1, "equal": 0, "below": -1}
CLASSES = tuple(level + side for level in LEVELS for side in ("", "_opposed"))
ZERO = "zero"


def side(name):
    """1 where u_i has the sign of u*_i, -1 where it has the opposite sign."""
    return -1 if name.endswith("_opposed") else 1


def level(name):
    """1, 0 or -1 for |u_i| above, equal to or below |u*_i|."""
    return LEVELS[name.removesuffix("_opposed")]


def entry_sign(a, b):
    """The sign of u_i u_j - u*_i u*_j for all i in class a and j in class b; 0 where it is not always the same."""
    if ZERO in (a, b):
        return 0
    if side(a) != side(b):
        return -1
    height = level(a) + level(b)
    return (height > 0) - (height < 0)


@dataclass(frozen=True, eq=False)
class Index:
    """u_i and u*_i >= 0 of a coordinate, in letters."""

    u: Any
    truth: Any

    def entry(self, other):
        """u_i u_j - u*_i u*_j."""
        return self.u * other.u - self.truth * other.truth


def index(name, letter, support=False):
    """An arbitrary coordinate of a class, with u*_i > 0; only above, and without `support`, it may be zero."""
    least, excess = point(letter), point(f"{letter}_excess")
    assume(least > 0 if support or not name.startswith("above") else least >= 0)
    if name == ZERO:
        return Index(scalar(0), least)
    if level(name) == 0:
        return Index(side(name) * least, least)
    assume(excess > 0)
    smaller, larger = (least, least + excess)[:: level(name)]
    return Index(side(name) * larger, smaller)


def entry_signs(*classes, support=False):
    """The entries u_i u_j - u*_i u*_j of these classes, as far as the class says their signs.

    With u_i = 0 they are negative if u*_i > 0 and u*_j > 0: for the coordinates that are not above, or for `support`.
    """
    first, second = ({name: index(name, f"{letter}_{name}", support) for name in classes} for letter in "ij")
    for a, b in combinations_with_replacement(classes, 2):
        positive = support or not any(name.startswith("above") for name in (a, b))
        sign = -1 if ZERO in (a, b) and positive else entry_sign(a, b)
        if sign:
            yield sign * first[a].entry(second[b]) > 0
