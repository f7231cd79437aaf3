"""Equations (9a) and (9b): the gradient flow of the one-dimensional sigmoid network."""

from exactcheck import Real, claim, function, point
from exactcheck.landscape import exp, for_all_reals, sigmoid

from . import paper
from .sigmoid_chain import HALF, TANGENTS, SigmoidChain, between_0_and_1, loss_of_last_weight

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
    "Equation (9a)",
    part="two layers",
    where=WHERE_A,
    record=("josz-li/eq-9a", "josz-li/eq-9b"),
    statement=r"""For $L = 2$, $f(w_1, w_2) = \frac12 (w_2 \sigma(w_1 x) - y)^2$: $\dot w_2 = -(w_2 \sigma(w_1 x) - y)
\sigma(w_1 x)$ and $\dot w_1 = \frac{x}{1 + e^{w_1 x}} \dot w_2 w_2$.""",
    reading="with sigma itself, at all points and for all x and y",
    scope="exhaustive",
)
@claim.general()
def two_layers():
    """The derivatives along both weights."""
    x, y, lower, upper = (point(name) for name in ("x", "y", "w_1", "w_2"))
    f = function(lambda a, b: HALF * (b * sigmoid(a * x) - y) ** 2, a=None, b=None).named("f")
    flow, next_flow = -f.derivative([lower, upper], [1, 0]), -f.derivative([lower, upper], [0, 1])

    yield for_all_reals(next_flow == -(upper * sigmoid(lower * x) - y) * sigmoid(lower * x))
    yield for_all_reals(flow == x / (1 + exp(lower * x)) * next_flow * upper)


@claim(
    paper,
    "Equation (9b)",
    where=WHERE_B,
    record="josz-li/eq-9b",
    statement=r"""For $L \ge 2$ and $i = L - 1, \dots, 1$: $\dot w_i = \frac{p_{i-1}}{1 + e^{w_i p_{i-1}}} \dot
w_{i+1} w_{i+1}$.""",
    reading="for all L and i, with sigma itself: f is a function g of w_(i+1) p_i, where p_i = sigma(w_i p_(i-1)); g "
    "is replaced by its tangent at the point, with the slope d, which keeps first derivatives",
    scope="exhaustive",
)
@claim.general()
def neighbours():
    """Two neighbouring layers."""
    p, lower, upper, d, value = (point(name) for name in ("p", "w_i", "w_next", "d", "g"))

    def loss(a, b):
        return value + d * (b * sigmoid(a * p) - upper * sigmoid(lower * p))

    f = function(loss, a=None, b=None).named("f")
    flow, next_flow = -f.derivative([lower, upper], [1, 0]), -f.derivative([lower, upper], [0, 1])

    yield for_all_reals(flow == p / (1 + exp(lower * p)) * next_flow * upper)


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
    reading="for all real z; sigma > 1/2 exactly for z > 0, by its product with 1 + e^z",
    scope="exhaustive",
)
@claim.general()
def sigma():
    """The function and its derivative."""
    z, s = point("z"), function(sigmoid, z=None).named("sigma")

    yield for_all_reals(s(z) == exp(z) / (1 + exp(z)))
    yield for_all_reals(s(z) > 0)
    yield for_all_reals(s(z) < 1)
    yield for_all_reals(1 - s(z) == 1 / (1 + exp(z)))
    yield for_all_reals(s(-z) == 1 - s(z))
    yield for_all_reals((s(z) - HALF) * (1 + exp(z)) == HALF * (exp(z) - 1))
    yield for_all_reals(s.derivative([z], [1]) == s(z) * (1 - s(z)))
