"""Corollary 1 (4), equation (16): f(x, y) = sum_ij |x_i y_j - M_ij| for M of rank one without zero entries.

With M = u v^T, x_i = u_i x'_i and y_j = v_j y'_j, f is sum_ij p_i q_j |x'_i y'_j - 1| for the weights p = |u|, q = |v|:
the primes are left out below. For a fixed y it is sum_i p_i g(x_i) with the convex g(t) = sum_j q_j |t y_j - 1|, whose
minimizers are a point or an interval I, and a number t for all x_i makes it sum_i p_i sum_j q_j |t y_j - 1|.
"""

from exactcheck import Integer, Natural, assume, claim, inner, point

from . import paper
from .theorem_1 import PATHS
from .vectors import arbitrary_vector, rows_of, total, vector_of_ones

WHERE = "section 4.4, Corollary 1 (4) and equation (16)"
RECORD = "josz-li/cor-1-4"
PIECES = "the-pieces-of-the-paths"


every_matrix = claim.not_checkable(
    paper,
    "Corollary 1 (4)",
    part="every matrix",
    where=WHERE,
    record=RECORD,
    statement=r"""For $M$ of rank one without zero entries, $f(x, y) = \sum_{ij} |x_i y_j - M_{ij}|$ has no spurious
local minima and no spurious setwise local minima, hence none at infinity.""",
    reading="true: from every point with f > 0 a path, made of the pieces that are decided beside it, runs below its "
    f"value to f = 0; {PATHS}",
    reason="a statement about all closed sets; the paths that show it are decided beside it for every size",
    uses=(f"josz-li-2023/corollary-1-4/{PIECES}",),
)


def scaling():
    """|x_i y_j - u_i v_j| is |u_i v_j| times |x'_i y'_j - 1|."""
    u, v, x, y = (point(name) for name in ("u_i", "v_j", "x_i", "y_j"))
    yield (u * x) * (v * y) - u * v == u * v * (x * y - 1)


def to_a_common_number(p):
    """All x_i move straight to a minimizer of g, where g(x_i) = least + e_i: f <= f(x, y) - s sum_i p_i e_i."""
    a, b, s, A, B, least = (point(name) for name in ("a", "b", "s", "A", "B", "least"))
    assume(s >= 0, s <= 1, a <= A, -a <= A, b <= B, -b <= B)
    for sign in (1, -1):
        yield sign * ((1 - s) * a + s * b) <= (1 - s) * A + s * B

    e, one = arbitrary_vector("e", p.rows, "all"), vector_of_ones(p.rows)
    yield inner(p, (1 - s) * (least * one + e) + s * least * one) == inner(p, least * one + e) - s * inner(p, e)
    yield inner(p, e) >= 0


def from_a_common_number():
    """For x = (t, ..., t), t != 0, all y_j move straight to 1/t: f(s) = (1 - s) f(0)."""
    t, y, s = (point(name) for name in ("t", "y_j", "s"))
    assume(t > 0)
    for sign in (1, -1):
        yield sign * t * (y + s * (sign / t - y)) - 1 == (1 - s) * (sign * t * y - 1)


def affine_around_zero(cols):
    """g(t) = |q| - t q . y where all |t y_j| <= 1, so that 0 is not the only minimizer of g."""
    q, y, t = arbitrary_vector("a", cols, "all"), arbitrary_vector("b", cols), point("t_0")
    yield inner(q, vector_of_ones(cols) - t * y) == total(q) - t * inner(q, y)


def from_a_flat(p, plus, minus):
    """I an interval, in which t y_j - 1 has the sign +1 (block plus) or -1 (minus), and its inner points w_i.

    The x_i in I move straight to w_i, and each y_j by kappa s against its sign times `side`, the sign of p . x(s).
    """
    x, target = arbitrary_vector("x", p.rows), arbitrary_vector("w", p.rows)
    q, r = arbitrary_vector("q", plus, "all"), arbitrary_vector("r", minus, "all")
    y, z = arbitrary_vector("y", plus), arbitrary_vector("z", minus)
    s, kappa, side = point("s"), point("kappa"), point("side")
    flat = inner(q, y) - inner(r, z)
    moved = x + s * (target - x)
    lowered, raised = y - kappa * s * side * vector_of_ones(plus), z + kappa * s * side * vector_of_ones(minus)

    def value(x, y, z):
        return inner(p, x) * (inner(q, y) - inner(r, z)) - total(p) * (total(q) - total(r))

    yield weighted_residuals(p, q, x, y) - weighted_residuals(p, r, x, z) == value(x, y, z)
    drop = kappa * s * side * (total(q) + total(r)) * inner(p, moved)
    yield value(moved, lowered, raised) == value(x, y, z) + s * inner(p, target - x) * flat - drop


