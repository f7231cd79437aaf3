"""The second subderivative d2f(u; 0) at a spurious stationary point in every direction, which sharpens Theorem 3.8."""

from exactcheck import Integer, Natural, Partition, Positive, Real, arbitrary_matrix, claim, inner, scalar, sqrt
from exactcheck.landscape import infinity, second_subderivative

from . import paper
from .columns import arbitrary_column, total
from .equation_1 import SYMMETRIES
from .spurious_points import HALF, SIGNS, THEOREM, USES, box_point
from .spurious_points_in_coordinates import POINTS, at_numbers

WHERE = "section 3.4, beyond Theorem 3.8"
RECORD = "guan-so/d2-full"
LABEL = "Second subderivative in every direction"


@claim(
    paper,
    LABEL,
    part="in the critical cone",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u \ne 0$ spurious stationary and $w$ in the critical cone: $d^2 f(u; 0)(w) = -(s^T w)^2$ with
the signs $s$ of $u^*$. (For small $t > 0$ the point $v = u + t w$ is in the box $|v_i| \le |u^*_i|$, where $f(v) =
\frac12 (\|u^*\|_1^2 - (s^T v)^2)$; as $s^T u = 0$ this is $f(u) - \frac12 t^2 (s^T w)^2$, and Theorem 3.8 has the
lower bound for all directions.)""",
    reading=f"{SIGNS}; by the formula on the box, for arbitrary points of it",
    uses=(
        *USES,
        "guan-so-2024/theorem-3-8/lower-bound",
        "guan-so-2024/proposition-3-6/directions-in-the-cone",
    ),
    scope="general",
)
@claim.sample(n=1)
@claim.sample(n=4)
@claim.general()
def on_the_box(n: Integer):
    """v = x - y and u* = x + y with x, y >= 0."""
    at = box_point(n)

    yield at.gap(at.u) == 2 * (at.x @ at.y.T + at.y @ at.x.T)
    yield at.no_gap_below_zero(at.u)
    yield at.value(at.u) == HALF * (at.norm**2 - total(at.u) ** 2)


@claim(
    paper,
    LABEL,
    part="at the origin",
    where=WHERE,
    record=RECORD,
    statement=r"""At $u = 0$: $d^2 f(0; 0)(w) = -(s^T w)^2 + 2 \|w_S\|_1 \|w_N\|_1 + \|w_N\|_1^2$ for all $w$, where
$S$ is the support of $u^*$, $N$ its complement and $s$ the vector of the signs of $u^*$: $f(t w) - f(0)$ is
$\frac12 t^2$ times this number, which is continuous in $w$, as long as $t |w_i| \le |u^*_i|$ on $S$.""",
    reading="for all sizes; signs of coordinates are changed so that u* >= 0, and w >= 0 on N (equation 1), and the "
    "coordinates sorted: w >= 0 in the first part of S, w <= 0 in the second, then N",
    uses=SYMMETRIES,
    scope="general",
)
@claim.sample(along=2, against=1, outside=2, t="1/3")
@claim.sample(along=1, against=0, outside=1, t="1/3")
@claim.general()
def at_the_origin(along: Natural, against: Natural, outside: Natural, t: Positive):
    """u* = t |w| + room on the support; the entries of t^2 w w^T outside of S x S have the signs of w_i w_j."""
    rows = Partition(along=along, against=against, outside=outside)
    P, M, N = (rows.columns(name) for name in ("along", "against", "outside"))
    a, b, c = (
        arbitrary_column(f"w_{name}", columns.cols, "all") for name, columns in zip("PMN", (P, M, N), strict=True)
    )
    room = P @ arbitrary_column("room_P", P.cols, "all") + M @ arbitrary_column("room_M", M.cols, "all")
    size, w = P @ a + M @ b, P @ a - M @ b
    planted = t * size + room
    gap = planted @ planted.T - t**2 * w @ w.T
    E = arbitrary_matrix("E", rows.dimension, rows.dimension, nonnegative="all")
    value = HALF * (total(gap) + 2 * t**2 * total(size) * total(c) + t**2 * total(c) ** 2)
    start = HALF * total(planted) ** 2
    second = -(total(w) ** 2) + 2 * total(size) * total(c) + total(c) ** 2

    yield inner(E, gap) >= 0
    yield value == start + HALF * t**2 * second


ALLOWED = {
    "free": lambda w: True,
    "nonpositive": lambda w: w <= 0,
    "nonnegative": lambda w: w >= 0,
    "fixed": lambda w: w == 0,
}


@claim(
    paper,
    LABEL,
    part="at numbers",
    where=WHERE,
    record=RECORD,
    statement=r"""At a spurious stationary point $u$ and for any $w$: $d^2 f(u; 0)(w)$ is $-(s^T w)^2$ for $u \ne 0$
and $w$ in the critical cone, $\infty$ for $u \ne 0$ and $w$ outside of it, and $-(s^T w)^2 + 2 \|w_S\|_1 \|w_N\|_1
+ \|w_N\|_1^2$ for $u = 0$, where $s$ is the vector of the signs of $u^*$, $S$ its support and $N$ the set of its
zeros.""",
    reading=f"{POINTS}, in given directions w; from the definition of the second subderivative",
    uses=(THEOREM,),
)
@claim.sample(us_1=1, us_2=2, us_3=3, u_1=1, u_2=2, u_3=-3, w_1=-1, w_2=-2, w_3=5)
@claim.sample(us_1=1, us_2=2, us_3=3, u_1=1, u_2=2, u_3=-3, w_1=1, w_2=-2, w_3=5)
@claim.sample(us_1=1, us_2=1, us_3=0, u_1="1/2", u_2="-1/2", u_3=0, w_1=3, w_2=1, w_3=0)
@claim.sample(us_1=1, us_2=1, us_3=0, u_1="1/2", u_2="-1/2", u_3=0, w_1=3, w_2=1, w_3="1/9")
@claim.sample(us_1=1, us_2=-2, us_3=2, u_1=1, u_2=1, u_3=0, w_1=0, w_2=-4, w_3=1)
@claim.sample(us_1=1, us_2=0, us_3=0, u_1=0, u_2=0, u_3=0, w_1=0, w_2=1, w_3=0)
@claim.sample(us_1=1, us_2=-2, us_3=0, u_1=0, u_2=0, u_3=0, w_1=3, w_2=5, w_3=-7)
def at_a_point(
    us_1: Real,
    us_2: Real,
    us_3: Real,
    u_1: Real,
    u_2: Real,
    u_3: Real,
    w_1: Real,
    w_2: Real,
    w_3: Real,
):
    """The second subderivative of f itself."""
    at, w = at_numbers((us_1, us_2, us_3), (u_1, u_2, u_3)), (w_1, w_2, w_3)

    yield second_subderivative(at.f, at.u, w) == expected(at, w)


def expected(at, w):
    """The value that the claim states."""
    if not all(ALLOWED[label](x.value) for label, x in zip(at.labels, w, strict=True)):
        return infinity
    size = [sqrt(truth**2) for truth in at.planted]
    signed = sum((truth * x / m for truth, x, m in zip(at.planted, w, size, strict=True) if m.value != 0), scalar(0))
    inside, outside = (
        sum((sqrt(x**2) for x, m in zip(w, size, strict=True) if (m.value == 0) == zero), scalar(0))
        for zero in (False, True)
    )
    # in the critical cone of a point u != 0 the part outside of the support is zero
    return -(signed**2) + 2 * inside * outside + outside**2
