"""Why a point with some |u_i| > |u*_i| is not stationary: a direction d with d^T Z u < 0 for every Z that is possible.

If Z u = 0 then d^T Z u = 0, so that no symmetric Z of Sign(u u^T - u* u*^T) has Z u = 0. With a letter for the sum of
the |u_i| over each class, G and G' above, E and E' equal, A and A' below (primes for the opposed side):

- if G, G' > 0: d = -G' u where above, G u where above and opposed gives at most -2 G G' (G + G' + E + E');
- if G > 0 and no coordinate is above and opposed: d = -(G + A) u where above, G u where below and not opposed gives at
  most -G (G^2 + G (E + E' + A') + A G + 2 A E).
"""

from exactcheck import Integer, Natural, Partition, Positive, inner

from .classes import CLASSES, ZERO
from .sorted_point import SortedPoint


def sorted_point(least, sizes, nonempty, tag=""):
    """The point with these numbers of coordinates in its classes."""
    return SortedPoint(Partition(**sizes), least, nonempty, tag)


def both_sides(least, sizes):
    """A point that is above on both sides."""
    return sorted_point(least, sizes, ("above", "above_opposed"))


def one_side(least, sizes):
    """A point that is above on one side only."""
    kept = {name: size for name, size in sizes.items() if name != "above_opposed"}
    return sorted_point(least, kept, ("above",), "_one")


def descent_on_both_sides(at: SortedPoint):
    """Above on both sides: the bound, and that it is negative."""
    right, left, equal = at.mass("above"), at.mass("above_opposed"), at.mass("equal", "equal_opposed")
    d = at.column(above=-left, above_opposed=right).named("d")
    slope = inner(d, at.Z @ at.u)

    yield slope <= -2 * right * left * (right + left + equal)
    yield slope < 0


def descent_on_one_side(at: SortedPoint):
    """Above on one side: the bound, and that it is negative."""
    above, below, equal = at.mass("above"), at.mass("below"), at.mass("equal")
    others = at.mass("equal", "equal_opposed", "below_opposed")
    d = at.column(above=-(above + below), below=above).named("d_one")
    slope = inner(d, at.Z @ at.u)

    yield slope <= -above * (above**2 + above * others + above * below + 2 * below * equal)
    yield slope < 0


def of_all_classes(statements):
    """A function of a dictionary of sizes and of `least` as one of the number of coordinates in each class.

    There is a coordinate above on both sides; `descent_on_one_side` speaks of the points without the opposed ones.
    """

    def function(
        above: Integer,
        above_opposed: Integer,
        equal: Natural,
        equal_opposed: Natural,
        below: Natural,
        below_opposed: Natural,
        zero: Natural,
        least: Positive,
    ):
        sizes = (above, above_opposed, equal, equal_opposed, below, below_opposed, zero)
        return statements(dict(zip((*CLASSES, ZERO), sizes, strict=True)), least)

    function.__name__, function.__doc__ = statements.__name__, statements.__doc__
    return function
