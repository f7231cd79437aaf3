"""Example 1, the number of connected components of the critical set: seven, not four."""

from exactcheck import Positive, Real, assume, claim, scalar
from exactcheck.landscape import critical_points, family, number_of_connected_components

from . import paper
from .example_1 import CRITICAL_POINTS, FAMILIES, ORIGIN, WHERE, completion

RECORD = "josz-li/ex-1-components"
PLACES = {"C1": (1, 1, 1), "C2": (1, 0, -1), "C3": (0, 1, -1)}


def branch(name, sign):
    """The part of one of the families where t has this sign."""
    return family(FAMILIES[name], where=lambda t: sign * t > 0)


@claim(
    paper,
    "Example 1, four connected components",
    where=WHERE,
    record=RECORD,
    statement=r"""The set of critical points is decomposed into four connected components: $C_1$, $C_2$, $C_3$ and
$C_4$ are connected.""",
    reading="connected as in footnote 3; on a connected one of C1, C2 and C3 the continuous function y2, which "
    "is nowhere zero there, would have the same sign at any two points",
    uses=(CRITICAL_POINTS,),
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(s=1, t=-1)
def four(s: Real, t: Real):
    """The sign of y2 at the points with two parameters that are not zero."""
    assume(s**2 > 0, t**2 > 0)
    for place in FAMILIES.values():
        yield place(s)[3] * place(t)[3] > 0


@claim(
    paper,
    "Example 1, connected components",
    where=WHERE,
    record=RECORD,
    statement=r"""The set of critical points has exactly seven connected components: $C_4 = \{0\}$, and of each of
$C_1$, $C_2$, $C_3$ the part with $t > 0$ and the part with $t < 0$. (The pairs $(x_1 y_1, x_2 y_2)$ are $(1, 1)$,
$(1, 0)$, $(0, 1)$ and $(0, 0)$ on $C_1$, $C_2$, $C_3$ and $C_4$, and $y_2$ has different signs on the two parts
of a family: seven disjoint open sets, given by the signs of $x_1 y_1 - \frac12$, $x_2 y_2 - \frac12$ and $y_2$,
contain one part each.)""",
    reading="a part is the continuous image of an interval or a point, which is connected, and a connected set "
    "in a union of disjoint open sets lies in one of them",
    repairs="example-1-four-connected-components",
    uses=(CRITICAL_POINTS,),
    scope="parametric",
)
@claim.sample(t=3)
@claim.general()
def seven(t: Positive):
    """The number, by a cover and by signs; the seven parts are all of the set; where they lie."""
    yield number_of_connected_components(critical_points(completion)) == 7
    yield critical_points(completion) == [*(branch(name, sign) for name in FAMILIES for sign in (1, -1)), ORIGIN]
    for name, (first, second, sign) in PLACES.items():
        for side in (1, -1):
            x1, x2, y1, y2 = map(scalar, FAMILIES[name](side * t))
            yield x1 * y1 == first
            yield x2 * y2 == second
            yield sign * side * y2 > 0
    yield scalar(ORIGIN[0]) * ORIGIN[2] == 0
    yield scalar(ORIGIN[1]) * ORIGIN[3] == 0
