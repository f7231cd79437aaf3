"""Random sums of absolute values and maxima in two variables, and what plane geometry says of their subgradients.

A selection takes one branch of each absolute value and one active member of each maximum. The multipliers of a
subgradient are weights of selections, of which three with independent gradients are enough.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations, product

from hypothesis import strategies as st

from exactcheck.landscape import sum_of_absolute_values
from tests.decide.kinked import Quadratic, Sum, quadratics, small, weights


@dataclass(frozen=True)
class Mixed(Sum):
    """smooth + sum_k weight_k |piece_k| + sum_l weight_l max_j member_lj."""

    maxima: tuple[tuple[Fraction, tuple[Quadratic, ...]], ...] = ()

    def expression(self):
        """The same for exactcheck."""
        pieces = [(weight, piece.expression()) for weight, piece in self.pieces]
        maxima = [(weight, [member.expression() for member in members]) for weight, members in self.maxima]
        return sum_of_absolute_values(self.smooth.expression(), pieces, maxima=maxima)

    def without_absolute_values(self):
        """The same function with max(p, -p) in the place of |p|."""
        turned = tuple((weight, (piece, opposite(piece))) for weight, piece in self.pieces)
        return replace(self, pieces=(), maxima=turned + self.maxima)

    def at(self, x, y):
        """The value at AT + (x, y)."""
        return super().at(x, y) + sum(w * max(member.at(x, y) for member in members) for w, members in self.maxima)

    def selections(self):
        """The gradient and the Hessian of each selection that is active at AT."""
        choices = [[(Fraction(1), self.smooth)]]
        for weight, members in self.without_absolute_values().maxima:
            most = max(member.offset for member in members)
            choices.append([(weight, member) for member in members if member.offset == most])
        for chosen in product(*choices):
            gradient = tuple(sum(w * p.slope[i] for w, p in chosen) for i in range(2))
            yield gradient, tuple(sum(w * p.hessian[i] for w, p in chosen) for i in range(3))

    def second(self, w):
        """The largest Hessian form over the multipliers of the subgradient 0; None if there are none."""
        best = {}
        for gradient, hessian in self.selections():
            form = Quadratic(0, (0, 0), hessian).form(w)
            best[gradient] = max(best.get(gradient, form), form)
        return largest_at_zero(best)

    def is_stationary(self):
        """True if the gradients of the selections have 0 in their hull."""
        return self.second((0, 0)) is not None


def opposite(p):
    """-p."""
    return Quadratic(-p.offset, tuple(-a for a in p.slope), tuple(-a for a in p.hessian))


def largest_at_zero(values):
    """The largest mean of the values over weights by which the points have the mean 0; None if there are none."""
    found = [value for point, value in values.items() if point == (0, 0)]
    for chosen in (*combinations(values, 2), *combinations(values, 3)):
        weights_ = zero_weights(chosen)
        if weights_:
            mean = sum(w * values[point] for w, point in zip(weights_, chosen, strict=True))
            found.append(mean / sum(weights_))
    return max(found, default=None)


def zero_weights(points):
    """Positive weights by which the points have the mean 0, if they are the only ones."""
    if len(points) == 2:
        a, b = points
        along = a[0] * b[0] + a[1] * b[1]
        return [-along, a[0] ** 2 + a[1] ** 2] if cross(a, b) == 0 and along < 0 else None
    a, b, c = points
    found = [cross(b, c), cross(c, a), cross(a, b)]
    if all(w > 0 for w in found):
        return found
    return [-w for w in found] if all(w < 0 for w in found) else None


def cross(a, b):
    """a_1 b_2 - a_2 b_1."""
    return a[0] * b[1] - a[1] * b[0]


members = st.lists(quadratics, min_size=1, max_size=3).map(tuple)
mixed = st.builds(
    Mixed,
    quadratics,
    st.lists(st.tuples(weights, quadratics), max_size=2).map(tuple),
    st.lists(st.tuples(weights, members), min_size=1, max_size=2).map(tuple),
)


def balanced(data):
    """A sum whose smooth part is changed so that a mean of three selections has the gradient 0."""
    f, numbers = data
    gradients = [gradient for gradient, _ in f.selections()]
    chosen = [gradients[k % len(gradients)] for k in numbers]
    mean = [sum(g[i] for g in chosen) / Fraction(len(chosen)) for i in range(2)]
    moved = tuple(s - m for s, m in zip(f.smooth.slope, mean, strict=True))
    return replace(f, smooth=Quadratic(f.smooth.offset, moved, f.smooth.hessian))


stationary_mixed = st.tuples(mixed, st.lists(st.integers(0, 50), min_size=1, max_size=4)).map(balanced)
directions = st.tuples(small, small)
