"""Example 4.4: tilts that make the spurious stationary point u0 = (-1, 1) of f a local minimizer, for u* = (1, 1)."""

from itertools import product

from exactcheck import Real, assume, claim, matrix, point, scalar
from exactcheck.landscape import directional_derivative, not_stationary, stationary

from . import paper
from .letters import bounded_letters, nonnegative_letters
from .section_4 import OPPOSITE, SPURIOUS, tilted_loss, with_signs

WHERE = "section 4.2, Example 4.4"
BOX, TILTS, MIRROR = "guan-so/ex-4.4-subdiff", "guan-so/ex-4.4", "guan-so/ex-4.4-mirror"
HALF = scalar("1/2")
ORTHANTS = tuple(product((1, -1), repeat=2))


def tilt(orthant, first, second):
    """The (b, c) for which h(u) = f(u) + b u_1 - c u_2 has the slopes `first` and `second` at u0 along an orthant.

    The one-sided slopes along the axes are b and 2 - b, c and 2 - c.
    """
    sign, other = orthant
    return first if sign == 1 else 2 - first, second if other == -1 else 2 - second


def rise(b, c, p, q, orthant, side=1):
    """h(u) - h(side u0) at u = side u0 + side (sign p, other q), and the signs of the pieces that it relies on."""
    sign, other = orthant
    at = (side * (-1 + sign * p), side * (1 + other * q))
    total, conditions = with_signs(tilted_loss(-side * b, side * c), at, (-sign, -1, other))
    return total - (2 - b - c), conditions


def steep_slopes(side):
    """The slopes at side u0 on the four orthants of directions, those along the axes being m + x and m + y."""
    m, x, y = nonnegative_letters("m", "x", "y")
    p, q = point("p"), point("q")
    assume(p > 0, q > 0)
    for orthant in ORTHANTS:
        b, c = tilt(orthant, m + x, m + y)
        d = (side * orthant[0] * p, side * orthant[1] * q)
        slope = directional_derivative(tilted_loss(-side * b, side * c), at=(-side, side), along=d)
        yield slope == (m + x) * p + (m + y) * q
        yield slope >= m * (p + q)


def steep_rises(side):
    """The values around side u0 at ||d||_1 = p + q < 2 m, m = (p + q + e) / 2, the slopes being m + x and m + y."""
    x, y, p, q, e = nonnegative_letters("x", "y", "p", "q", "e")
    assume(p <= 1, q <= 1)
    m = HALF * (p + q + e)
    for orthant in ORTHANTS:
        difference, conditions = rise(*tilt(orthant, m + x, m + y), p, q, orthant, side)
        yield difference >= (m - HALF * (p + q)) * (p + q)
        yield from conditions


@claim(
    paper,
    "Example 4.4, subdifferential",
    where=WHERE,
    record=BOX,
    statement=r"""For $u^* = (1, 1)$ and $u_0 = (-1, 1)$: $\partial f(u_0) = \{Z u_0 : Z = (z_1, -1; -1, z_2), |z_i|
\le 1\} = [-2, 0] \times [0, 2]$.""",
    reading="each vector of the box belongs to multipliers of the pieces, and no other vector is a subgradient",
    uses=("guan-so-2024/subdifferential/all-sizes",),
    scope="exhaustive",
)
@claim.sample()
def subdifferential():
    """The matrices; the vectors (-x, y) of the box; and those outside, by a direction for each side of it."""
    (z1, z2), x, y, beyond, free = bounded_letters("z", 2), *(point(name) for name in "xyec")
    assume(x >= 0, x <= 2, y >= 0, y <= 2, beyond > 0)
    Z = matrix([[z1, -1], [-1, z2]])
    yield Z @ matrix([[-1], [1]]) == matrix([[-1 - z1], [1 + z2]])
    for coordinate in (1 + z1, 1 + z2):
        yield coordinate >= 0
        yield coordinate <= 2
    yield stationary(tilted_loss(-x, y), at=SPURIOUS, multipliers=(x - 1, -1, y - 1))
    for (a1, a2), descent in {
        (beyond, free): (1, 0),
        (-2 - beyond, free): (-1, 0),
        (free, -beyond): (0, -1),
        (free, 2 + beyond): (0, 1),
    }.items():
        yield not_stationary(tilted_loss(a1, a2), at=SPURIOUS, descent=descent)


@claim(
    paper,
    "Example 4.4, subdifferential",
    part="tilted",
    where=WHERE,
    record=BOX,
    statement=r"""$\partial h_a(u_0) = [-2 - a_1, -a_1] \times [-a_2, 2 - a_2]$ for $h_a(u) = f(u) - a^T u$, so that
$dh_a(u_0)(d) = \max \{(-2 - a_1) d_1, -a_1 d_1\} + \max \{-a_2 d_2, (2 - a_2) d_2\}$.""",
    reading="by the support function of the box, for directions d without zeros; for the others by continuity in d",
    scope="parametric",
)
@claim.sample(a1=-1, a2=1)
@claim.general()
def tilted_subdifferential(a1: Real, a2: Real):
    """The corner of the box that is the furthest in each orthant."""
    p, q = point("p"), point("q")
    assume(p > 0, q > 0)
    for sign, other in ORTHANTS:
        derivative = directional_derivative(tilted_loss(a1, a2), at=SPURIOUS, along=(sign * p, other * q))
        yield derivative == (-a1 if sign == 1 else 2 + a1) * p + (2 - a2 if other == 1 else a2) * q


