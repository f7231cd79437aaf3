"""Equations (9a) and (9b): the gradient flow of the one-dimensional sigmoid network."""

from exactcheck import Real, assume, claim, function, point

from . import paper
from .sigmoid_chain import HALF, TANGENTS, SigmoidChain, between_0_and_1, loss_of_last_weight, tangent

WHERE_A, WHERE_B = "section 4.2, equation (9a)", "section 4.2, equation (9b)"


@claim(
    paper,
    "Equation (9a)",
    where=WHERE_A,
    record="josz-li/eq-9a",
    statement=r"""For $L \ge 2$: $\dot w_L = -(w_L \sigma(w_{L-1} p_{L-2}) - y) \, \sigma(w_{L-1} p_{L-2})$.""",
    reading="for every L >= 2, as s = sigma(w_(L-1) p_(L-2)) does not depend on w_L; for L = 1 there is no p_(L-2)",
    scope="parametric",
)
@claim.sample(y=3)
@claim.general()
def last_layer(y: Real):
    """The derivative of f in w_L."""
    (s,), w = between_0_and_1("s"), point("w_L")
    f = loss_of_last_weight(s, y)

    yield -f.derivative([w], [1]) == -(w * s - y) * s


@claim(
    paper,
    "Equation (9b)",
    where=WHERE_B,
    record="josz-li/eq-9b",
    statement=r"""For $L \ge 2$ and $i = L - 1, \dots, 1$: $\dot w_i = \frac{p_{i-1}}{1 + e^{w_i p_{i-1}}} \dot
w_{i+1} w_{i+1}$.""",
    reading="for all L and i: f is a function g of w_(i+1) p_i, where p_i = sigma(w_i p_(i-1)), with the slope d; "
    f"{TANGENTS}",
    scope="exhaustive",
)
@claim.general()
def neighbours():
    """Two neighbouring layers."""
    (s,) = between_0_and_1("s")
    p, lower, upper, d, value = (point(name) for name in ("p", "w_i", "w_next", "d", "g"))

    def loss(a, b):
        return value + d * (b * tangent(s, a * p, lower * p) - upper * s)

    f = function(loss, a=None, b=None).named("f")
    flow, next_flow = -f.derivative([lower, upper], [1, 0]), -f.derivative([lower, upper], [0, 1])

    yield flow == p * (1 - s) * next_flow * upper


@claim(
    paper,
    "Equation (9b)",
    part="networks",
    where=WHERE_B,
    record=("josz-li/eq-9b", "josz-li/eq-9a"),
    statement=r"""In the networks with $L = 2, \dots, 6$ layers the derivative of $f$ along $(1, 0, \dots, 0),
\dots, (0, \dots, 0, 1)$ is $-\dot w_1, \dots, -\dot w_L$ with (9a) and (9b).""",
    reading=TANGENTS,
    scope="parametric",
)
@claim.sample(x=-2, y=3)
@claim.general()
def networks(x: Real, y: Real):
    """All layers; the kernel differentiates the nested function."""
    for layers in range(2, 7):
        yield from gradient_is_minus_the_flow(SigmoidChain(layers, x, y))


def gradient_is_minus_the_flow(chain):
    """One derivative for each layer."""
    f, flow = chain.f, chain.flow()
    for i, velocity in enumerate(flow):
        yield f.derivative(chain.w, [int(i == j) for j in range(chain.layers)]) == -velocity


@claim(
    paper,
    "Equation (9b)",
    part="derivative of sigma",
    where=WHERE_B,
    record="josz-li/eq-9b",
    statement=r"""$\sigma(z) = e^z / (1 + e^z) \in (0, 1)$, $1 - \sigma(z) = 1 / (1 + e^z)$ and $\sigma' = \sigma
(1 - \sigma)$.""",
    reading="with q = 1 + e^z, whose derivative is q - 1; the derivative of sigma is what solves (sigma q - (q - 1))' "
    "= 0",
    scope="exhaustive",
)
@claim.general()
def sigma():
    """The function and its derivative in terms of q."""
    q = point("q")
    assume(q > 1)
    value = (q - 1) * q**-1
    relation = function(lambda s, q: s * q - (q - 1), s=None, q=None).named("relation")

    yield value > 0
    yield value < 1
    yield 1 - value == q**-1
    yield value - HALF == HALF * (q - 2) * q**-1
    yield relation(value, q) == 0
    yield relation.derivative([value, q], [value * (1 - value), q - 1]) == 0
