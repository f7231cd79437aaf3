"""Corollary 3.9: the other second derivatives along w = u* - u and w = -u* - u, and the inferences in its proof."""

from exactcheck import Integer, Natural, Positive, arbitrary_matrix, claim, function, inner
from exactcheck.landscape import (
    directional_derivative,
    parabolic_subderivative,
    second_directional_derivative,
    second_subderivative,
    second_subderivative_without_subgradient,
    stationary,
    sum_of_absolute_values,
)

from . import paper
from .columns import arbitrary_column, column_of_ones, total
from .proposition_3_6 import least_element
from .sorted_spurious_points import SORTED, SORTED_USES, sorted_spurious_point
from .spurious_points import HALF, SIGNS, USES, spurious_point
from .spurious_points_in_coordinates import FEW, FEW_USES, in_letters
from .subdifferential import SUBDIFFERENTIAL

WHERE = "section 3.4, Corollary 3.9"
PROOF = "section 3.4, proof of Corollary 3.9"
RAY, BOUND = "guan-so-2024/theorem-3-8/along-the-ray", "guan-so-2024/theorem-3-8/lower-bound"
FIRST, SECOND, THIRD = (f"guan-so/cor-3.9-{k}" for k in (1, 2, 3))


@claim(
    paper,
    "Corollary 3.9, inference for the first item",
    where=PROOF,
    record=FIRST,
    statement=r"""If $df(x)$ is Lipschitz continuous and $df(x)(w) = 0$, then $d^2 f(x)(w) = d^2 f(x; 0)(w)$.""",
    reading="the proof names no other property of f: read as an inference about every sum of absolute values of "
    "polynomials, at a stationary point",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample()
def first_inference():
    """|x - y^2| at 0 along (0, 1): 0 with v = 0, and -2 without v, as along (sqrt(t), 1)."""
    f, origin, w = bent_kink(), (0, 0), (0, 1)

    yield stationary(f, origin)
    yield directional_derivative(f, origin, w) == 0
    yield second_subderivative(f, origin, w) == 0
    yield second_subderivative_without_subgradient(f, origin, w) == 0


def bent_kink():
    """|x - y^2|."""
    return sum_of_absolute_values(0, [function(lambda x, y: x - y**2, x=None, y=None)])


@claim(
    paper,
    "Corollary 3.9, first item",
    part="a few coordinates",
    where=WHERE,
    record=FIRST,
    statement=r"""For every spurious stationary point $u$ and $w = \pm u^* - u$: $d^2 f(u)(w) = -\|u^*\|_1^2 < 0$.""",
    reading=FEW,
    repairs="corollary-3-9-inference-for-the-first-item",
    uses=FEW_USES,
    scope="exhaustive",
)
@claim.sample(agreeing=1, opposed=1, within=0, outside=0)
@claim.sample(agreeing=1, opposed=1, within=0, outside=1)
@claim.sample(agreeing=0, opposed=0, within=1, outside=0)
@claim.sample(agreeing=0, opposed=0, within=2, outside=0)
@claim.sample(agreeing=1, opposed=0, within=1, outside=0)
@claim.sample(agreeing=2, opposed=1, within=0, outside=0)
@claim.sample(agreeing=1, opposed=1, within=1, outside=0)
@claim.sample(agreeing=2, opposed=1, within=1, outside=0)
@claim.sample(agreeing=2, opposed=1, within=0, outside=1)
def without_subgradient(agreeing: Natural, opposed: Natural, within: Natural, outside: Natural):
    """The liminf itself, for both directions."""
    at = in_letters(agreeing, opposed, within, outside)
    for w in at.directions:
        yield second_subderivative_without_subgradient(at.f, at.u, w) == -(at.norm**2)
    yield -(at.norm**2) < 0


@claim(
    paper,
    "Corollary 3.9, first item",
    part="all sizes",
    where=WHERE,
    record=FIRST,
    statement=r"""For every spurious stationary point $u$ and $w = \pm u^* - u$: $d^2 f(u)(w) = -\|u^*\|_1^2$. (For
$Z$ with $df(u)(w') = \langle Z u, w' \rangle$ and $t > 0$: $f(u + t w') - f(u) - t\, df(u)(w') \ge \frac12 t^2
\langle w', Z w' \rangle$. For $w'$ near $w = u^* - u$ there is such a $Z$ that is $-1$ where both coordinates are
opposed, because $w' > 0$ there; so $\langle w', Z w' \rangle$ is at least $-(s^T w')^2$ and terms that vanish with
the $w'_i$ where $u_i = u^*_i$ or $u^*_i = 0$: it tends to $-\|u^*\|_1^2$, which the ray attains.)""",
    reading=f"{SORTED}; the other direction is that of u* - (-u) at -u with its sign changed",
    uses=(*SORTED_USES, SUBDIFFERENTIAL, RAY),
    scope="general",
)
@claim.sample(agreeing=2, opposed=1, within=1, within_opposed=0, outside=1)
@claim.sample(agreeing=0, opposed=0, within=1, within_opposed=1, outside=0)
@claim.general()
def all_sizes(agreeing: Natural, opposed: Natural, within: Natural, within_opposed: Natural, outside: Natural):
    """Z = -s s^T + D + F + C: D where both coordinates agree, F where both are opposed, C beside zeros of u*."""
    at = sorted_spurious_point(agreeing, opposed, within, within_opposed, outside)
    D, F, C = raised(at, "agreeing"), raised(at, "opposed"), arbitrary_matrix("C", at.u.rows, at.place("outside").cols)
    beside = C @ at.place("outside").T
    up, down, z = at.column("up", "agreeing", "all"), at.column("down", "agreeing", "all"), at.column("z", "outside")
    free = {name: at.column(f"w_{name}", name) for name in ("within", "within_opposed")}
    w = at.spread(agreeing=up - down, opposed=at.column("rise", "opposed", "all"), outside=z, **free)
    split = [at.place("agreeing") @ part for part in (up, down)]

    yield inner(least_element(at) + D + F + beside + beside.T, -at.gap(at.u)) == total(at.gap(at.u))
    yield inner(F @ at.u, w) <= 0
    yield inner(w, least_element(at) @ w) == -(inner(at.s, w) ** 2)
    yield inner(w, D @ w) >= -2 * inner(split[0], D @ split[1])
    yield inner(w, (beside + beside.T) @ w) == 2 * inner(w, C @ z)
    yield from at_the_limit(at, at.directions[0])


def raised(at, name):
    """E + E^T for an arbitrary E >= 0 over one block."""
    place = at.place(name)
    E = arbitrary_matrix(f"E_{name}", place.cols, place.cols, "all")
    return place @ (E + E.T) @ place.T


def at_the_limit(at, w):
    """For w = u* - u: s . w = ||u*||_1, and w is zero where u and u* agree and outside of the support."""
    yield inner(at.s, w) == at.norm
    for name in ("agreeing", "outside"):
        yield at.part(name, w) == 0 * at.part(name, w)


@claim(
    paper,
    "Corollary 3.9, second item",
    part="all sizes",
    where=WHERE,
    record=SECOND,
    statement=r"""For every spurious stationary point $u$, $w = \pm u^* - u$ and every $z$: $d^2 f(u)(w; z) \ge
-\|u^*\|_1^2$, with equality for $z = 0$; so the infimum over $z$ is attained, and "approximately" can be "equal".
($f(u + t w + \frac12 t^2 z') \ge f(u) - \frac12 t^2 (\pm \|u^*\|_1 + \frac12 t\, 1^T z')^2$ with the vector $1$ of
ones, and $df(u)(w) = 0$.)""",
    reading=f"{SIGNS}; the infimum over z is what the printed sign of approximate equality stands for",
    uses=(*USES, RAY, BOUND),
    scope="general",
)
@claim.sample(n=1, t="1/3")
@claim.sample(n=2, t="1/3")
@claim.general()
def parabolic(n: Integer, t: Positive):
    """The bound f(v) >= 1/2 (||u*||_1^2 - (1 . v)^2) along the arc, and the ray."""
    at = spurious_point(n)
    z, one = arbitrary_column("z", at.u.rows), column_of_ones(at.u.rows)
    for sign, w in zip((1, -1), at.directions, strict=True):
        v = at.u + t * w + HALF * t**2 * z
        yield inner(one @ one.T, at.gap(v)) == at.norm**2 - t**2 * (sign * at.norm + HALF * t * total(z)) ** 2
        yield at.value(at.u + t * w) == HALF * (1 - t**2) * at.norm**2


@claim(
    paper,
    "Corollary 3.9, second item",
    part="a few coordinates",
    where=WHERE,
    record=SECOND,
    statement=r"""For every spurious stationary point $u$ and $w = \pm u^* - u$: $d^2 f(u)(w; 0) = -\|u^*\|_1^2 <
0$.""",
    reading=FEW,
    uses=FEW_USES,
    scope="exhaustive",
)
@claim.sample(agreeing=1, opposed=1, within=0, outside=1)
@claim.sample(agreeing=0, opposed=0, within=3, outside=0)
@claim.sample(agreeing=2, opposed=1, within=1, outside=0)
def parabolic_at_zero(agreeing: Natural, opposed: Natural, within: Natural, outside: Natural):
    """The limit along the straight ray."""
    at = in_letters(agreeing, opposed, within, outside)
    for w in at.directions:
        yield parabolic_subderivative(at.f, at.u, w, (0,) * len(w)) == -(at.norm**2)


@claim(
    paper,
    "Corollary 3.9, inference for the third item",
    where=PROOF,
    record=THIRD,
    statement=r"""If $f''(x; w)$ exists and $df(x)(w) = 0$, then $f''(x; w) = d^2 f(x; 0)(w)$.""",
    reading="the proof names no other property of f: read as an inference about every sum of absolute values of "
    "polynomials, at a stationary point",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample()
def third_inference():
    """|x - y^2| at 0 along (0, 1): 2 along the ray, 0 along the arc (t^2, t)."""
    f, origin, w = bent_kink(), (0, 0), (0, 1)

    yield directional_derivative(f, origin, w) == 0
    yield second_subderivative(f, origin, w) == 0
    yield second_directional_derivative(f, origin, w) == 0


@claim(
    paper,
    "Corollary 3.9, third item",
    where=WHERE,
    record=THIRD,
    statement=r"""For every spurious stationary point $u$ and $w = \pm u^* - u$: $f''(u; w) = -\|u^*\|_1^2 < 0$.""",
    reading=f"{FEW}; for all sizes it is the value of f along the ray",
    repairs="corollary-3-9-inference-for-the-third-item",
    uses=(*FEW_USES, RAY),
    scope="exhaustive",
)
@claim.sample(agreeing=1, opposed=1, within=0, outside=0)
@claim.sample(agreeing=1, opposed=1, within=0, outside=1)
@claim.sample(agreeing=0, opposed=0, within=1, outside=0)
@claim.sample(agreeing=0, opposed=0, within=3, outside=0)
@claim.sample(agreeing=1, opposed=1, within=1, outside=0)
@claim.sample(agreeing=2, opposed=1, within=1, outside=0)
def second_directional(agreeing: Natural, opposed: Natural, within: Natural, outside: Natural):
    """The limit, for both directions."""
    at = in_letters(agreeing, opposed, within, outside)
    for w in at.directions:
        yield directional_derivative(at.f, at.u, w) == 0
        yield second_directional_derivative(at.f, at.u, w) == -(at.norm**2)
    yield -(at.norm**2) < 0
