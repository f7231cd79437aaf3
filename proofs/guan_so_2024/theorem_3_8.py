"""Theorem 3.8: negative curvature towards u* and -u* at every spurious stationary point, for all sizes."""

from itertools import combinations_with_replacement

from exactcheck import (
    Integer,
    Natural,
    Nonnegative,
    Positive,
    Real,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    point,
    scalar,
)
from exactcheck.landscape import (
    directional_derivative,
    second_directional_derivative,
    second_subderivative,
    second_subderivative_without_subgradient,
    stationary,
)

from . import paper
from .absolute_values import absolute
from .columns import arbitrary_column, column_of_ones, total
from .letters import positive_letters
from .spurious_points import HALF, SIGNS, THEOREM, USES, spurious_point
from .spurious_points_in_coordinates import FEW, FEW_USES, POINTS, at_numbers, in_letters

WHERE = "section 3.4, Theorem 3.8"
RECORD = "guan-so/thm-3.8"


@claim(
    paper,
    "Theorem 3.8",
    part="along the ray",
    where=WHERE,
    record=RECORD,
    statement=r"""For every spurious stationary point $u$, $w = \pm u^* - u$ and $0 \le t \le 1$: $f(u + t w) =
\frac12 (1 - t^2) \|u^*\|_1^2$, so that $df(u)(w) = 0$ and $d^2 f(u; 0)(w) \le -\|u^*\|_1^2$. (All entries of $u^*
u^{*T} - (u + t w)(u + t w)^T$ are nonnegative.)""",
    reading=SIGNS,
    uses=USES,
    scope="general",
)
@claim.sample(n=1, t="1/3")
@claim.sample(n=3, t=1)
@claim.general()
def ray(n: Integer, t: Nonnegative):
    """The segment stays in the box |v_i| <= u*_i, where f is a quadratic function."""
    assume(t <= 1)
    at = spurious_point(n)
    for w in at.directions:
        v = at.u + t * w
        yield at.no_gap_below_zero(v)
        yield at.value(v) == HALF * (1 - t**2) * at.norm**2


@claim(
    paper,
    "Theorem 3.8",
    part="lower bound",
    where=WHERE,
    record=RECORD,
    statement=r"""For every spurious stationary point $u$, every $w'$ and every $t > 0$: $f(u + t w') - f(u) \ge
-\frac12 t^2 (1^T w')^2$ with the vector $1$ of ones, so that $d^2 f(u; 0)(w) \ge -(1^T w)^2 = -\|u^*\|_1^2$ for $w
= \pm u^* - u$. ($f(v) = \frac12 \|v v^T - u^* u^{*T}\|_1 \ge -\frac12 \langle 1 1^T, v v^T - u^* u^{*T} \rangle$
for every $v$, and $f(u) = \frac12 \|u^*\|_1^2$.)""",
    reading=f"{SIGNS}; of all P, Q >= 0 with P - Q = v v^T - u* u*^T the positive and the negative part have the least "
    "sum of entries, which is the norm",
    uses=USES,
    scope="general",
)
@claim.sample(n=1, t="1/3")
@claim.sample(n=2, t="1/3")
@claim.general()
def lower_bound(n: Integer, t: Positive):
    """What holds for all P, Q >= 0 holds for the parts; then the inner product, with s . u = 0."""
    at = spurious_point(n)
    rows = at.u.rows
    w, one = arbitrary_column("w", rows), column_of_ones(rows)
    P, Q = (arbitrary_matrix(name, rows, rows, nonnegative="all") for name in "PQ")

    yield at.no_gap_below_zero(at.u)
    yield at.value(at.u) == HALF * at.norm**2
    yield total(P) + total(Q) >= -inner(one @ one.T, P - Q)
    yield -inner(one @ one.T, -at.gap(at.u + t * w)) == at.norm**2 - t**2 * total(w) ** 2
    for direction in at.directions:
        yield total(direction) ** 2 == at.norm**2


