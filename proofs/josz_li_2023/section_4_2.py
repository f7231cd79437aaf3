"""Section 4.2: the one-dimensional sigmoid network, its loss and what is said of it around Proposition 5."""

from exactcheck import Positive, Real, assume, claim, point

from . import paper
from .sigmoid_chain import HALF, SigmoidChain, between_0_and_1, loss_of_last_weight, zero_at_critical_points
from .theorem_1 import PATHS

P = "josz-li/sec-4.2-p"
WORDING = "josz-li/prop-5-wording"
NETWORK = r"$f(w_1, \dots, w_L) = \frac12 (w_L \sigma(w_{L-1} \cdots \sigma(w_1 x)) - y)^2$"


@claim(
    paper,
    "Section 4.2, assumptions",
    where="section 4.2, before Proposition 5",
    record="josz-li/sec-4.2-assumptions",
    statement=rf"""{NETWORK} is nonnegative; for $L \ge 2$, where $\partial f / \partial w_L = (w_L s - y) s$ with $s >
0$, $f = \frac12 s^{{-2}} (\partial f / \partial w_L)^2$, so that 0 is its only critical value, attained at $w_L = y /
s$.""",
    reading="(a) and (d), for all L >= 2 (for L = 1 see Proposition 5, critical points, one layer); s is the value of "
    "the last sigma, 0 < s < 1. (b) and (c): f is continuously differentiable, as sigma is. The paper cites the "
    "Morse-Sard theorem for definable functions for (d)",
    uses=("josz-li-2023/equation-9a",),
    scope="parametric",
)
@claim.sample(y=3)
@claim.general()
def assumptions(y: Real):
    """f >= 0, and f in terms of its derivative; the value 0 is attained where w_L = y / s."""
    (s,), w = between_0_and_1("s"), point("w_L")

    yield loss_of_last_weight(s, y).derivative([w], [1]) == (w * s - y) * s
    yield from zero_at_critical_points(s, y)


@claim(
    paper,
    "Section 4.2, definition of p",
    where="section 4.2, proof of Proposition 5",
    record=P,
    statement=r"""With $p_0 = x$ and $p_{i+1} = \sigma(w_{i+1} p_i)$ for $i + 1 \le L - 2$: $p_i \in (0, 1)$ for
$i \ge 1$, and the network is $w_L \sigma(w_{L-1} p_{L-2})$; for $L = 2, \dots, 6$ this has the loss $f$.""",
    reading="E > 0 is e^z for the argument z of a sigma, which is E / (1 + E) with q = 1 + E",
    scope="parametric",
)
@claim.sample(x=-2, y=3)
@claim.general()
def values(x: Real, y: Real):
    """sigma is between 0 and 1, and the nested loss at the point is that of the last layer."""
    q = point("q")
    assume(q > 1)
    yield (q - 1) * q**-1 > 0
    yield (q - 1) * q**-1 < 1
    for layers in range(2, 7):
        chain = SigmoidChain(layers, x, y)
        yield chain.f(*chain.w) == HALF * (chain.w[-1] * chain.p[-1] - y) ** 2


@claim(
    paper,
    "Section 4.2, local minima at infinity as printed",
    where="section 4.2, before Proposition 5",
    record=WORDING,
    statement=rf"""{NETWORK} has no local minima at infinity.""",
    reading="for L = 2, x = y = 1: the closed set of all (w, 1 / sigma(w)) is unbounded; it would be no setwise local "
    "minimum, although no f(v) is below 0, only if f were positive somewhere on it; as for every f, the whole "
    "space is one too",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(s="1/2")
def no_local_minima(s: Positive):
    """At w = 0, where sigma is 1/2; f is 0 there and everywhere else on the set."""
    assume(s < 1)

    yield loss_of_last_weight(s, 1)(s**-1) > 0


@claim(
    paper,
    "Section 4.2, spurious local minima at infinity",
    where="section 4.2, before Proposition 5",
    record=WORDING,
    statement=rf"""With the word spurious, which is missing in print: {NETWORK} has no spurious local minima at
infinity, because from every point with $f > 0$ a path runs below its value to 0. (For $L \ge 2$ let $w_L$ go to $y / s$
along a segment: $f$ falls strictly, as $(1 - t)^2 f(w)$, to 0.)""",
    reading=f"for all L >= 2; s > 0 is the value of the last sigma, which does not depend on w_L; known: {PATHS}",
    repairs="section-4-2-local-minima-at-infinity-as-printed",
    scope="parametric",
)
@claim.sample(y=3)
@claim.general()
def no_spurious_local_minima(y: Real):
    """Along the segment, f and its derivative (1 - t)^2 f and -2 (1 - t) f, negative where f > 0 and t < 1."""
    (s,), w, t, value = between_0_and_1("s"), point("w_L"), point("t"), point("f_value")
    f, end = loss_of_last_weight(s, y), y * s**-1

    yield f(w + t * (end - w)) == (1 - t) ** 2 * f(w)
    yield f(end) == 0
    assume(value > 0, t >= 0, t < 1)
    yield -2 * (1 - t) * value < 0
