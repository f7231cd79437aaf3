"""Example 2: a sigmoid network with one hidden layer and two data, whose gradient flow need not be bounded."""

from exactcheck import Positive, assume, claim, function, point
from exactcheck.landscape import exp, for_all_reals, hessian, inertia, on_box, real_solutions, sigmoid

from . import paper
from .sigmoid_chain import HALF, between_0_and_1

WHERE = "section 4.2, Example 2"
LOSS = r"""$f(w_1, w_2) = \frac12 [(w_2 \sigma(w_1) - 1)^2 + (w_2 \sigma(-w_1) + 1)^2]$"""
LETTER = (
    "s is sigma(w_1), a letter between 0 and 1, which is 1/2 for w_1 = 0 alone; sigma(-w_1) = 1 - s, and the "
    "derivative of s is s (1 - s)"
)
CHAIN_RULE = "josz-li-2023/example-2-critical-points/chain-rule"
EXPONENTIAL = "E is e^(w_1), a positive number, with s = E / (1 + E); it takes every positive value"


def loss(s, w):
    """f in terms of s = sigma(w_1) and w = w_2."""
    return HALF * ((w * s - 1) ** 2 + (w * (1 - s) + 1) ** 2)


def squares(s):
    """s^2 + (1 - s)^2, the curvature of f in w_2."""
    return s**2 + (1 - s) ** 2


f = function(loss, s=None, w=None).named("f")
network = function(lambda v, w: HALF * ((w * sigmoid(v) - 1) ** 2 + (w * sigmoid(-v) + 1) ** 2), v=None, w=None)


@claim(
    paper,
    "Example 2, critical points",
    part="chain rule",
    where=WHERE,
    record="josz-li/ex-2-critical",
    statement=rf"""{LOSS} and its derivatives in terms of $s = \sigma(w_1)$, where $\sigma(-w_1) = 1 - s$:
$\partial f / \partial w_1 = s (1 - s) w_2 ((2 s - 1) w_2 - 2)$ and $\partial f / \partial w_2 = (s^2 + (1 - s)^2) w_2
- (2 s - 1)$.""",
    reading="with sigma itself, at all points; the kernel differentiates f",
    scope="exhaustive",
)
@claim.general()
def chain_rule():
    """f, and both derivatives, in two forms."""
    w1, w2 = point("w1"), point("w2")
    s = sigmoid(w1)
    along_w1, along_w2 = (network.derivative([w1, w2], direction) for direction in ([1, 0], [0, 1]))

    yield for_all_reals(network(w1, w2) == f(s, w2))
    yield for_all_reals(along_w1 == s * (1 - s) * f.derivative([s, w2], [1, 0]))
    yield for_all_reals(along_w2 == f.derivative([s, w2], [0, 1]))
    yield for_all_reals(along_w1 == s * (1 - s) * w2 * ((2 * s - 1) * w2 - 2))
    yield for_all_reals(along_w2 == squares(s) * w2 - (2 * s - 1))


@claim(
    paper,
    "Example 2, critical points",
    where=WHERE,
    record="josz-li/ex-2-critical",
    statement=rf"""{LOSS} has the critical point $(0, 0)$ alone. (In $s$ and $w_2$ the derivatives $s (1 - s)
\partial f / \partial s$ and $\partial f / \partial w_2$ have the zeros $(\frac12, 0)$, $(0, -1)$ and $(1, 1)$, of
which the last two are limits at infinity.)""",
    reading=LETTER,
    uses=(CHAIN_RULE,),
    scope="exhaustive",
)
@claim.sample()
def critical():
    """All zeros of the gradient; the kernel differentiates f."""
    along_w1 = function(lambda s, w: s * (1 - s) * f.derivative([s, w], [1, 0]), s=None, w=None)
    along_w2 = function(lambda s, w: f.derivative([s, w], [0, 1]), s=None, w=None)

    yield real_solutions([along_w1, along_w2]) == [(HALF, 0), (0, -1), (1, 1)]


