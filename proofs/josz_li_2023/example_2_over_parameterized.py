"""The question before Example 2: with an attained minimum of value 0 the gradient flow still need not be bounded."""

from exactcheck import Integer, Positive, Real, assume, claim, function, inner, point, scalar

from . import paper
from .sigmoid_chain import HALF
from .vectors import arbitrary_vector, rows_of, vector_of_ones

LABEL = "Example 2, over-parameterized networks"
ABOUT = {"where": "section 4.2, before Example 2", "record": "josz-li/ex-2-open"}
LOSS = r"""$f(w_1, w_2) = \frac12 [(w_2 \sigma(w_1) - 5)^2 + (w_2 \sigma(2 w_1) - 3)^2]$"""
LETTER = (
    "u is e^(-w_1) > 0, which takes every positive value, falls as w_1 grows and has the derivative -u; A = 1 + u and "
    "B = 1 + u^2, so that sigma(w_1) = 1 / A and sigma(2 w_1) = 1 / B"
)
BARRIER = scalar("225/122")


class Scaled:
    """f and its derivatives without denominators: A^2 B^2 f, its derivative in w = w_2, and that in u divided by w."""

    def __init__(self, u, A, B, w):
        self.f = HALF * ((w - 5 * A) ** 2 * B**2 + (w - 3 * B) ** 2 * A**2)
        self.in_w = (w - 5 * A) * B**2 + (w - 3 * B) * A**2
        self.in_u = -(w - 5 * A) * B**3 - 2 * u * (w - 3 * B) * A**3
        self.norm = A**2 + B**2


f = function(lambda a, b, w: HALF * ((w * a - 5) ** 2 + (w * b - 3) ** 2), a=None, b=None, w=None).named("f")


@claim(
    paper,
    LABEL,
    part="answer",
    statement=rf"""{LOSS}, the network of Example 2 on the data $(1, 5)$, $(2, 3)$: the gradient flow from every
point with $w_1 > \log 3$ and $f < 225/122$ is unbounded, although $f$ has the attained minimum 0. (Where $w_1 =
\log 3$, $f \ge 225/122$; and where $w_1 > \log 3$ there are no critical points.)""",
    reading="over-parameterized: with as many weights as data, or more, and an attained global minimum of value 0; "
    f"{LETTER}; f does not increase along the flow, which therefore stays in the region; known: limit points "
    "of a bounded flow are critical",
    scope="exhaustive",
    **ABOUT,
)
@claim.sample()
def answer():
    """The barrier u = 1/3; then, for u < 1/3: where the derivative in w is zero, w and that in u are positive."""
    u, w = point("u"), point("w")
    A, B = 1 + u, 1 + u**2
    of = Scaled(u, A, B, w)
    assume(u > 0, u < "1/3")

    yield f("3/4", "9/10", w) >= BARRIER
    yield of.norm * w == A * B * (5 * B + 3 * A) + of.in_w
    yield of.norm * of.in_u == (5 * A - 3 * B) * A**2 * B**2 * (B - 2 * u * A) - of.in_w * (B**3 + 2 * u * A**3)
    yield of.norm > 0
    yield A * B * (5 * B + 3 * A) > 0
    yield 5 * A - 3 * B > 0
    yield B - 2 * u * A > 0


@claim(
    paper,
    LABEL,
    part="derivatives",
    statement=r"""With $a = \sigma(w_1) = 1 / A$, $b = \sigma(2 w_1) = 1 / B$ and $u = e^{-w_1}$: $a' = u a^2$,
$b' = 2 u^2 b^2$, and the gradient of $f$ is $-u w_2 g / (A B)^3$ in $w_1$ and $h / (A B)^2$ in $w_2$, with the
$g$ and $h$ of the proof.""",
    reading=f"{LETTER}; v is u^2",
    scope="exhaustive",
    **ABOUT,
)
@claim.general()
def derivatives():
    """Derivatives of 1 / A and 1 / B from a A = 1 and b B = 1; those of f with letters for A and B."""
    u, w, A, B = (point(name) for name in ("u", "w", "A", "B"))
    assume(A > 0, B > 0)
    of, at = Scaled(u, A, B, w), [A**-1, B**-1, w]
    inverse = function(lambda a, u: a * (1 + u) - 1, a=None, u=None).named("inverse")

    yield inverse.derivative([A**-1, A - 1], [(A - 1) * A**-2, -(A - 1)]) == 0
    yield inverse.derivative([B**-1, B - 1], [2 * (B - 1) * B**-2, -2 * (B - 1)]) == 0
    yield f.derivative(at, [u * A**-2, 2 * u**2 * B**-2, 0]) == -u * w * of.in_u * A**-3 * B**-3
    yield f.derivative(at, [0, 0, 1]) == of.in_w * A**-2 * B**-2
    yield f(*at) == of.f * A**-2 * B**-2