def weighted_residuals(p, q, x, y):
    """sum_ij p_i q_j (x_i y_j - 1)."""
    return inner(p @ q.T, x @ y.T - vector_of_ones(p.rows) @ vector_of_ones(q.rows).T)


def signs_on_a_flat():
    """The sign of x_i(s) y_j(s) - 1 on this path, where |x_i|, |w_i| <= bound, kappa bound <= margin <= |w_i y_j - 1|.

    With `sign` times x_i y_j - 1 >= 0 and w_i y_j - 1 >= margin it is a sum of nonnegative terms.
    """
    x, target, s, kappa, bound, margin = (point(name) for name in ("x_i", "w_i", "s", "kappa", "bound", "margin"))
    assume(s >= 0, s <= 1, kappa >= 0, kappa * bound <= margin)
    assume(x <= bound, -x <= bound, target <= bound, -target <= bound)
    moved = x + s * (target - x)
    yield moved <= bound
    yield -moved <= bound
    yield s * (margin - kappa * bound) >= 0
    for sign, y in ((1, point("y_plus")), (-1, point("y_minus"))):
        assume(sign * (x * y - 1) >= 0, sign * (target * y - 1) >= margin)
        yield (1 - s) * (sign * (x * y - 1)) >= 0
        yield s * (sign * (target * y - 1) - margin) >= 0
        for side in (1, -1):
            yield s * kappa * (bound - side * moved) >= 0
            yield sign * (moved * (y - sign * side * kappa * s) - 1) >= 0


@claim(
    paper,
    "Corollary 1 (4)",
    part="the pieces of the paths",
    where=WHERE,
    record=RECORD,
    statement=r"""Let $M_{ij} = u_i v_j$, $p_i = |u_i|$, $q_j = |v_j|$, and measure $x_i$, $y_j$ in units of $u_i$,
$v_j$. (i) While all $x_i$ move straight to a minimizer $t$ of $g$, $f$ is at most $(1 - s) f(0) + s |p| \min g$; if
$q \cdot y = 0$, then $g = |q|$ where all $|t y_j| \le 1$, so that $t \ne 0$ can be chosen. (ii) For $x = (t, \dots,
t)$, $t \ne 0$, all $y_j$ move straight to $1 / t$: $f(s) = (1 - s) f(0)$. (iii) If all $x_i$ lie in an interval $I$
inside of which no $t y_j - 1$ is zero and $g$ is constant, and they move to inner points $w_i$, and each $y_j$ by
$\kappa s$ against the sign of $(w_i y_j - 1) (p \cdot x(s))$, then $f$ falls by $\kappa s |q| |p \cdot x(s)|$, if
$\kappa |x_i|$ and $\kappa |w_i|$ are at most the least $|w_i y_j - 1|$.""",
    reading="for all sizes. From (i) to (iii) there is a path for every start, as the convex piecewise linear g has a "
    "point or an interval of minimizers (all numbers if y = 0), inside of which its slope, sum_j q_j sign(t y_j - 1) "
    "y_j, is 0: first (iii) if all x_i are in I but x is no (t, ..., t) with t not 0, with a w for which p . x(s) is "
    "not 0, then (i), then (ii)",
    scope="general",
)
@claim.sample(rows=2, plus=1, minus=2)
@claim.sample(rows=1, plus=2, minus=0)
@claim.general()
def pieces_of_the_paths(rows: Integer, plus: Natural, minus: Natural):
    """The scaling and the pieces."""
    assume(plus + minus >= 1)
    p = arbitrary_vector("p", rows_of("rows", rows), "all")
    yield from scaling()
    yield from to_a_common_number(p)
    yield from from_a_common_number()
    yield from affine_around_zero(rows_of("cols", plus + minus))
    yield from from_a_flat(p, rows_of("plus", plus), rows_of("minus", minus))
    yield from signs_on_a_flat()
