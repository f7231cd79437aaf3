"""Theorem 3.1 at points, by the function f itself: in letters with one coordinate in each class, and in numbers."""

from itertools import product

from exactcheck import Positive, Real, claim, scalar
from exactcheck.landscape import l1_rank_one_loss, not_stationary, stationary

from . import paper
from .classes import CLASSES, side

LABEL, RECORD, WHERE = "Theorem 3.1, points", "guan-so/thm-3.1", "section 3.1, Theorem 3.1"


def coordinates(sizes, ratio, gap, order, opposed_order):
    """u_i and u*_i in each class: |u_i|/|u*_i| above, and |u*_i|/|u_i| below, are `ratio`, or `ratio` + gap.

    `order` is the sign of u_i u_j - u*_i u*_j between the coordinates above and below on one side, `opposed_order` on
    the other.
    """
    found = {}
    for name, size in zip((*CLASSES, "zero"), sizes, strict=True):
        sign = opposed_order if side(name) < 0 else order
        above, below = ratio + (gap if sign > 0 else 0), ratio + (gap if sign < 0 else 0)
        u, truth = {
            "above": (above * size, size),
            "equal": (size, size),
            "below": (size, below * size),
            "zero": (scalar(0), size),
        }[name.removesuffix("_opposed")]
        found[name] = (side(name) * u, truth)
    return found


def falling(point):
    """The direction of case 7 for these coordinates."""
    mass = {name: side(name) * u for name, (u, _) in point.items()}
    below = mass.get("below", scalar(0))
    if "above_opposed" in point:
        factors = {"above": -mass["above_opposed"], "above_opposed": mass["above"]}
    else:
        factors = {"above": -(mass["above"] + below), "below": mass["above"]}
    return tuple(factors.get(name, 0) * mass[name] for name in point)


def falls(point):
    """f falls along the direction."""
    u, truth = zip(*point.values(), strict=True)
    return not_stationary(l1_rank_one_loss(truth), at=u, descent=falling(point))


@claim(
    paper,
    LABEL,
    part="one coordinate in each class",
    where=WHERE,
    record=(RECORD, "guan-so/thm-3.1-case7"),
    statement=r"""With one coordinate in each class, zero included, $f$ falls along the directions of case 7; also
without the class above on the opposed side.""",
    reading="by the directional derivative of f, for u* > 0 as changes of signs allow, and for every sign of u_i u_j "
    "- u*_i u*_j between above and below on each side. The letters a to h are the smaller ones of |u_i| and |u*_i|, "
    "or u*_i where u_i = 0; their ratios above and below are 1 + excess, or 1 + excess + gap as the signs require, "
    "the same two numbers on both sides",
    scope="parametric",
)
@claim.general()
def one_in_each_class(
    a: Positive,
    b: Positive,
    c: Positive,
    d: Positive,
    e: Positive,
    g: Positive,
    h: Positive,
    excess: Positive,
    gap: Positive,
):
    """With both sides above, then with one."""
    for order, opposed_order in product((1, 0, -1), repeat=2):
        point = coordinates((a, b, c, d, e, g, h), 1 + excess, gap, order, opposed_order)
        yield falls(point)
        del point["above_opposed"]
        yield falls(point)


def listed(truth, u):
    """True if u is in the set of the theorem, for rational numbers."""
    pairs = [(x.value, y.value) for x, y in zip(truth, u, strict=True)]
    in_box = all(abs(y) <= abs(x) for x, y in pairs)
    balanced = sum((x > 0) * y - (x < 0) * y for x, y in pairs) == 0
    return (in_box and balanced) or any(all(y == sign * x for x, y in pairs) for sign in (1, -1))


@claim(
    paper,
    LABEL,
    part="three coordinates",
    where=WHERE,
    record=RECORD,
    statement=r"""At every point $u$ with coordinates from $\{0, \pm 1, \pm 2, \pm \frac12\}$, $0 \in \partial f(u)$
if and only if $u$ is in the set of the theorem.""",
    reading="for four u*, with zeros, of both signs and with equal moduli, at 343 points each, among them points with "
    "|u_i| = |u*_i| and with u_i u_j = u*_i u*_j",
)
@claim.sample(truth_1=1, truth_2=2, truth_3=1)
@claim.sample(truth_1=1, truth_2=4, truth_3=0)
@claim.sample(truth_1="1/2", truth_2=-2, truth_3="3/2")
@claim.sample(truth_1=0, truth_2=0, truth_3=1)
def three_coordinates(truth_1: Real, truth_2: Real, truth_3: Real):
    """Multipliers or a direction for each point."""
    truth = (truth_1, truth_2, truth_3)
    f = l1_rank_one_loss(truth)
    for u in product(map(scalar, (0, 1, -1, 2, -2, "1/2", "-1/2")), repeat=3):
        yield (stationary if listed(truth, u) else not_stationary)(f, u)