@claim(
    paper,
    LABEL,
    part="minimum and start",
    statement=rf"""{LOSS}: $f(-\log 2, 15) = 0$, and $f(\log 10, 4) < 225/122$.""",
    reading=LETTER,
    **ABOUT,
)
@claim.sample()
def values():
    """u = 2 and u = 1/10: sigma is 1/3 and 1/5, and 10/11 and 100/101."""
    yield f("1/3", "1/5", 15) == 0
    yield f("10/11", "100/101", 4) < BARRIER


@claim(
    paper,
    LABEL,
    part="spurious local minimum at infinity",
    statement=rf"""{LOSS}: for $1 < c < 225/122$ the closed set where $w_1 \ge \log 3$ and $f \le c$ is a setwise
local minimum, unbounded and spurious: on it $f > 1$, and $f \to 1$ as $w_1 \to \infty$ with $w_2 = 4$.""",
    reading=f"{LETTER}; it is open and closed in [f <= c], as f >= 225/122 on the line w_1 = log 3, and so has an open "
    "neighbourhood on which f > c outside of it",
    uses=("josz-li-2023/example-2-over-parameterized-networks/answer",),
    scope="parametric",
    **ABOUT,
)
@claim.sample(epsilon="1/10")
@claim.general()
def local_minimum_at_infinity(epsilon: Positive):
    """A lower bound for f as a square, above 1 for 0 < u <= 1/3; and with w = 4, f <= 1 + 4 u for u <= 1/3."""
    u, w = point("u"), point("w")
    A, B = 1 + u, 1 + u**2
    of = Scaled(u, A, B, w)
    assume(u > 0, u <= "1/3")

    yield 2 * of.norm * of.f == of.in_w**2 + A**2 * B**2 * (5 * A - 3 * B) ** 2
    yield (5 * A - 3 * B) ** 2 - 2 * of.norm > 0
    yield Scaled(u, A, B, 4).f <= A**2 * B**2 * (1 + 4 * u)
    assume(4 * u <= epsilon)
    yield 1 + 4 * u <= 1 + epsilon


@claim(
    paper,
    LABEL,
    part="any number of neurons",
    statement=r"""With $m$ hidden neurons, $F(w, v) = \frac12 \sum_k (\sum_j v_j \sigma(w_j x_k) - y_k)^2$, points
with $w_1 = \dots = w_m$ and $v_1 = \dots = v_m$ stay such points under the gradient flow, and $F = f(w_1, V)$
there, $V = m v_1$, with $\dot w_1 = -\frac1m \partial f / \partial w_1$ and $\dot V = -m \, \partial f / \partial
V$. Along this flow $f$ falls too, and it rests at the critical points of $f$ alone; so the flow with $m$ neurons
is unbounded for every $m$.""",
    reading="for every m and one of the data, as the derivatives are sums over the data: those along arbitrary D and E "
    "are those along the sums of their entries; near the point sigma(w_j x) is s + d (w_j - w)",
    uses=("josz-li-2023/example-2-over-parameterized-networks/answer",),
    scope="general",
    **ABOUT,
)
@claim.sample(m=2, w=1, v=3, s="1/3", d="2/9", y=5)
@claim.general()
def neurons(m: Integer, w: Real, v: Real, s: Positive, d: Real, y: Real):
    """Derivatives along arbitrary directions of the weights of the hidden neurons, and of those of the last layer."""
    rows = rows_of("neurons", m)
    one = vector_of_ones(rows)
    D, E = (arbitrary_vector(name, rows) for name in "DE")

    def output(W, V):
        return inner(V, s * one + d * (W - w * one)) - y

    F = function(lambda W, V: HALF * output(W, V) ** 2, W=one.shape, V=one.shape).named("F")
    f1 = function(lambda w1, w2: HALF * (w2 * (s + d * (w1 - w)) - y) ** 2, w1=None, w2=None).named("f1")
    at, alone, zero = [w * one, v * one], [w, m * v], 0 * one

    yield F(*at) == f1(*alone)
    yield m * F.derivative(at, [D, zero]) == inner(one, D) * f1.derivative(alone, [1, 0])
    yield F.derivative(at, [zero, E]) == inner(one, E) * f1.derivative(alone, [0, 1])
