"""Corollary 1 (4), equation (16): f(x, y) = sum_ij |x_i y_j - M_ij| for M of rank one without zero entries.

With M = u v^T, x_i = u_i x'_i and y_j = v_j y'_j, f is sum_ij p_i q_j |x'_i y'_j - 1| for the weights p = |u|, q = |v|:
the primes are left out below. For a fixed y it is sum_i p_i g(x_i) with the convex g(t) = sum_j q_j |t y_j - 1|, whose
minimizers are a point or an interval I, and a number t for all x_i makes it sum_i p_i sum_j q_j |t y_j - 1|.
"""

from exactcheck import Integer, Natural, Partition, assume, claim, inner, point

from . import paper
from .corollary_1_vectors import arbitrary_vector, total, vector_of_ones
from .theorem_1 import PATHS

WHERE = "section 4.4, Corollary 1 (4) and equation (16)"
RECORD = "josz-li/cor-1-4"


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

    drop = kappa * s * side * (total(q) + total(r)) * inner(p, moved)
    yield value(moved, lowered, raised) == value(x, y, z) + s * inner(p, target - x) * flat - drop


def signs_on_a_flat():
    """The sign of x_i(s) y_j(s) - 1 on this path, where |x_i|, |w_i| <= bound, kappa bound <= margin <= |w_i y_j - 1|.

    With this sign it is a sum of nonnegative terms: `kept` is one, as x_i y_j - 1 and w_i y_j - 1 have the sign.
    """
    x, target, y, s, kappa, bound, margin = (point(n) for n in ("x_i", "w_i", "y_j", "s", "kappa", "bound", "margin"))
    assume(s >= 0, s <= 1, kappa >= 0, kappa * bound <= margin)
    assume(x <= bound, -x <= bound, target <= bound, -target <= bound)
    moved = x + s * (target - x)
    yield moved <= bound
    yield -moved <= bound
    for sign in (1, -1):
        for side in (1, -1):
            at = sign * (moved * (y - sign * side * kappa * s) - 1)
            kept = (1 - s) * (sign * (x * y - 1)) + s * (sign * (target * y - 1) - margin)
            yield at == kept + s * (margin - kappa * bound) + s * kappa * (bound - side * moved)
            yield s * kappa * (bound - side * moved) >= 0
    yield s * (margin - kappa * bound) >= 0


@claim(
    paper,
    "Corollary 1 (4)",
    where=WHERE,
    record=RECORD,
    statement=r"""For $M$ of rank one without zero entries, $f(x, y) = \sum_{ij} |x_i y_j - M_{ij}|$ has no spurious
local minima and no spurious setwise local minima, hence none at infinity. (With $M_{ij} = u_i v_j$, $p_i = |u_i|$,
$q_j = |v_j|$, and $x_i$, $y_j$ in units of $u_i$, $v_j$. From every point with $f > 0$ a path runs below its value to
$f = 0$. (i) All $x_i$ move straight to a minimizer $t \ne 0$ of $g$, and $f$ falls unless all $x_i \in I$; it never
rises. (ii) For $x = (t, \dots, t)$, $t \ne 0$, all $y_j$ move straight to $1 / t$, $f(s) = (1 - s) f(0)$. (iii) If
$I$ is an interval and all $x_i \in I$, they move to inner points $w_i$ with $p \cdot x(s) \ne 0$ for small $s > 0$,
and each $y_j$ by $\kappa s$ against the sign of $(w_i y_j - 1) (p \cdot x(s))$: $f$ falls by $\kappa s |q| |p \cdot
x(s)|$; then (i) and (ii).)""",
    reading=f"for all sizes; {PATHS}; the convex piecewise linear g has a point or an interval of minimizers (all "
    "numbers if y = 0), inside of which its slope sum_j q_j sign(t y_j - 1) y_j is 0",
    scope="general",
)
@claim.sample(rows=2, plus=1, minus=2)
@claim.sample(rows=1, plus=2, minus=0)
@claim.general()
def no_spurious_minima(rows: Integer, plus: Natural, minus: Natural):
    """The scaling and the pieces of the paths."""
    assume(plus + minus >= 1)
    p = arbitrary_vector("p", Partition(rows=rows).dimension, "all")
    yield from scaling()
    yield from to_a_common_number(p)
    yield from from_a_common_number()
    yield from affine_around_zero(Partition(cols=plus + minus).dimension)
    yield from from_a_flat(p, Partition(plus=plus).dimension, Partition(minus=minus).dimension)
    yield from signs_on_a_flat()
