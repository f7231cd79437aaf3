"""Proposition 5: the gradient flow of the one-dimensional sigmoid network is bounded; and its critical points."""

from exactcheck import Positive, Real, assume, claim, function, point

from . import paper
from .sigmoid_chain import HALF, SIGMA, between_0_and_1, loss_of_last_weight, zero_at_critical_points

RECORD = "josz-li/prop-5"
WHERE = "section 4.2, Proposition 5"
STEPS = tuple(
    f"josz-li-2023/proposition-5-{name}" for name in ("signs", "first-case", "second-case", "induction", "first-layer")
)
CRITICAL = {"where": "section 4.2, after Proposition 5", "record": "josz-li/prop-5-critical"}
FIRST = "josz-li/prop-5-firstlayer"


every_network = claim.not_checkable(
    paper,
    "Proposition 5",
    part="every network",
    where=WHERE,
    record=RECORD,
    statement=r"""The gradient flow of the sigmoid network (8) is bounded, for all $L$, $x$ and $y$.""",
    reading="true: from a time T on no weight and no derivative changes its sign; then |w_L| is at most |w_L(T)| or "
    "(4 C + 2 y^2)^(1/2) / s_0 by the two cases, the other weights are bounded down to i = 2 by the induction, and "
    "w_1 by the first layer, where it is constant for x = 0. The printed cases need L >= 3; the parts decide L = 1 "
    "and L = 2",
    reason="a statement about solutions of differential equations; the steps are decided beside it for every L",
    uses=STEPS,
)


@claim(
    paper,
    "Proposition 5",
    part="bounds",
    where=WHERE,
    record=RECORD,
    statement=r"""If $a \le w \le a + \frac12 b^2$ or $a - \frac12 b^2 \le w \le a$, then $|w| \le |a| + \frac12 b^2$.
If $k \le z + e^z \le K$, then $\min(0, k - 1) \le z \le K$.""",
    reading="what the induction and the first layer say of w_i and of z = w_1 x; in letters, with E for e^z, E > 0, "
    "and E < 1 for z < 0",
    scope="exhaustive",
)
@claim.general()
def bounded():
    """From the monotone quantities of the proof to bounds."""
    up, down, a, size, b = (point(name) for name in ("w_up", "w_down", "a", "size", "b"))
    assume(a <= size, a >= -size, up >= a, up <= a + HALF * b**2, down <= a, down >= a - HALF * b**2)
    for w in (up, down):
        yield w <= size + HALF * b**2
        yield w >= -size - HALF * b**2

    yield from first_weight_bounded()


def first_weight_bounded():
    """z <= K as e^z > 0, and z > k - 1 where z < 0."""
    z, E, low, E_low, k, K = (point(name) for name in ("z", "E", "z_negative", "E_negative", "k", "K"))
    assume(E > 0, z + E <= K, low < 0, E_low < 1, low + E_low >= k)
    yield z <= K
    yield low > k - 1


@claim(
    paper,
    "Proposition 5",
    part="two layers",
    where=WHERE,
    record=RECORD,
    statement=r"""For $L = 2$, where the two cases of the printed proof do not apply, with $z = w_1 x$: $\dot z = x^2 (1
- s) \dot w_2 w_2$ has the sign of $\dot w_2 w_2$; and bounds on $z + e^z$ bound $z$.""",
    reading=f"for every x; q = w_2' w_2; {SIGMA}. If q >= 0 from a time T on, then s >= s_0 = sigma(z(T)), and s_0^2 "
    "w_2^2 <= 4 C + 2 y^2 as in the first case; otherwise w_2^2 decreases; so w_2 is bounded, and z + e^z = x^2 "
    "w_2^2 / 2 + C_3, too",
    uses=STEPS,
    scope="parametric",
)
@claim.sample(x=-1)
@claim.general()
def two_layers(x: Real):
    """The derivative of z and its sign."""
    (s,), q = between_0_and_1("s"), point("q")
    w_flow = x * (1 - s) * q
    assume(q >= 0)

    yield x * w_flow == x**2 * (1 - s) * q
    yield x**2 * (1 - s) * q >= 0
    yield x**2 * (1 - s) * -q <= 0
    yield from first_weight_bounded()


