"""Theorem 3.1: the stationary points of f for all sizes, and the remark that its right-hand side is well defined."""

from exactcheck import Integer, Natural, Partition, assume, claim, inner, point

from . import paper
from .classes import CLASSES, ZERO, entry_signs
from .columns import arbitrary_column
from .descent_directions import (
    both_sides,
    descent_on_both_sides,
    descent_on_one_side,
    of_all_classes,
    one_side,
    sorted_point,
)
from .residual import residual
from .sorted_point import SORTED, STATIONARITY

POINTS = ("four-classes", "three-classes", "below-on-both-sides", "one-side", "opposite-sides", "zeros")
USED = (
    *STATIONARITY,
    "guan-so-2024/theorem-3-1-reduction/outside-of-the-support",
    "guan-so-2024/theorem-3-1-reduction/deleted-coordinates",
    "guan-so-2024/theorem-3-1-partition",
    *(f"guan-so-2024/theorem-3-1-case-{number}" for number in (1, 2, 3, 4, 5, 7)),
    *(f"guan-so-2024/theorem-3-1-case-6-{name}" for name in POINTS),
)


def no_coordinate_above(sizes):
    """No coordinate above: a row of a coordinate below is -s . u; with all equal, two rows squeeze s . u."""
    kept = {name: size for name, size in sizes.items() if not name.startswith("above")}
    at = sorted_point(0, kept, (), "_none")
    for name in ("below", "below_opposed", ZERO):
        yield at.row(name) == -at.signed_sum

    equal = sorted_point(0, {name: kept[name] for name in ("equal", "equal_opposed")}, (), "_equal")
    yield equal.row("equal") >= -equal.signed_sum
    yield equal.row("equal_opposed") <= -equal.signed_sum


def box_is_stationary(n):
    """-s s^T annihilates every u with s . u = 0, and on the box its entries are in Sign(u_i u_j - u*_i u*_j)."""
    rows = Partition(coordinates=n).dimension
    s, u = arbitrary_column("s", rows), arbitrary_column("v", rows)
    yield -s @ s.T @ u == -inner(s, u) * s

    x, y, a, b = (point(name) for name in ("x", "y", "a", "b"))
    assume(-a <= x, x <= a, -b <= y, y <= b)
    yield x * y - a * b <= 0


def truth_is_stationary(n):
    """All entries are zero at u* and -u*, so that Z = 0 is in Sign(u u^T - u* u*^T)."""
    truth = arbitrary_column("w", Partition(coordinates=n).dimension)
    for u in (truth, -truth):
        yield residual(u, truth) == 0


@claim(
    paper,
    "Theorem 3.1",
    where="section 3.1, Theorem 3.1",
    record="guan-so/thm-3.1",
    statement=r"""For $u^* \ne 0$: $\{u : 0 \in \partial f(u)\} = \{u : |u_i| \le |u^*_i|, i \in [n],
(\mathrm{Sign}(u^*))^T u = 0\} \cup \{\pm u^*\}$. (With some coordinate above, a direction $d$ has $d^T Z u < 0$ for
every symmetric $Z \in \mathrm{Sign}(u u^T - u^* u^{*T})$. With none, a coordinate below or zero has $(Z u)_i = -s
\cdot u$; with all equal, the rows of both sides give $s \cdot u \le 0 \le s \cdot u$, and one side alone is $\pm
u^*$. Conversely $Z = -s s^T$ has $Z u = -(s \cdot u) s$ on the box, and $Z = 0$ will do at $\pm u^*$.)""",
    reading=f"{SORTED}; above on the opposed side only is the case of -u; the row of a coordinate with u_i = 0 is used "
    "only where u*_i > 0, as coordinates with u_i = u*_i = 0 are deleted before (reduction)",
    uses=USED,
    scope="general",
)
@claim.sample(
    above=1,
    above_opposed=2,
    equal=1,
    equal_opposed=1,
    below=2,
    below_opposed=1,
    zero=1,
    least="1/2",
)
@claim.sample(above=1, above_opposed=1, equal=0, equal_opposed=0, below=0, below_opposed=0, zero=0, least=1)
@claim.general()
@of_all_classes
def stationary_points(sizes, least):
    """No other point is stationary; then these are."""
    yield from entry_signs(*CLASSES, ZERO)
    yield from descent_on_both_sides(both_sides(least, sizes))
    yield from descent_on_one_side(one_side(least, sizes))
    yield from no_coordinate_above(sizes)
    yield from box_is_stationary(sum(sizes.values()))
    yield from truth_is_stationary(sum(sizes.values()))


@claim(
    paper,
    "Theorem 3.1, well defined",
    where="section 3.1, remark after Theorem 3.1",
    record="guan-so/inl-well-defined",
    statement=r"""Where $|u_i| \le |u^*_i|$ for all $i$, the set $(\mathrm{Sign}(u^*))^T u$ has one element: $u^*_i
= 0$ forces $u_i = 0$, and $z_i u_i = 0$ for all $z_i \in [-1, 1]$.""",
    reading="for all sizes, with the support of u* first",
    scope="general",
)
@claim.sample(support=1, outside=1)
@claim.sample(support=2, outside=3)
@claim.general()
def well_defined(support: Integer, outside: Natural):
    """One coordinate outside of the support; then two elements of Sign(u*) that agree on the support."""
    u, z = point("u_i"), point("z_i")
    assume(u <= 0, u >= 0, z >= -1, z <= 1)
    yield z * u <= 0
    yield z * u >= 0

    rows = Partition(support=support, outside=outside)
    inside, rest = rows.columns("support"), rows.columns("outside")
    v = inside @ arbitrary_column("v", inside.cols)
    s, z, y = (arbitrary_column(name, columns.cols) for name, columns in (("s", inside), ("z", rest), ("y", rest)))
    yield inner(inside @ s + rest @ z, v) == inner(inside @ s + rest @ y, v)