@claim(
    paper,
    "Theorem 3.8",
    part="lower bound in absolute values",
    where=WHERE,
    record=RECORD,
    statement=r"""For $n = 1$ and $n = 2$: $f(v) \ge \frac12 (\|u^*\|_1^2 - (1^T v)^2)$ for all $u^* > 0$ and all
$v$.""",
    reading="by the absolute values themselves",
    scope="exhaustive",
)
@claim.sample(n=1)
@claim.sample(n=2)
def everywhere(n: Integer):
    """f(v) as the sum of |v_i v_j - u*_i u*_j|."""
    assume(n <= 2)
    v = [point(f"v_{i + 1}") for i in range(n)]
    planted = positive_letters("us", n)
    pairs = combinations_with_replacement(range(n), 2)
    weighted = [(HALF if i == j else scalar(1), v[i] * v[j] - planted[i] * planted[j]) for i, j in pairs]
    value = sum((weight * absolute(entry) for weight, entry in weighted), scalar(0))

    yield value >= HALF * (sum(planted, scalar(0)) ** 2 - sum(v, scalar(0)) ** 2)


@claim(
    paper,
    "Theorem 3.8",
    part="a few coordinates",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u$ spurious stationary and $w = \pm u^* - u$: $d^2 f(u; 0)(w) = -\|u^*\|_1^2 < 0$. (It is at
least $d^2 f(u)(w)$, as $df(u) \ge 0$, and at most $f''(u; w)$, as $df(u)(w) = 0$; both are $-\|u^*\|_1^2$.)""",
    reading=FEW,
    uses=FEW_USES,
    scope="exhaustive",
)
@claim.sample(agreeing=1, opposed=1, within=0, outside=0)
@claim.sample(agreeing=1, opposed=1, within=0, outside=1)
@claim.sample(agreeing=0, opposed=0, within=1, outside=0)
@claim.sample(agreeing=0, opposed=0, within=3, outside=0)
@claim.sample(agreeing=1, opposed=0, within=2, outside=0)
@claim.sample(agreeing=2, opposed=1, within=1, outside=0)
@claim.sample(agreeing=2, opposed=1, within=0, outside=1)
def between(agreeing: Natural, opposed: Natural, within: Natural, outside: Natural):
    """The derivatives of f itself on both sides."""
    at = in_letters(agreeing, opposed, within, outside)

    yield stationary(at.f, at.u, multipliers=at.multipliers)
    for w in at.directions:
        yield directional_derivative(at.f, at.u, w) == 0
        yield second_subderivative_without_subgradient(at.f, at.u, w) == -(at.norm**2)
        yield second_directional_derivative(at.f, at.u, w) == -(at.norm**2)
    yield -(at.norm**2) < 0


@claim(
    paper,
    "Theorem 3.8",
    part="at numbers",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* \ne 0$, $u$ spurious stationary and $w = \pm u^* - u$: $d^2 f(u; 0)(w) = -\|u^*\|_1^2 <
0$.""",
    reading=f"{POINTS}; from the definition of the second subderivative",
    uses=(THEOREM,),
)
@claim.sample(us_1=1, us_2=1, us_3=0, u_1=-1, u_2=1, u_3=0)
@claim.sample(us_1=1, us_2=2, us_3=3, u_1=1, u_2=2, u_3=-3)
@claim.sample(us_1=1, us_2=1, us_3=0, u_1="1/2", u_2="-1/2", u_3=0)
@claim.sample(us_1=1, us_2=-2, us_3=2, u_1="1/2", u_2="1/2", u_3=0)
@claim.sample(us_1=1, us_2=0, us_3=0, u_1=0, u_2=0, u_3=0)
@claim.sample(us_1=1, us_2=4, us_3=-1, u_1=1, u_2=0, u_3=1)
@claim.sample(us_1=2, us_2=3, us_3=5, u_1=1, u_2=3, u_3=-4)
def at_a_point(us_1: Real, us_2: Real, us_3: Real, u_1: Real, u_2: Real, u_3: Real):
    """The second subderivative of f itself."""
    at = at_numbers((us_1, us_2, us_3), (u_1, u_2, u_3))
    for w in at.directions:
        yield second_subderivative(at.f, at.u, w) == -(at.norm**2)
    yield -(at.norm**2) < 0
