"""Figure 1: how many steps the gradient method stays in the spurious local minimum at infinity; not for ever."""

from exactcheck import Positive, assume, claim, point, scalar
from exactcheck.landscape import SubgradientStep, gradient_descent_ends_in, not_invariant_region, value

from . import paper
from .example_1 import anywhere, completion, residual
from .example_1_infinity import ABOVE_ONE
from .example_1_trajectories import gradient, norm
from .figure_1 import RECORD, STEP_SIZE, STUCK, WHERE, symmetric, symmetric_step, within
from .figure_1_trap import PARTS, slope_bound

ALONG = "josz-li-2023/figure-1/growth-of-the-norm"


@claim(
    paper,
    "Figure 1",
    part="growth of the norm",
    where=WHERE,
    record=RECORD,
    statement=r"""$\langle x, \nabla f(x) \rangle = 4 \sum_k r_k (r_k + 1)$ with the residuals $r$, which is at least
$-2$ where $x_2 y_1 < 0$; and $\|x\|^2 \le N \le 2 \|x\|^2$, $N = x_1^2 + 2 x_2^2 + 2 y_1^2 + y_2^2$.""",
    reading="at all points; r_2 < -1 where x2 y1 < 0",
    scope="exhaustive",
)
@claim.sample()
def growth_of_the_norm():
    """The product; its three summands; the bounds of N."""
    at = anywhere()
    assume(at[1] * at[2] < 0)
    first, second, third = residual(*at)

    yield sum(x * g for x, g in zip(at, gradient(*at), strict=True)) == 4 * sum(r * (r + 1) for r in residual(*at))
    for r in (first, third):
        yield (2 * r + 1) ** 2 >= 0
        yield r * (r + 1) >= -scalar("1/4")
    yield second < -1
    yield second * (second + 1) >= 0
    yield 4 * sum(r * (r + 1) for r in residual(*at)) >= -2
    yield slope_bound(*at) >= norm(at)
    yield slope_bound(*at) <= 2 * norm(at)


@claim(
    paper,
    "Figure 1",
    part="a step with any small step size",
    where=WHERE,
    record=RECORD,
    statement=r"""For $0 < t \le a \le \frac1{100}$ and $N \le \frac{81}{100 a}$ at first: $N \le \frac{98}{100 a}$ on
the way of a step; with that, Taylor's bound of the change of $f$ is at most $-\frac1{200} t \|\nabla f\|^2$; and if $f$
falls by $\frac1{200} a \|\nabla f\|^2$, then $\|x\|^2 + 200 a f$ grows by at most $4 a$.""",
    reading="t is how much of the step is made, q the squared length of the gradient, at most 8 N, p its product with "
    "x, at least -2, square is ||x||^2, f and then_f the values at both ends",
    uses=(ALONG, *PARTS),
    scope="parametric",
)
@claim.sample(a="1/100")
@claim.general()
def small_step(a: Positive):
    """N on the way by the bound of one coordinate after another; the fall of f; the sum of both at the end."""
    t, N, q, f, then_f, p, square = (point(name) for name in ("t", "N", "q", "f", "then_f", "p", "square"))
    assume(a <= "1/100", t > 0, t <= a, N > 0, 100 * a * N <= 81, q >= 0, q <= 8 * N, p >= -2)
    assume(then_f <= f - a * q / 200)
    way = scalar("21/20") * N + 42 * t**2 * q

    yield t**2 * q <= a**2 * q
    yield a**2 * q <= 8 * a * a * N
    yield 100 * a * way <= 98
    yield -t * q + (2 * way + 3) * q * t**2 / 2 <= -t * q / 200
    yield square - 2 * a * p + a**2 * q + 200 * a * then_f <= square + 200 * a * f + 4 * a


