"""Figure 3: a neural network with a sigmoid and two data points, its local minimum at infinity, and no other."""

from exactcheck import Positive, assume, claim, function, point, scalar
from exactcheck.landscape import critical_points, hessian, inertia, not_a_local_minimum, value

from . import paper

FUNCTION = r"$f(w_1, w_2) = \frac12 [(w_2 \sigma(w_1) - 1)^2 + (w_2 \sigma(-w_1) + 3)^2]$"
SIGMOID = (
    "p = sigma(w1), and w1 -> p is a smooth bijection onto (0, 1) with a smooth inverse and sigma(-w1) = 1 - p, which "
    "is near 1 where w1 is large"
)
network = function(lambda p, w: ((w * p - 1) ** 2 + (w * (1 - p) + 3) ** 2) / 2, p=None, w=None).named("f")
SADDLE = (scalar("3/4"), scalar(0))


def between(name):
    """An arbitrary number between 0 and 1."""
    p = point(name)
    assume(p > 0, p < 1)
    return p


@claim(
    paper,
    "Figure 3",
    part="bounds",
    where="section 2.1, Figure 3",
    record="josz-li/fig-3",
    statement=rf"""{FUNCTION} is $5$ where $w_2 = 0$, greater than $\frac92$ where $w_2 > 0$, and greater than
$\frac12$ everywhere.""",
    reading=f"at all points; {SIGMOID}",
    scope="exhaustive",
)
@claim.sample()
def bounds():
    """The line, the half-plane above, and the one below."""
    p, w = between("p"), point("w")
    assume(w > 0)

    yield network(p, scalar(0)) == 5
    yield p * w > 0
    yield (1 - p) * w > 0
    for part in (p * w - 1, (1 - p) * w):
        yield part**2 >= 0
    yield network(p, w) > "9/2"
    for part in (p * w, (1 - p) * w - 3):
        yield part**2 >= 0
    yield network(p, -w) > "1/2"


@claim(
    paper,
    "Figure 3",
    part="local minimum at infinity",
    where="section 2.1, Figure 3",
    record="josz-li/fig-3",
    statement=r"""$f$ has a local minimum at infinity, with the certificate $S = \{f \le c, w_2 > 0\}$, $U = \{w_2
> 0\}$ for $\frac92 < c < 5$: $S$ is closed, since $f = 5 > c$ where $w_2 = 0$; it contains the points $(w_1, 1)$
for all large $w_1$; and it is spurious, as its infimum is $\frac92$, while $f \to \frac12$ at $(w_1, -3)$, $w_1
\to -\infty$.""",
    reading=f"a set certificate by Definition 2, for c = 9/2 + 1/k with k > 2; {SIGMOID}; E is 1 + exp(w1) and p = 1 - "
    "1/E, then E is 1 + exp(-w1) and p = 1/E",
    uses=("josz-li-2023/figure-3/bounds",),
    scope="parametric",
)
@claim.sample(k=4, m=2)
@claim.general()
def at_infinity(k: Positive, m: Positive):
    """The two families of points; the first is in S for E >= 4 k, here with E = 4 k m."""
    assume(k > 2, m >= 1)
    E = 4 * k * m
    c, q = scalar("9/2") + 1 / k, 1 / E

    yield c < 5
    yield value(network, at=(1 - q, 1)) == q**2 + 3 * q + "9/2"
    yield value(network, at=(1 - q, 1)) <= c
    yield value(network, at=(q, -3)) == 9 * q**2 + 3 * q + "1/2"


@claim(
    paper,
    "Remark 3, the function in Figure 3",
    part="critical points",
    where="section 3, Remark 3",
    record="josz-li/fig-3-nolocalmin",
    statement=rf"""The only critical point of {FUNCTION} is $(\log 3, 0)$. (As a function of $p = \sigma(w_1)$ and
$w = w_2$ it has two critical points, $(\frac34, 0)$ and $(-\frac12, -2)$, and no $w_1$ has $\sigma(w_1) =
-\frac12$.)""",
    reading=f"at all points of the (p, w)-plane; {SIGMOID}",
    scope="exhaustive",
)
@claim.sample()
def one_critical_point():
    """All critical points in (p, w)."""
    yield critical_points(network) == [SADDLE, (scalar("-1/2"), -2)]


@claim(
    paper,
    "Remark 3, the function in Figure 3",
    part="no local minimum",
    where="section 3, Remark 3",
    record="josz-li/fig-3-nolocalmin",
    statement=r"""$f$ has no spurious local minimum, and indeed no local minimum: its only critical point is a
strict saddle of value $5$.""",
    reading=f"{SIGMOID}, so that local minima in these coordinates are local minima in the others",
    uses=("josz-li-2023/remark-3-the-function-in-figure-3/critical-points",),
)
@claim.sample()
def no_local_minimum():
    """The Hessian at the critical point, and the value."""
    yield inertia(hessian(network, at=SADDLE), 1, 1, 0)
    yield not_a_local_minimum(network, at=SADDLE)
    yield value(network, at=SADDLE) == 5