@claim(
    paper,
    "Example 4.4",
    part="slopes",
    where=WHERE,
    record=TILTS,
    statement=r"""For every $a \in (-2, 0) \times (0, 2)$: $dh_a(u_0)(d) \ge \min \{|2 + a_1|, |a_1|, |a_2|, |2 -
a_2|\} \|d\|_1$.""",
    reading="for each orthant of directions d without zeros, and for the others by continuity in d; m is any lower "
    "bound of the slopes along the axes of the orthant, such as the minimum, and these are m + x and m + y",
    scope="exhaustive",
)
@claim.sample()
def slopes():
    """The slopes on the four orthants."""
    yield from steep_slopes(side=1)


@claim(
    paper,
    "Example 4.4",
    part="local minimizer",
    where=WHERE,
    record=TILTS,
    statement=r"""For every $a \in (-2, 0) \times (0, 2)$, a set of measure 4, $u_0$ is a strict local minimizer of
$h_a$. ($h_a(u_0 + d) - h_a(u_0) \ge (m - \frac12 \|d\|_1) \|d\|_1 > 0$ for $0 < \|d\|_1 < 2 m$, $\|d\|_\infty \le
1$, with the minimum $m$ of the four numbers.)""",
    reading="from the values of h_a around u0, without a theorem; for all a by the slopes along the axes, m + x and m "
    "+ y",
    scope="exhaustive",
)
@claim.sample()
def local_minimizer():
    """The values on the four orthants."""
    yield from steep_rises(side=1)


@claim(
    paper,
    "Example 4.4",
    part="all tilts that do",
    where=WHERE,
    record=TILTS,
    statement=r"""$u_0$ is a local minimizer of $h_a$ also where $a_1 = -2$ or $a_2 = 2$, for all $a \in [-2, 0)
\times (0, 2]$. ($h_a(u_0 + d) \ge h_a(u_0)$ for $\|d\|_1 \le \min \{-a_1, a_2\}$ and $\|d\|_\infty \le 1$.)""",
    reading="beyond the paper: the part of the boundary where it holds; for all a by the slopes along the axes",
    scope="exhaustive",
)
@claim.sample()
def boundary():
    """The values on the four orthants: -a_1 and a_2 are at least p + q, and 2 + a_1 and 2 - a_2 at least 0."""
    x, y, p, q = nonnegative_letters("x", "y", "p", "q")
    assume(p <= 1, q <= 1)
    for sign, other in ORTHANTS:
        first, second = x + (p + q if sign == 1 else 0), y + (p + q if other == -1 else 0)
        difference, conditions = rise(*tilt((sign, other), first, second), p, q, (sign, other))
        yield difference >= 0
        yield from conditions


@claim(
    paper,
    "Example 4.4",
    part="all tilts that do not",
    where=WHERE,
    record=TILTS,
    statement=r"""For no other $a$ is $u_0$ a local minimizer of $h_a$: not for $a_1 \ge 0$, $a_1 < -2$, $a_2 \le 0$
or $a_2 > 2$.""",
    reading="beyond the paper: the rest of the boundary, and all a beyond it; along one axis, at all small distances",
    scope="exhaustive",
)
@claim.sample()
def other_tilts():
    """Along one axis, at all distances r <= 1 or r < 2 e, where e is how far the tilt is beyond -2 or 2."""
    r, e, free, far = (point(name) for name in ("r", "e", "c", "d"))
    assume(r > 0, r <= 1, e > 0, r < 2 * e, far >= 0)
    for b, sign in ((-far, 1), (2 + e, -1)):
        difference, conditions = rise(b, free, r, 0, (sign, 1))
        yield difference < 0
        yield from conditions
    for c, other in ((-far, -1), (2 + e, 1)):
        difference, conditions = rise(free, c, 0, r, (1, other))
        yield difference < 0
        yield from conditions


@claim(
    paper,
    "Example 4.4, at the opposite point, for the same tilts",
    where=f"{WHERE}, end",
    record=MIRROR,
    statement=r"""By symmetry, for every $a \in (-2, 0) \times (0, 2)$ also $-u_0$ is a local minimizer of $h_a$.""",
    reading="read for the same tilts; at a = (-1, 1)",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample(a1=-1, a2=1)
def mirrored_with_the_same_tilts(a1: Real, a2: Real):
    """It is not even stationary."""
    assume(a1 > -2, a1 < 0, a2 > 0, a2 < 2)
    yield stationary(tilted_loss(a1, a2), at=OPPOSITE)


@claim(
    paper,
    "Example 4.4, at the opposite point",
    where=f"{WHERE}, end",
    record=MIRROR,
    statement=r"""By symmetry, for every $a \in (0, 2) \times (-2, 0)$ the point $-u_0$ is a strict local minimizer
of $h_a$, with $dh_a(-u_0)(d) \ge \min \{|2 - a_1|, |a_1|, |a_2|, |2 + a_2|\} \|d\|_1$.""",
    reading="read for the opposite tilts; for directions d without zeros, and for the others by continuity in d",
    repairs="example-4-4-at-the-opposite-point-for-the-same-tilts",
    scope="exhaustive",
)
@claim.sample()
def mirrored():
    """The slopes at -u0, and the values around it."""
    yield from steep_slopes(side=-1)
    yield from steep_rises(side=-1)


@claim(
    paper,
    "Example 4.4, at the opposite point",
    part="the tilts of the example",
    where=f"{WHERE}, end",
    record=MIRROR,
    statement=r"""For no $a$ with $a_1 < 0$ or $a_2 > 0$ is $-u_0$ a stationary point of $h_a$.""",
    reading="beyond the paper: for the tilts of the example, and others",
    scope="exhaustive",
)
@claim.sample()
def not_at_the_opposite_point():
    """A direction of descent along one axis."""
    e, free = point("e"), point("c")
    assume(e > 0)
    yield not_stationary(tilted_loss(-e, free), at=OPPOSITE, descent=(-1, 0))
    yield not_stationary(tilted_loss(free, e), at=OPPOSITE, descent=(0, 1))
