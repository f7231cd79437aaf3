"""Figure 3: a neural network with a sigmoid and two data points, its local minimum at infinity, and no other."""

from exactcheck import Positive, assume, claim, function, point, scalar, to_sympy
from exactcheck.landscape import (
    critical_points,
    for_all_reals,
    hessian,
    inertia,
    not_a_local_minimum,
    on_box,
    sigmoid,
    value,
)
from exactcheck.report.figures import FIRST, INK, SECOND, SOFT, Picture, require_proved

from . import paper

FUNCTION = r"$f(w_1, w_2) = \frac12 [(w_2 \sigma(w_1) - 1)^2 + (w_2 \sigma(-w_1) + 3)^2]$"
SIGMOID = (
    "p = sigma(w1), and w1 -> p is a smooth bijection onto (0, 1) with a smooth inverse and sigma(-w1) = 1 - p, which "
    "is near 1 where w1 is large"
)
network = function(lambda p, w: ((w * p - 1) ** 2 + (w * (1 - p) + 3) ** 2) / 2, p=None, w=None).named("f")
itself = function(lambda v, w: ((w * sigmoid(v) - 1) ** 2 + (w * sigmoid(-v) + 3) ** 2) / 2, v=None, w=None)
CHAIN_RULE = "josz-li-2023/remark-3-the-function-in-figure-3/chain-rule"
SADDLE = (scalar("3/4"), scalar(0))
LEVEL = scalar("19/4")
WINDOW = (-4, 8, -4, 3)


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
    statement=rf"""{FUNCTION} is $5$ where $w_2 = 0$, greater than $\frac92$ where $w_2 \ge 0$, and greater than
$\frac12$ everywhere. $f(w_1, 1) \le \frac92 + \frac4{{1 + w_1}}$ for $w_1 \ge 0$, and $f(w_1, -3) \le \frac12 +
\frac{{12}}{{1 - w_1}}$ for $w_1 \le 0$.""",
    reading="with sigma itself, at all points",
    scope="exhaustive",
)
@claim.general()
def bounds_with_sigma():
    """The line, the half plane, the whole plane; and the values along two rays, times 1 + w_1 and 1 - w_1."""
    v, everything, above = point("w1"), (None, None), (0, None)

    yield on_box(itself, [everything, (0, 0)]) == 5
    yield on_box(itself, [everything, above]) > "9/2"
    yield on_box(itself, [everything, everything]) > "1/2"
    yield on_box((1 + v) * (itself(v, scalar(1)) - "9/2"), {v: above}) <= 4
    yield on_box((1 - v) * (itself(v, scalar(-3)) - "1/2"), {v: (None, 0)}) <= 12


@claim(
    paper,
    "Remark 3, the function in Figure 3",
    part="chain rule",
    where="section 3, Remark 3",
    record="josz-li/fig-3-nolocalmin",
    statement=rf"""{FUNCTION} and its derivatives in terms of $p = \sigma(w_1)$, where $\sigma(-w_1) = 1 - p$ and $p' =
p (1 - p) > 0$.""",
    reading="with sigma itself, at all points; the kernel differentiates f",
    scope="exhaustive",
)
@claim.general()
def chain_rule():
    """f and both of its derivatives, and the factor."""
    v, w = point("w1"), point("w2")
    p = sigmoid(v)

    yield for_all_reals(itself(v, w) == network(p, w))
    yield for_all_reals(itself.derivative([v, w], [1, 0]) == p * (1 - p) * network.derivative([p, w], [1, 0]))
    yield for_all_reals(itself.derivative([v, w], [0, 1]) == network.derivative([p, w], [0, 1]))
    yield for_all_reals(p * (1 - p) > 0)


@claim(
    paper,
    "Figure 3",
    part="local minimum at infinity",
    where="section 2.1, Figure 3",
    record="josz-li/fig-3",
    statement=r"""$f$ has a local minimum at infinity, with the certificate $S = \{f \le c, w_2 > 0\}$, $U = \{w_2
> 0\}$ for $\frac92 < c < 5$: $S$ is closed, since $f = 5 > c$ where $w_2 = 0$; it contains the points $(w_1, 1)$
for all large $w_1$; and it is spurious, as its infimum is $\frac92$, while $f \to \frac12$ at $(w_1, -3)$, $w_1
\to -\infty$, and $f < \frac92$ at points of this kind.""",
    reading=f"a set certificate by Definition 2, for c = 9/2 + 1/k with k > 2; {SIGMOID}; E is 1 + exp(w1) and p = 1 - "
    "1/E, then E is 1 + exp(-w1) and p = 1/E",
    uses=("josz-li-2023/figure-3/bounds",),
    scope="parametric",
)
@claim.sample(k=4, m=2)
@claim.general()
def at_infinity(k: Positive, m: Positive):
    """The two families of points, for E = 4 k m >= 4 k: the first is in S, and on the second f - 1/2 <= 2 / k."""
    assume(k > 2, m >= 1)
    E = 4 * k * m
    c, q = scalar("9/2") + 1 / k, 1 / E

    yield c < 5
    yield value(network, at=(1 - q, 1)) == q**2 + 3 * q + "9/2"
    yield value(network, at=(1 - q, 1)) <= c
    yield value(network, at=(q, -3)) == 9 * q**2 + 3 * q + "1/2"
    yield value(network, at=(q, -3)) <= scalar("1/2") + 2 / k
    yield value(network, at=(q, -3)) < "9/2"


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
    uses=(CHAIN_RULE,),
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


