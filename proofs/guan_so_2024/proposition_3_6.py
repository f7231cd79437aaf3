"""Proposition 3.6: the critical cone of f at a spurious stationary point, for all sizes."""

from exactcheck import Integer, Natural, Partition, Real, arbitrary_matrix, claim, inner
from exactcheck.landscape import critical_cone

from . import paper
from .columns import arbitrary_column
from .sorted_spurious_points import SORTED, SORTED_USES, SortedSpuriousPoint, sorted_spurious_point
from .spurious_points import THEOREM
from .spurious_points_in_coordinates import FEW, FEW_USES, POINTS, at_numbers, in_letters
from .subdifferential import SUBDIFFERENTIAL

WHERE = "section 3.3, Proposition 3.6"
RECORD = "guan-so/prop-3.6"


def least_element(at: SortedSpuriousPoint):
    """-s s^T, an element Z of Sign(u u^T - u* u*^T) with Z u = 0."""
    return -at.s @ at.s.T


def elements(at: SortedSpuriousPoint):
    """A symmetric Z of which only this is known: -1 where all elements of Sign(u u^T - u* u*^T) are, and >= -1 where
    u_i u_j = u*_i u*_j > 0; arbitrary where u*_i u*_j = 0.
    """
    Z = least_element(at)
    for name in ("agreeing", "opposed"):
        place = at.place(name)
        D = arbitrary_matrix(f"D_{name}", place.cols, place.cols, nonnegative="all")
        Z = Z + place @ (D + D.T) @ place.T
    if "outside" in at.blocks:
        Y = arbitrary_matrix("Y", at.u.rows, at.place("outside").cols) @ at.place("outside").T
        Z = Z + Y + Y.T
    return Z


def cone_member(at: SortedSpuriousPoint):
    """An arbitrary w <= 0 where u_i = u*_i, >= 0 where u_i = -u*_i, 0 where u*_i = 0."""
    x, y = at.column("w_agreeing", "agreeing", "all"), at.column("w_opposed", "opposed", "all")
    free = {name: at.column(f"w_{name}", name) for name in ("within", "within_opposed")}
    return at.spread(agreeing=-x, opposed=y, **free)


@claim(
    paper,
    "Proposition 3.6",
    part="directions in the cone",
    where=WHERE,
    record=RECORD,
    statement=r"""At a spurious stationary point $u$ every $w$ with $w_j \in \mathrm{Sign}(u_j) \cdot \mathbb R_-$
where $u^*_j \ne 0$, $|u_j| = |u^*_j|$ and with $w_j = 0$ where $u^*_j = 0$ has $df(u)(w) = 0$. (For every symmetric
$Z \in \mathrm{Sign}(u u^T - u^* u^{*T})$ it is $\langle Z u, w \rangle \le 0$, and $Z = -s s^T$, with the signs $s$
of $u^*$, has $Z u = 0$.)""",
    reading=f"{SORTED}; only what is known of Z is used: it is -1 where all elements of the set are, >= -1 where u_i "
    "u_j = u*_i u*_j > 0, and arbitrary where u*_i u*_j = 0",
    uses=(*SORTED_USES, SUBDIFFERENTIAL),
    scope="general",
)
@claim.sample(agreeing=2, opposed=1, within=1, within_opposed=1, outside=1)
@claim.sample(agreeing=1, opposed=1, within=0, within_opposed=0, outside=0)
@claim.sample(agreeing=0, opposed=0, within=1, within_opposed=2, outside=1)
@claim.general()
def inside(agreeing: Natural, opposed: Natural, within: Natural, within_opposed: Natural, outside: Natural):
    """<Z u, w> is minus a sum of products of nonnegative numbers."""
    at = sorted_spurious_point(agreeing, opposed, within, within_opposed, outside)

    yield least_element(at) @ at.u == 0 * at.u
    yield inner(elements(at) @ at.u, cone_member(at)) <= 0


