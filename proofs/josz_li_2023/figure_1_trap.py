"""Figure 1: with step size 1/100 the gradient method does not leave the spurious local minimum at infinity soon."""

from exactcheck import Nonnegative, Positive, assume, claim, point, scalar

from . import paper
from .example_1 import anywhere, completion, residual
from .example_1_infinity import ABOVE_ONE, BARRIER
from .example_1_trajectories import norm, pulled_back
from .figure_1 import ENTRY, RECORD, WHERE, symmetric

PARTS = "josz-li-2023/figure-1/curvature", "josz-li-2023/figure-1/length-of-a-step"


def slope_bound(x1, x2, y1, y2):
    """N, the sum of the squared lengths of the gradients of the three residuals."""
    return x1**2 + 2 * x2**2 + 2 * y1**2 + y2**2


@claim(
    paper,
    "Figure 1",
    part="curvature",
    where=WHERE,
    record=RECORD,
    statement=r"""Where $f \le 2$, the Hessian form of $f$ along unit vectors is at most $2 N + 3$, $N = x_1^2 + 2
x_2^2 + 2 y_1^2 + y_2^2$. (With the residuals $r$ it is $2 \sum_k (\nabla r_k \cdot (v, w))^2 + 4 (r_1 v_1 w_1 +
r_2 v_2 w_1 + r_3 v_2 w_2)$, where the first sum is at most $N$, and the last term at most $\frac12 \|r\|^2 + 8
(v_1^2 + v_2^2)(w_1^2 + w_2^2) \le 1 + 2$.)""",
    reading="for all points, residuals and vectors (v, w) of length at most 1",
    scope="exhaustive",
)
@claim.sample()
def curvature():
    """The form; then the last term for all r with ||r||^2 <= 2, and one of the slopes, y v + x w."""
    at, (v1, v2, w1, w2) = anywhere(), (point(name) for name in ("v1", "v2", "w1", "w2"))
    r1, r2, r3, x, y, v, w = (point(name) for name in ("r1", "r2", "r3", "x", "y", "v", "w"))
    x1, x2, y1, y2 = at
    first, second, third = residual(*at)
    turns = v1 * w1, v2 * w1, v2 * w2
    assume(v1**2 + v2**2 + w1**2 + w2**2 <= 1, v**2 + w**2 <= 1, r1**2 + r2**2 + r3**2 <= 2)

    slopes = norm((y1 * v1 + x1 * w1, y1 * v2 + x2 * w1, y2 * v2 + x2 * w2))
    turning = first * turns[0] + second * turns[1] + third * turns[2]
    yield completion.derivative(at, [v1, v2, w1, w2], [v1, v2, w1, w2]) == 2 * slopes + 4 * turning

    for r, turn in zip((r1, r2, r3), turns, strict=True):
        yield (r - 4 * turn) ** 2 >= 0
    yield (v1**2 + v2**2 - w1**2 - w2**2) ** 2 >= 0
    yield (v1**2 + v2**2 + w1**2 + w2**2) ** 2 <= 1
    yield (v1 * w2) ** 2 >= 0
    yield 8 * norm(turns) <= 2
    yield 4 * (r1 * turns[0] + r2 * turns[1] + r3 * turns[2]) <= 3

    yield (x * v - y * w) ** 2 >= 0
    yield (y * v + x * w) ** 2 <= x**2 + y**2
    yield slope_bound(*at) == x1**2 + y1**2 + x2**2 + y1**2 + x2**2 + y2**2


@claim(
    paper,
    "Figure 1",
    part="length of a step",
    where=WHERE,
    record=RECORD,
    statement=r"""$\|\nabla f\|^2 \le 4 N f$; and where $f \le 2$ and $N \le 81$, $N$ is at most $98$ on the way
to the next point of the method with a step size up to $\frac1{100}$.""",
    reading="x is a coordinate and d its change, along which x^2 becomes at most 21/20 x^2 + 21 d^2; N is at "
    "most twice the sum of all d^2",
    scope="exhaustive",
)
@claim.sample()
def length_of_a_step():
    """N ||r||^2 less the square of half the gradient; then the change of one coordinate, and the numbers."""
    at, r = anywhere(), tuple(point(name) for name in ("r1", "r2", "r3"))
    (x1, x2, y1, y2), (r1, r2, r3) = at, r
    x, d, N, f, change = (point(name) for name in ("x", "d", "N", "f", "change"))
    assume(N >= 0, N <= 81, f >= 0, f <= 2, change >= 0, change <= 4 * N * f / 100**2)
    crossed = norm((r1 * x2 - r2 * x1, r2 * y2 - r3 * y1))
    others = norm((r1 * x2, r1 * y1, r1 * y2, r2 * x2, r2 * y1, r3 * x1, r3 * x2, r3 * y1))

    yield slope_bound(*at) * norm(r) == norm(pulled_back(*at, *r)) + crossed + others
    yield (x - 20 * d) ** 2 >= 0
    yield (x + d) ** 2 <= scalar("21/20") * x**2 + 21 * d**2
    yield N * f <= 162
    yield scalar("21/20") * N + 21 * 2 * change <= 98


@claim(
    paper,
    "Figure 1",
    part="trap",
    where=WHERE,
    record=RECORD,
    statement=r"""Where $N \le 98$ and the gradient is not zero, Taylor's bound of the change of $f$ on the part $0 < t
\le \frac1{100}$ of a step, $-t \|\nabla f\|^2 + \frac{2 N + 3}2 t^2 \|\nabla f\|^2$, is negative; and after the
entry of the part above $N \le 4$.""",
    reading="q is the squared length of the gradient; what follows for the steps is a part of its own",
    uses=(ENTRY, BARRIER, ABOVE_ONE, *PARTS),
    scope="parametric",
)
@claim.sample(t="1/100", q=1, N=98, s="111/100", b="1/2")
@claim.general()
def trap(t: Positive, q: Positive, N: Nonnegative, s: Positive, b: Positive):
    """The change of f by Taylor's formula; N at the points of the entry."""
    assume(t <= "1/100", N <= 98, s <= "111/100", b <= "1/2")

    yield -t * q + (2 * N + 3) * q * t**2 / 2 < 0
    yield slope_bound(*symmetric(s, b)) <= 4


stays = claim.not_checkable(
    paper,
    "Figure 1",
    part="what the trap means",
    where=WHERE,
    record=RECORD,
    statement=r"""With step sizes $0 < a \le \frac1{100}$ the method does not leave $\{f < 2, x_2 y_1 < 0\}$, where $f >
1$, before $N > 81$: from points with $N \le 81$ its step leads to this set again, and $f$ falls.""",
    reading="true: by the parts curvature, length of a step and trap f stays below its first value along the step, and "
    "x_2 y_1 = 0, where f >= 2, is not met",
    reason="Taylor's formula and continuity along a step join what the other parts decide, in words only",
)