@claim(
    paper,
    "Remark 3, the function in Figure 3",
    part="unbounded trajectories",
    where="section 3, Remark 3",
    record="josz-li/fig-3-nolocalmin",
    statement=r"""Every gradient trajectory of $f$ from a point with $f < 5$ is unbounded, as the only critical value is
$5$. From points with $w_2 > 0$ and $f < 5$, such as $(w_1, 1)$ with $w_1 \ge \log 15$, it stays where $w_2 > 0$, and $f
> \frac92$ there.""",
    reading=f"{SIGMOID}; sigma(log 15) = 15/16, and q is 1 - p; for w_1 >= 3 > log 15 with sigma itself. Known: f does "
    "not increase along trajectories, limit points of a bounded trajectory are critical, and a continuous function "
    "with values of both signs is zero in between",
    uses=(
        "josz-li-2023/remark-3-the-function-in-figure-3/critical-points",
        "josz-li-2023/figure-3/bounds",
    ),
    scope="exhaustive",
)
@claim.sample()
def unbounded_trajectories():
    """The line w_2 = 0, on which the critical point lies; the value above it, and the starts."""
    p, w, q = between("p"), point("w"), point("q")
    assume(w > 0, q > 0, q <= "1/16")
    yield network(p, scalar(0)) == 5
    for part in (p * w, (1 - p) * w):
        yield part > 0
    yield (p * w - 1) ** 2 >= 0
    yield network(p, w) > "9/2"
    yield network(1 - q, scalar(1)) < 5
    yield on_box(itself, [(3, None), (1, 1)]) < 5


def values_in_the_caption():
    """The saddle, and a point of S for this level; the bounds are claims."""
    yield value(network, at=SADDLE) == 5
    yield LEVEL > "9/2"
    yield LEVEL < 5
    yield value(network, at=("15/16", 1)) <= LEVEL


def draw(axes):
    """Level sets, the sets S and U, and the saddle."""
    import numpy
    import sympy

    left, right, low, high = WINDOW
    w1, w2 = numpy.meshgrid(numpy.linspace(left, right, 301), numpy.linspace(low, high, 281))
    polynomial = to_sympy(network)
    f = sympy.lambdify(polynomial.variables, polynomial.expr, "numpy")(1 / (1 + numpy.exp(-w1)), w2)
    level = float(to_sympy(LEVEL))
    axes.contour(w1, w2, f, levels=[0.6, 1, 2, 3, 4, 5, 6, 8, 11, 15], colors=SOFT, linewidths=0.6)
    axes.fill([left, right, right, left], [0, 0, high, high], color=FIRST, alpha=0.12, linewidth=0)
    axes.contourf(w1, w2, numpy.where(w2 > 0, f, 9), levels=[0, level], colors=[SECOND], alpha=0.35)
    axes.plot([numpy.log(3)], [0], "^", color=SECOND, markersize=8)
    for name, place in (("S", (5, 0.9)), ("U", (-3, 2))):
        axes.annotate(name, place, color=INK, fontsize=15)
    axes.set(xlim=(left, right), ylim=(low, high), xlabel="w₁", ylabel="w₂")


def picture():
    """The picture, of which the kernel accepts the values in the caption before it is drawn."""
    require_proved(*values_in_the_caption())
    caption = (
        f"Level sets of {FUNCTION} with the certificate of a local minimum at infinity: "
        "$S = \\{f \\le \\frac{19}4, w_2 > 0\\}$, where $f > \\frac92$; "
        "$U = \\{w_2 > 0\\}$, on whose edge $f = 5$. The only critical point is the saddle $(\\log 3, 0)$ (triangle)."
    )
    alt = (
        "Contour lines of a function of two variables. The upper half plane is shaded; in it a darker region opens to "
        "the right without an end. A triangle marks a point on the edge of the half plane."
    )
    return Picture(caption, alt, draw)
