"""Remark 3: the trajectory from 2, x' = 2 x (x^4 - 2 x^2 - 1) / (x^4 + 1)^2, is increasing and unbounded.

g(x) = x^4 / 4 + x^2 + (2 + sqrt(2)) log P + (2 - sqrt(2)) log Q - log x with P = x^2 - sqrt(2) - 1 and
Q = x^2 + sqrt(2) - 1.
"""

from exactcheck import Positive, assume, claim, function, point, scalar
from exactcheck.landscape import log, on_box

from . import paper
from .remark_3 import DENOMINATOR, ROOT2, WHERE, cubic_factor, derivative_times_denominator_squared, slope_of

P = function(lambda x: x**2 - ROOT2 - 1, x=None)
Q = function(lambda x: x**2 + ROOT2 - 1, x=None)
POLYNOMIAL = function(lambda x: scalar("1/4") * x**4 + x**2, x=None)
G = function(lambda x: POLYNOMIAL(x) + (2 + ROOT2) * log(P(x)) + (2 - ROOT2) * log(Q(x)) - log(x), x=None)
FROM_TWO = [(2, None)]


def field(x):
    """-f'(x)."""
    return 2 * x * cubic_factor(x) * DENOMINATOR(x) ** -2


@claim(
    paper,
    "Remark 3",
    part="trajectory",
    where=WHERE,
    record="josz-li/rem-3-ode",
    statement=r"""Along $\dot x = -f'(x) = 2 x (x^4 - 2 x^2 - 1) / (x^4 + 1)^2$, $x(0) = 2$: $g(x(t)) = 2 t + c$ with
$c = g(2)$ and $g(x) = \frac14 x^4 + x^2 + (2 + \sqrt2) \log(x^2 - \sqrt2 - 1) + (2 - \sqrt2) \log(x^2 + \sqrt2 - 1) -
\log x$.""",
    reading="g' x' = 2 for all x >= 2, where g is defined, and the trajectory stays there, as it increases",
    scope="exhaustive",
)
@claim.sample()
def separated_variables():
    """The field is -f'; then g' times the field, with the logarithms themselves."""
    x = point("x")
    assume(x >= 2)

    yield 2 * x * cubic_factor(x) == -derivative_times_denominator_squared(x)
    yield ROOT2 * x < 2 * x
    yield on_box(function(lambda x: slope_of(G, x) * field(x), x=None), FROM_TWO) == 2


@claim(
    paper,
    "Remark 3",
    part="unbounded trajectory",
    where=WHERE,
    record="josz-li/rem-3-unbounded",
    statement=r"""$x$ is strictly increasing, so that $x(t) \ge 2$, and unbounded: $2 \le x(t) \le b$ implies $2 t + c
= g(x(t)) \le \frac14 b^4 + 5 b^2 - 12$, which fails for large $t$.""",
    reading="the field is positive from 2 on; it is locally Lipschitz, so that the trajectory is unique",
    scope="parametric",
)
@claim.sample(b=3)
@claim.general()
def unbounded(b: Positive):
    """The field; a bound of g without logarithms, and of that up to b."""
    x = point("x")
    assume(b >= 2, x >= 2, x <= b)
    bound = function(lambda x: POLYNOMIAL(x) + 4 * x**2 - 12, x=None)

    yield on_box(function(field, x=None), FROM_TWO) > 0
    yield ROOT2 * x < 2 * x
    yield on_box(function(lambda x: G(x) - bound(x), x=None), FROM_TWO) <= 0
    yield bound(x) <= scalar("1/4") * b**4 + 5 * b**2 - 12