@claim(
    paper,
    "Proposition 5",
    part="one layer",
    where=WHERE,
    record=RECORD,
    statement=r"""For $L = 1$, where the loss is $\frac12 (w_1 x - y)^2$: the derivative of $(w_1 x - y)^2$ along the
flow is $-2 x^2 (w_1 x - y)^2 \le 0$, and $\dot w_1 = -(w_1 x - y) x$.""",
    reading="(9) speaks of L >= 2 alone; so w_1 is bounded for x other than 0, and constant for x = 0",
    scope="parametric",
)
@claim.sample(x=-1, y=2)
@claim.general()
def one_layer(x: Real, y: Real):
    """The derivative of the squared residual along the flow."""
    w = point("w")
    f = loss_of_last_weight(x, y)
    flow = -f.derivative([w], [1])

    yield flow == -(w * x - y) * x
    yield 2 * f.derivative([w], [flow]) == -2 * x**2 * (w * x - y) ** 2
    yield x**2 >= 0
    yield (w * x - y) ** 2 >= 0


@claim(
    paper,
    "Proposition 5, first layer",
    where="section 4.2, end of the proof of Proposition 5",
    record=FIRST,
    statement=r"""$(1 + e^{w_1 x}) \dot w_1 = x \dot w_2 w_2$; hence $w_1 x + e^{w_1 x} - \frac12 x^2 w_2^2$ is
constant: its derivative is 0. As $e^z > 0$, and $e^z < 1$ for $z < 0$, bounds on $z + e^z$ bound $z$.""",
    reading="for all L >= 2; q_1 = 1 + e^z with z = w_1 x, whose derivative is e^z times that of z; by (9b), as 1 - s "
    "= 1 / q_1",
    uses=("josz-li-2023/equation-9b",),
    scope="parametric",
)
@claim.sample(x=-2)
@claim.general()
def first_layer(x: Real):
    """The derivative of the conserved quantity by the chain rule; then the bounds."""
    q, w, next_w, next_flow = (point(name) for name in ("q_1", "w_1", "w_2", "flow_2"))
    assume(q > 1)
    flow = x * q**-1 * next_flow * next_w
    conserved = function(lambda z, E, w: z + E - HALF * x**2 * w**2, z=None, E=None, w=None).named("conserved")

    yield q * flow == x * next_flow * next_w
    yield conserved.derivative([w * x, q - 1, next_w], [x * flow, (q - 1) * x * flow, next_flow]) == 0
    yield from first_weight_bounded()


@claim(
    paper,
    "Proposition 5, critical points",
    statement=r"""Every critical point of (8) is a global minimum: for $L \ge 2$, $f = \frac12 s^{-2} (\partial f
/ \partial w_L)^2$, and 0 is the smallest value, attained at $w_L = y / s$.""",
    reading="for L >= 2; s > 0 is the value of the last sigma",
    uses=("josz-li-2023/equation-9a",),
    scope="parametric",
    **CRITICAL,
)
@claim.sample(y=3)
@claim.general()
def critical_points(y: Real):
    """f from its derivative in w_L."""
    (s,) = between_0_and_1("s")
    yield from zero_at_critical_points(s, y)


@claim(
    paper,
    "Proposition 5, critical points",
    part="one layer",
    statement=r"""For $L = 1$ too: $f'(w)^2 = 2 x^2 f(w)$, and $f$ is constant for $x = 0$.""",
    reading="for L = 1; the residual need not be zero then",
    scope="parametric",
    **CRITICAL,
)
@claim.sample(x=2, y=3)
@claim.general()
def critical_points_of_one_layer(x: Positive, y: Real):
    """For x > 0, as x and w may change their signs together; and for x = 0."""
    w, v = point("w"), point("v")
    f = loss_of_last_weight(x, y)

    yield f.derivative([w], [1]) ** 2 == 2 * x**2 * f(w)
    yield HALF * (w * 0 - y) ** 2 == HALF * (v * 0 - y) ** 2


@claim(
    paper,
    "Section 4.2, auto-balancing",
    where="section 4.2, before Proposition 5",
    statement=r"""The auto-balancing of linear networks does not hold: for $L = 2$ the derivative of $w_2^2 -
w_1^2$ is $2 (1 - w_1 x (1 - s)) \dot w_2 w_2$, which is not zero for $w_1 = 0$, $w_2 = y = 1$.""",
    uses=("josz-li-2023/equation-9a", "josz-li-2023/equation-9b"),
    scope="parametric",
)
@claim.sample(x=2)
@claim.general()
def no_balancing(x: Real):
    """The derivative by (9), and its value where sigma is 1/2."""
    (s,), w, q, half = between_0_and_1("s"), point("w_1"), point("q"), HALF

    yield 2 * q - 2 * w * (x * (1 - s) * q) == 2 * (1 - w * x * (1 - s)) * q
    yield 2 * (1 - 0 * x) * (-(half - 1) * half) > 0
