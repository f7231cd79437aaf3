"""Assumption 1: its first part follows from the others, and which of its parts Theorem 1 cannot do without."""

from exactcheck import Positive, assume, claim, function, lesser, point

from . import paper
from .line import line
from .remark_2 import bump_for, decreases, left_pieces, moves_right, slope_at, values_near_the_limit
from .remark_3 import DENOMINATOR, NUMERATOR, ROOT2, below

REDUNDANT, NECESSARY = "josz-li/thm-1-redundant", "josz-li/thm-1-necessity"
ASSUMPTION, DISCUSSION = "section 3, Assumption 1", "section 3, before Assumption 1 and Remarks 2 and 3"


@claim(
    paper,
    "Assumption 1, bounded below",
    where=ASSUMPTION,
    record=REDUNDANT,
    statement=r"""The inequalities that make (a) follow from (b) to (e). Where $\|x'\| \ge \epsilon$ after the time $T$
and $|f| \le b$ on the ball, $\epsilon^2 (t - T) \le 2 b$. And if a critical limit point of the trajectory from $x_0$
has the value $v \le f(x_0)$, then $\min_C f \le f(x_0)$.""",
    reading="numbers in the place of values of f; for two critical values, and with more by induction. That there is "
    "such a limit point, and so a lower bound of f that is attained, is not decided here",
    uses=("josz-li-2023/theorem-1-limit-points", "josz-li-2023/theorem-1-lowest-critical-point"),
    scope="parametric",
)
@claim.sample(epsilon=1)
@claim.general()
def bounded_below(epsilon: Positive):
    """The time, then the values of the limit point and at the start."""
    bound, time, first, last = (point(name) for name in ("b", "time", "f_T", "f_t"))
    assume(first <= bound, last >= -bound, time >= 0, last <= first - epsilon**2 * time)
    yield epsilon**2 * time <= 2 * bound

    v, w, start = point("v"), point("w"), point("f_x0")
    least = lesser(v, w)
    assume(v <= start)
    yield least <= start
    yield (least - v) * (least - w) == 0


@claim(
    paper,
    "Assumption 1, bounded below",
    part="not without (d)",
    where=ASSUMPTION,
    record=REDUNDANT,
    statement=r"""Finitely many critical values are needed for that: $f(x) = -k - 3 t^2 + 2 t^3$ for $x = k + t$, $0
\le t \le 1$, is continuously differentiable and has bounded trajectories, which run to the next integer, with the
critical values $-k$, and is not bounded below.""",
    reading="for all integers k, by a letter",
    scope="exhaustive",
)
@claim.sample()
def unbounded_steps():
    """Values and slopes at the ends of [k, k+1], and the slope in between."""
    k, t = point("k"), point("t")
    assume(t > 0, t < 1)
    f = function(lambda t: -k - 3 * t**2 + 2 * t**3, t=None)
    slope = -6 * t * (1 - t)
    yield f(0) == -k
    yield f(1) == -(k + 1)
    yield slope_at(f, 0 * k) == 0
    yield slope_at(f, 1 + 0 * k) == 0
    yield slope_at(f, t) == slope
    yield slope < 0


@claim(
    paper,
    "Assumption 1, bounded below",
    part="not without (e)",
    where=ASSUMPTION,
    record=REDUNDANT,
    statement=r"""Bounded trajectories are needed for that: $f(x) = x$ has no critical point, and the trajectories
$x(t) = x_0 - t$.""",
    scope="exhaustive",
)
@claim.sample()
def unbounded_line():
    """The slope and the velocity; f(-b) = -b."""
    b, start, t = point("b"), point("x0"), point("t")
    x = function(lambda t: start - t, t=None)
    yield slope_at(line, b) > 0
    yield slope_at(x, t) == -slope_at(line, x(t))
    yield line(-b) == -b


@claim(
    paper,
    "Section 3, necessity of the assumptions",
    part="(d)",
    where=DISCUSSION,
    record=NECESSARY,
    statement=r"""Theorem 1 fails without (d), finitely many critical values: the function of Remark 2 satisfies (a),
(b), (c) and (e), has no spurious local minima, and $[a, \infty)$, $a > 0$, is a spurious setwise local minimum.""",
    reading="(a), (e), the decrease on [0, oo), the limit and the infinitely many critical values at once, for all "
    "k by the letter q = 2^(-k) in (0, 1]; (b) and (c) hold as f is continuously differentiable",
    uses=(
        "josz-li-2023/remark-2/continuously-differentiable",
        "josz-li-2023/remark-2/no-spurious-local-minimum",
        "josz-li-2023/remark-2/trajectories",
        "josz-li-2023/remark-2/local-minimum-at-infinity",
    ),
    scope="parametric",
)
@claim.sample(q="1/2")
@claim.general()
def finitely_many_critical_values(q: Positive):
    """From Remark 2."""
    bump = bump_for(q)
    yield from values_near_the_limit(bump)
    yield from moves_right(bump)
    yield from decreases(bump)
    yield left_pieces()[0](-4) < -3


@claim(
    paper,
    "Section 3, necessity of the assumptions",
    part="(e)",
    where=DISCUSSION,
    record=NECESSARY,
    statement=r"""Theorem 1 fails without (e), bounded trajectories: $x^2 (1 + x^2) / (1 + x^4)$ satisfies (a) to (d),
has no spurious local minima, and $[2, \infty)$ is a spurious setwise local minimum, where the trajectory from $2$ is
unbounded.""",
    reading="(a), the decrease for x^2 >= 1 + sqrt(2), with squares Y and X = Y + e, and the limit 1 at once; (b) "
    "and (c) hold as f is continuously differentiable, and (d) as there are three critical points",
    uses=(
        "josz-li-2023/remark-3/critical-points",
        "josz-li-2023/remark-3/global-minimum-and-maxima",
        "josz-li-2023/remark-3/local-minimum-at-infinity",
        "josz-li-2023/remark-3/unbounded-trajectory",
    ),
    scope="exhaustive",
)
@claim.sample()
def bounded_trajectories():
    """From Remark 3."""
    d, e, x = point("d"), point("e"), point("x")
    assume(d >= 0, e > 0, x > 1)
    Y = 1 + ROOT2 + d
    yield NUMERATOR(x) >= 0
    yield below(Y + e, Y)
    yield NUMERATOR(x) > DENOMINATOR(x)


redundant = claim.not_checkable(
    paper,
    "Section 3, necessity of the assumptions",
    part="(a)",
    where=DISCUSSION,
    record=(NECESSARY, REDUNDANT),
    statement="Theorem 1 fails without (a), a lower bound.",
    reading="all five parts of Assumption 1 as necessary; (e) read without the words 'lower bounded' in Definition "
    "7. It is not so: where (b) to (e) hold, (a) follows, and the infimum is the least critical value",
    reason="that a bounded trajectory has a critical limit point is topology; the inequalities of this argument are "
    "decided beside Assumption 1",
    uses=("josz-li-2023/assumption-1-bounded-below",),
)

others = claim.not_checkable(
    paper,
    "Section 3, necessity of the assumptions, (b) and (c)",
    where=DISCUSSION,
    record=NECESSARY,
    statement="Theorem 1 fails without a Lipschitz condition or without a chain rule.",
    reading="all five parts of Assumption 1 as necessary",
    reason="The text gives no counterexample for these two; one would be a function whose subdifferential is "
    "pathological almost everywhere, or one for which the subdifferential used here is not defined.",
)