@claim(
    paper,
    "Proposition 3.6",
    part="directions outside of the cone",
    where=WHERE,
    record=RECORD,
    statement=r"""At a spurious stationary point $u \ne 0$ every other $w$ has $df(u)(w) > 0$: for a suitable $Z$
the number $\langle Z u, w \rangle \le df(u)(w)$ is $2 u^*_j w_j$ where $u_j = u^*_j \ne 0$ and $w_j u^*_j > 0$, $-2
u^*_j w_j$ where $u_j = -u^*_j \ne 0$ and $w_j u^*_j < 0$, and $\|u\|_1 |w_j|$ where $u^*_j = 0$.""",
    reading=f"{SORTED}; Z is -s s^T + 2 e e^T with e = e_j in the first two cases, and -s s^T + e sign(u)^T + sign(u) "
    "e^T with e = e_j or -e_j as w_j says in the third; e is an arbitrary vector in the proof",
    uses=(*SORTED_USES, SUBDIFFERENTIAL),
    scope="general",
)
@claim.sample(agreeing=2, opposed=1, within=1, within_opposed=1, outside=1)
@claim.sample(agreeing=0, opposed=0, within=1, within_opposed=1, outside=2)
@claim.general()
def outside_of_the_cone(
    agreeing: Natural, opposed: Natural, within: Natural, within_opposed: Natural, outside: Natural
):
    """Z = -s s^T + 2 e e^T for e over one block, and Z = -s s^T + e sign(u)^T + sign(u) e^T for e outside."""
    at = sorted_spurious_point(agreeing, opposed, within, within_opposed, outside)
    w, least = arbitrary_column("w", at.u.rows), least_element(at)
    for name, sign in (("agreeing", 1), ("opposed", -1)):
        e = at.place(name) @ at.column(f"e_{name}", name)
        yield inner((least + 2 * e @ e.T) @ at.u, w) == 2 * sign * inner(e, at.planted) * inner(e, w)
    e = at.place("outside") @ at.column("e_outside", "outside")
    yield inner((least + e @ at.signs.T + at.signs @ e.T) @ at.u, w) == inner(at.signs, at.u) * inner(e, w)


@claim(
    paper,
    "Proposition 3.6, at the origin",
    part="all sizes",
    where=WHERE,
    record="guan-so/prop-3.6-at-0",
    statement=r"""$\{w : df(0)(w) = 0\} = \mathbb R^n$, also where $u^*$ has zeros: $Z u = 0$ at $u = 0$ for every
matrix $Z$.""",
    reading="for all sizes, by the formula for the subdifferential",
    uses=(SUBDIFFERENTIAL,),
    scope="general",
)
@claim.sample(n=1)
@claim.sample(n=3)
@claim.general()
def origin(n: Integer):
    """0 is the only subgradient."""
    rows = Partition(coordinates=n).dimension
    zero, w = 0 * arbitrary_column("u", rows), arbitrary_column("w", rows)

    yield inner(arbitrary_matrix("Z", rows, rows) @ zero, w) == 0


@claim(
    paper,
    "Proposition 3.6",
    part="a few coordinates",
    where=WHERE,
    record=RECORD,
    statement=r"""The critical cone $\{w : df(u)(w) = 0\}$ at a spurious stationary point $u \ne 0$ is the product
of $\mathrm{Sign}(u_j) \cdot \mathbb R_-$ where $|u_j| = |u^*_j| \ne 0$, $\mathbb R$ where $|u_j| < |u^*_j|$ and
$\{0\}$ where $u^*_j = 0$.""",
    reading=FEW,
    uses=FEW_USES,
    scope="exhaustive",
)
@claim.sample(agreeing=1, opposed=1, within=0, outside=0)
@claim.sample(agreeing=0, opposed=0, within=2, outside=0)
@claim.sample(agreeing=0, opposed=1, within=1, outside=0)
@claim.sample(agreeing=1, opposed=1, within=0, outside=2)
@claim.sample(agreeing=2, opposed=1, within=0, outside=1)
@claim.sample(agreeing=1, opposed=1, within=2, outside=0)
@claim.sample(agreeing=2, opposed=2, within=0, outside=0)
def cone(agreeing: Natural, opposed: Natural, within: Natural, outside: Natural):
    """The cone of f itself, in letters."""
    at = in_letters(agreeing, opposed, within, outside)

    yield critical_cone(at.f, at.u, at.labels, multipliers=at.multipliers)


@claim(
    paper,
    "Proposition 3.6",
    part="at numbers",
    where=WHERE,
    record=(RECORD, "guan-so/prop-3.6-at-0"),
    statement=r"""The critical cone at a spurious stationary point $u \ne 0$ is the product of the proposition, and
at $u = 0$ it is $\mathbb R^n$.""",
    reading=f"{POINTS}; from the definition of f, for all w",
    uses=(THEOREM,),
    scope="exhaustive",
)
@claim.sample(us_1=1, us_2=1, us_3=0, u_1=-1, u_2=1, u_3=0)
@claim.sample(us_1=1, us_2=2, us_3=3, u_1=1, u_2=2, u_3=-3)
@claim.sample(us_1=1, us_2=1, us_3=0, u_1="1/2", u_2="-1/2", u_3=0)
@claim.sample(us_1=1, us_2=-2, us_3=2, u_1="1/2", u_2="1/2", u_3=0)
@claim.sample(us_1=2, us_2=0, us_3=-3, u_1=0, u_2=0, u_3=0)
@claim.sample(us_1=1, us_2=4, us_3=-1, u_1=1, u_2=0, u_3=1)
def cone_at_numbers(us_1: Real, us_2: Real, us_3: Real, u_1: Real, u_2: Real, u_3: Real):
    """The cone of f itself."""
    at = at_numbers((us_1, us_2, us_3), (u_1, u_2, u_3))

    yield critical_cone(at.f, at.u, at.labels)