@claim(
    paper,
    "Example 2, critical points",
    part="values and saddle",
    where=WHERE,
    record="josz-li/ex-2-critical",
    statement=rf"""{LOSS}: $f(0, 0) = 1$, and $(0, 0)$ is a strict saddle: its Hessian has one negative eigenvalue
and a positive one. The limits at infinity have the value $\frac12$.""",
    reading=f"{LETTER}; the derivatives of f with sigma itself, up to the second ones, are those with 1/2 + w_1 / 4 "
    "for sigma(w_1)",
    uses=(CHAIN_RULE,),
)
@claim.sample()
def saddle():
    """The value and the derivatives at the point, and the inertia."""
    near = function(lambda w1, w2: loss(HALF + w1 / 4, w2), w1=None, w2=None).named("near")

    yield at_the_origin(network) == 1
    for first in ([1, 0], [0, 1]):
        yield at_the_origin(derivative(network, first)) == 0
        for second in ([1, 0], [0, 1]):
            yield at_the_origin(derivative(network, first, second)) == near.derivative([0, 0], first, second)
    yield inertia(hessian(near, at=(0, 0)), positive=1, negative=1, zero=0)
    yield f(0, -1) == HALF
    yield f(1, 1) == HALF


def derivative(of, *directions):
    """A derivative as a function of the point."""
    return function(lambda v, w: of.derivative([v, w], *directions), v=None, w=None)


def at_the_origin(of):
    """The value there, to be compared with a number."""
    return on_box(of, [(0, 0), (0, 0)])


@claim(
    paper,
    "Example 2, infimum",
    part="with sigma itself",
    where=WHERE,
    record="josz-li/ex-2-closedform",
    statement=rf"""{LOSS}: with $E = e^{{w_1}}$, $f \ge \frac12 + E / (1 + E^2) > \frac12$ for all $w_1$ and $w_2$,
with equality for $w_2 = 1 - 2 (1 + e^{{2 w_1}})^{{-1}}$.""",
    reading="with sigma and the exponential function themselves, at all points",
    scope="exhaustive",
)
@claim.general()
def infimum_itself():
    """The bound, that it is above 1/2, and where f is equal to it."""
    w1, w2 = point("w1"), point("w2")
    least = HALF + exp(w1) / (1 + exp(2 * w1))

    yield for_all_reals(network(w1, w2) >= least)
    yield for_all_reals(least > HALF)
    yield for_all_reals(network(w1, 1 - 2 / (1 + exp(2 * w1))) == least)


@claim(
    paper,
    "Example 2, infimum",
    where=WHERE,
    record="josz-li/ex-2-closedform",
    statement=rf"""{LOSS} is above $\frac12$ everywhere and has the infimum $\frac12$, approached as $w_1 \to \pm
\infty$ and $w_2 \to 1 - 2 (1 + e^{{2 w_1}})^{{-1}}$. For every $w_1$ that is the minimizer in $w_2$, with the
value $\frac12 + E / (1 + E^2)$, $E = e^{{w_1}}$.""",
    reading=f"k is 1 + E^2; {EXPONENTIAL}; at E = epsilon and E = 1 / epsilon the value is below 1/2 + epsilon",
    scope="parametric",
)
@claim.sample(E=3, epsilon="1/10")
@claim.general()
def infimum(E: Positive, epsilon: Positive):
    """(1 + E)^2 f as a square and the smallest value; the value is above 1/2, and near it for large and small E."""
    w, k = point("w"), 1 + E**2
    scaled = HALF * ((w * E - (1 + E)) ** 2 + (w + 1 + E) ** 2)
    lowest = k + 2 * E

    yield k * scaled == HALF * (k * w - (E**2 - 1)) ** 2 + HALF * (1 + E) ** 2 * lowest
    yield k - 2 == E**2 - 1
    yield (k * w - (E**2 - 1)) ** 2 >= 0
    yield lowest > k
    for value in (epsilon, epsilon**-1):
        yield value < epsilon * (1 + value**2)


