"""Remark 3: the trajectory from 2, x' = 2 x (x^4 - 2 x^2 - 1) / (x^4 + 1)^2, is increasing and unbounded.

g(x) = x^4 / 4 + x^2 + (2 + sqrt(2)) log P + (2 - sqrt(2)) log Q - log x with P = x^2 - sqrt(2) - 1 and
Q = x^2 + sqrt(2) - 1.
"""

from exactcheck import Positive, assume, claim, function, point, scalar

from . import paper
from .remark_3 import DENOMINATOR, ROOT2, WHERE, cubic_factor, derivative_times_denominator_squared, slope_of

P = function(lambda x: x**2 - ROOT2 - 1, x=None)
Q = function(lambda x: x**2 + ROOT2 - 1, x=None)
POLYNOMIAL = function(lambda x: scalar("1/4") * x**4 + x**2, x=None)
LOGARITHM = "of the logarithm the derivative (log h)' = h' / h is known"


@claim(
    paper,
    "Remark 3",
    part="trajectory",
    where=WHERE,
    record="josz-li/rem-3-ode",
    statement=r"""Along $\dot x = -f'(x) = 2 x (x^4 - 2 x^2 - 1) / (x^4 + 1)^2$, $x(0) = 2$: $g(x(t)) = 2 t + c$ with
$c = g(2)$ and $g(x) = \frac14 x^4 + x^2 + (2 + \sqrt2) \log(x^2 - \sqrt2 - 1) + (2 - \sqrt2) \log(x^2 + \sqrt2 - 1) -
\log x$. ($g'(x) = (x^4 + 1)^2 / (x (x^4 - 2 x^2 - 1))$.)""",
    reading=f"{LOGARITHM}; after multiplication with P Q (x^4 + 1)^2, where P Q = x^4 - 2 x^2 - 1; for all x > 0",
    scope="exhaustive",
)
@claim.sample()
def separated_variables():
    """The field; P Q; then g' x' = 2, where g' P Q has the logarithms' parts (2 +- sqrt(2)) P' Q and P Q'."""
    x = point("x")
    assume(x > 0)
    field = 2 * x * cubic_factor(x)
    logarithms = (2 + ROOT2) * slope_of(P, x) * Q(x) + (2 - ROOT2) * P(x) * slope_of(Q, x)
    g_slope = (slope_of(POLYNOMIAL, x) - 1 / x) * P(x) * Q(x) + logarithms

    yield field == -derivative_times_denominator_squared(x)
    yield P(x) * Q(x) == cubic_factor(x)
    yield g_slope * x == DENOMINATOR(x) ** 2
    yield g_slope * field == 2 * P(x) * Q(x) * DENOMINATOR(x) ** 2


@claim(
    paper,
    "Remark 3",
    part="unbounded trajectory",
    where=WHERE,
    record="josz-li/rem-3-unbounded",
    statement=r"""$x$ is strictly increasing, so that $x(t) \ge 2$, and unbounded: $2 \le x(t) \le b$ implies $2 t + c
= g(x(t)) \le \frac14 b^4 + 5 b^2 - 12$, which fails for large $t$.""",
    reading="of the logarithm it is known that log h <= h - 1 for h > 0 and log x >= 0 for x >= 1: log P = P - 1 - "
    "u and log Q = Q - 1 - v with letters u, v >= 0; the field is locally Lipschitz, so that the trajectory is "
    "unique",
    scope="parametric",
)
@claim.sample(b=3)
@claim.general()
def unbounded(b: Positive):
    """P and Q are positive from 2 on, and so is the field; then the bound of g at x, and of that up to b."""
    x, u, v, log_x = (point(name) for name in ("x", "u", "v", "log_x"))
    assume(b >= 2, x >= 2, x <= b, u >= 0, v >= 0, log_x >= 0)
    yield ROOT2 < 2
    yield P(x) > 0
    yield Q(x) > 0
    yield 2 * x * P(x) * Q(x) > 0
    yield P(x) * Q(x) == cubic_factor(x)

    g = POLYNOMIAL(x) + (2 + ROOT2) * (P(x) - 1 - u) + (2 - ROOT2) * (Q(x) - 1 - v) - log_x
    yield g == POLYNOMIAL(x) + 4 * x**2 - 12 - (2 + ROOT2) * u - (2 - ROOT2) * v - log_x
    yield (2 + ROOT2) * u >= 0
    yield (2 - ROOT2) * v >= 0
    yield POLYNOMIAL(x) + 4 * x**2 - 12 <= scalar("1/4") * b**4 + 5 * b**2 - 12
    yield g <= POLYNOMIAL(x) + 4 * x**2 - 12