@claim(
    paper,
    "Figure 1",
    part="number of steps",
    where=WHERE,
    record=RECORD,
    statement=r"""If $k \le \frac1{12 a^2}$, $0 < a \le \frac1{100}$, $f > 1$, and $\|x\|^2 + 200 a f$ is at most $4 +
400 a + 4 a k$, as after $k$ steps that start with $N \le 4$ and $f < 2$, then $N \le \frac{81}{100 a}$; and
$\frac1{12 a^2} \ge 833$ for the step size of the figure.""",
    reading="V is ||x||^2 + 200 a f, and twice is 2 ||x||^2, which is at least N",
    uses=(ABOVE_ONE, ALONG),
    scope="parametric",
)
@claim.sample(a="1/100")
@claim.general()
def number_of_steps(a: Positive):
    """N after k steps, by the bound of V and f > 1."""
    k, V, f = point("k"), point("V"), point("f")
    assume(a <= "1/100", k >= 0, 12 * a**2 * k <= 1, 4 + 400 * a + 4 * a * k >= V, f > 1)
    twice = 2 * (V - 200 * a * f)

    yield twice <= 8 + 400 * a + 8 * a * k
    yield 100 * a * twice <= 81
    yield 12 * scalar(STEP_SIZE) ** 2 * 833 <= 1


@claim(
    paper,
    "Figure 1",
    part="stuck runs where N is small",
    where=WHERE,
    record=RECORD,
    statement=r"""The three runs that get stuck are in $\{f < 2, x_2 y_1 < 0\}$ with $N \le 4$ after $46$, $49$ and $52$
steps.""",
    reading="the iterates themselves, in intervals that contain them",
)
@claim.sample()
def stuck_runs():
    """The iterates at which the trap closes."""
    for start, steps in STUCK.items():
        yield gradient_descent_ends_in(
            completion, start, STEP_SIZE, steps, lambda *at: [*within(*at), slope_bound(*at) <= 4]
        )


steps_in_the_set = claim.not_checkable(
    paper,
    "Figure 1",
    part="how long the runs stay",
    where=WHERE,
    record=RECORD,
    statement=r"""From every point of $\{f < 2, x_2 y_1 < 0\}$ with $N \le 4$ the gradient method with step size $0 < a
\le \frac1{100}$ stays in this set for $\frac1{12 a^2}$ steps; the stuck runs do for $833$ steps after their entry.""",
    reading="true by induction over the steps: by the parts a step with any small step size and number of steps N "
    "is at most 81 / (100 a) after each of them, so that the next one does not leave the set",
    reason="Taylor's formula, continuity along a step and the induction join what the other parts decide, in words",
)


@claim(
    paper,
    "Figure 1",
    part="not for ever",
    where=WHERE,
    record=RECORD,
    statement=r"""With no constant step size $a > 0$ all steps from $\{f < 2, x_2 y_1 < 0\}$ lead to this set again:
from $(s, -b, b, -s)$ with $b = \frac1{2 s}$ and $s^2 \ge 2 + \frac2a$, where $f < 2$, a step leads to $f > 2$.""",
    reading="far out the Hessian has eigenvalues above 2 / a, so that no step size suits the whole set; for all such s",
    scope="parametric",
)
@claim.sample(a="1/100", s=15)
@claim.general()
def not_for_ever(a: Positive, s: Positive):
    """The values at both ends of the step, and the region that is not invariant."""
    assume(a * (s**2 - 2) >= 2)
    b = 1 / (2 * s)
    then_s, then_b = symmetric_step(a, s, b)

    yield s**2 >= 2
    yield value(completion, at=symmetric(s, b)) < 2
    yield then_s >= s
    yield s * then_b >= 2
    yield then_s * then_b >= 2
    yield (then_s * then_b - 1) ** 2 >= 1
    yield then_b**2 >= 0
    yield then_b**4 >= 0
    yield value(completion, at=symmetric(then_s, then_b)) > 2
    yield not_invariant_region(completion, within, a, step=SubgradientStep(symmetric(s, b), a, ()))