@claim(
    paper,
    "Example 2, infimum",
    part="in terms of sigma",
    where=WHERE,
    record="josz-li/ex-2-closedform",
    statement=rf"""{LOSS}: with $m = s^2 + (1 - s)^2$, $m f = \frac12 (m w_2 - (2 s - 1))^2 + \frac12$ and $0 < m
< 1$ for $0 < s < 1$; so $f > \frac12$, and the smallest value for given $s$ is $1 / (2 m)$.""",
    reading=LETTER,
    scope="exhaustive",
)
@claim.general()
def infimum_by_sigma():
    """The identity, and the bounds on m."""
    (s,), w = between_0_and_1("s"), point("w")
    m = squares(s)

    yield m * f(s, w) == HALF * (m * w - (2 * s - 1)) ** 2 + HALF
    yield (m * w - (2 * s - 1)) ** 2 >= 0
    yield m > 0
    yield m < 1
    yield 2 * m - 1 == (2 * s - 1) ** 2


@claim(
    paper,
    "Example 2, unbounded flow",
    where=WHERE,
    record="josz-li/ex-2-unbounded",
    statement=rf"""{LOSS}: the gradient flow is unbounded from every point with $f < 1$, such as $(1, 1)$. (On
$w_1 = 0$, $f \ge 1$; where $f < 1$ there is no critical point, and $\dot w_1 = s (1 - s) w_2 (2 - c w_2)$, $c = 2
s - 1$, has the sign of $w_1$, so that $|w_1|$ increases.)""",
    reading=f"{LETTER}, so that c, between -1 and 1, has the sign of w_1; known: a bounded gradient flow has a limit "
    "point, and limit points are critical",
    uses=("josz-li-2023/example-2-critical-points", CHAIN_RULE, "josz-li-2023/example-2-unbounded-flow/signs"),
    scope="exhaustive",
)
@claim.general()
def unbounded():
    """f in terms of c and w; the derivative of w_1; the line w_1 = 0; f(1, 1) < 1."""
    c, w = point("c"), point("w")
    s = HALF * (1 + c)
    flow = -s * (1 - s) * f.derivative([s, w], [1, 0])
    assume(c**2 < 1)

    yield f(s, w) == 1 + w**2 * (1 + c**2) / 4 - c * w
    yield flow == s * (1 - s) * w * (2 - c * w)
    yield s * (1 - s) > 0
    yield f(HALF, w) >= 1
    yield on_box(network, [(0, 0), (None, None)]) >= 1
    yield on_box(network, [(1, 1), (1, 1)]) < 1


@claim(
    paper,
    "Example 2, unbounded flow",
    part="signs",
    where=WHERE,
    record="josz-li/ex-2-unbounded",
    statement=r"""Where $4 f - 4 = w_2^2 (1 + c^2) - 4 c w_2 < 0$: $0 < c w_2 < 2$, and $|w_2| \le 4$.""",
    reading="c w_2 is d in the end, and c^2 is k < 1; w_2^2 <= 4 c w_2 <= 4 |w_2|",
    scope="exhaustive",
)
@claim.general()
def signs():
    """w^2 (1 + c^2) < 4 d gives d > 0; times c^2 / d it is r = d (1 + c^2) - 4 c^2 <= 0, and with c^2 < 1, d < 2."""
    c, w = point("c"), point("w")
    assume(w**2 * (1 + c**2) < 4 * c * w)
    yield c * w > 0
    yield w**2 <= 4 * c * w
    yield 4 * c * w * c**2 - w**2 * (1 + c**2) * c**2 == -(c * w) * (c * w * (1 + c**2) - 4 * c**2)

    d, k, r = point("d"), point("k"), point("r")
    assume(d > 0, d * r <= 0, k >= 0, k < 1, d * (1 + k) <= 4 * k)
    yield r <= 0
    yield (2 - d) * (1 + k) > 0
    yield d < 2


open_question = claim.not_checkable(
    paper,
    "Example 2, over-parameterized networks",
    part="question",
    where="section 4.2, before Example 2",
    record="josz-li/ex-2-open",
    statement=r"""It is open whether the gradient flow is bounded in the over-parameterized case, in which there
is at least one global minimum that is attained.""",
    reason="an open question states nothing; the other parts of this claim answer it in the negative, in a stated "
    "reading",
)
