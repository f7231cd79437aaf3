"""Remark 3.10: f falls along w = u* - u and w = -u* - u at least as fast as a concave quadratic function."""

from exactcheck import Integer, Positive, assume, claim, scalar
from exactcheck.landscape import (
    l1_rank_one_loss,
    second_directional_derivative,
    second_subderivative_without_subgradient,
    stationary,
)

from . import paper
from .absolute_values import absolute
from .spurious_points import HALF, SIGNS, USES, spurious_point

WHERE = "section 3.4, Remark 3.10"
RECORD = "guan-so/rem-3.10"
RAY = "guan-so-2024/theorem-3-8/along-the-ray"


@claim(
    paper,
    "Remark 3.10",
    where=WHERE,
    record=RECORD,
    statement=r"""For every $u^* \ne 0$ there are $\beta, \delta > 0$, the same for all spurious stationary points
$u$ and both $w = \pm u^* - u$, with $f(u + t w) \le f(u) - \frac12 \beta t^2$ for all $t \in (0, \delta)$: $\beta =
\|u^*\|_1^2$ and $\delta = 1$, with equality. For a larger $\beta$ it fails at every $t \in (0, 1]$; for this
$\beta$ no $\delta > 1$ will do, because the right-hand side is negative for $t > 1$.""",
    reading=f"{SIGNS}; the constants may depend on u*, but on nothing else",
    uses=(*USES, RAY),
    scope="general",
)
@claim.sample(n=1, t="1/3", more="1/7", beyond="1/9")
@claim.sample(n=3, t="1/3", more=1, beyond=1)
@claim.general()
def quadratic_decrease(n: Integer, t: Positive, more: Positive, beyond: Positive):
    """Equality for t <= 1; then a larger beta, and t = 1 + beyond, where f(u) - beta t^2 / 2 <= 0 <= f."""
    assume(t <= 1)
    at = spurious_point(n)
    start, beta = at.value(at.u), at.norm**2
    for w in at.directions:
        v = at.u + t * w
        yield at.no_gap_below_zero(v)
        yield at.value(v) == start - HALF * beta * t**2
        yield at.value(v) > start - HALF * (beta + more) * t**2
    yield start - HALF * beta * (1 + beyond) ** 2 == -HALF * beta * (2 * beyond + beyond**2)


@claim(
    paper,
    "Remark 3.10, constants for all problems",
    where=WHERE,
    record=RECORD,
    statement=r"""No $\beta, \delta > 0$ will do for all $u^*$ at once: for $u^* = (a)$ with $a > 0$ and $a^2 <
\beta$, $u = 0$ and $w = a$, $f(u + t w) > f(u) - \frac12 \beta t^2$ for all $t \in (0, 1]$.""",
    reading="the universal constants of the remark read as constants that do not depend on u*, of which there are none",
    scope="parametric",
)
@claim.sample(a="1/2", more=1, t="1/3")
@claim.general()
def no_constants_for_all(a: Positive, more: Positive, t: Positive):
    """beta = a^2 + more; f(x) = |x^2 - a^2| / 2."""
    assume(t <= 1)
    start, end = (HALF * absolute(x**2 - a**2) for x in (scalar(0), t * a))

    yield end > start - HALF * (a**2 + more) * t**2


@claim(
    paper,
    "Remark 3.10, twice semidifferentiable",
    where=WHERE,
    record="guan-so/rem-3.10-semidiff",
    statement=r"""$f$ need not be twice semidifferentiable at a spurious stationary point: at $u = (a, b, -a - b)$
for $u^* = (a, b, a + b)$, $a, b > 0$, and $w = (a, -b, 0)$ the second-order difference quotients tend to $a^2 - b^2
+ 2 a b$ along $w' = w$, and to $a^2 - b^2 - 2 a b$ along other $w' \to w$.""",
    reading="for given a and b, from the definitions, for the quotients without a subgradient",
)
@claim.sample(a=1, b=1)
@claim.sample(a="1/2", b=3)
@claim.sample(a=4, b=1)
def not_semidifferentiable(a: Positive, b: Positive):
    """The kink u_1 u_2 = a b has no slope along w, and bends there."""
    f, u, w = l1_rank_one_loss([a, b, a + b]), (a, b, -a - b), (a, -b, scalar(0))
    least, along = a**2 - b**2 - 2 * a * b, a**2 - b**2 + 2 * a * b

    yield stationary(f, u, multipliers=[-1] * 6)
    yield second_directional_derivative(f, u, w) == along
    yield second_subderivative_without_subgradient(f, u, w) == least
    yield least < along
