"""Equation (4a): the gradient flow of a deep linear network, layer by layer."""

from exactcheck import Integer, arbitrary_matrix, claim, function, inner, norm_squared

from . import paper
from .linear_network import HALF, networks
from .vectors import rows_of

RECORD = "josz-li/eq-4a"
WHERE = "section 4.1, equation (4a)"


@claim(
    paper,
    "Equation (4a)",
    where=WHERE,
    record=RECORD,
    statement=r"""For every number of layers $L$ and every $i$ the flow along minus the gradient of $f(W_1, \dots,
W_L) = \frac12 \|W_L \cdots W_1 X - Y\|_F^2$ is $\dot W_i = -(W_L \cdots W_{i+1})^T (W_L \cdots W_1 X - Y)(W_{i-1}
\cdots W_1 X)^T$.""",
    reading="for all sizes, with arbitrary matrices A and B in place of the products W_L ... W_(i+1) and W_(i-1) ... "
    "W_1 X, which do not depend on W_i; A = I for i = L and B = X for i = 1",
    scope="general",
)
@claim.general()
def one_layer(out: Integer, after: Integer, before: Integer, data: Integer):
    """The derivative along every direction in the layer i: inside of the network, as the last and as the only layer."""
    outputs, inputs, columns = rows_of("out", out), rows_of("before", before), rows_of("data", data)
    width = rows_of("after", after)
    A, B, Y = (
        arbitrary_matrix("A", outputs, width),
        arbitrary_matrix("B", inputs, columns),
        arbitrary_matrix("Y", outputs, columns),
    )
    W, D = arbitrary_matrix("W", width, inputs), arbitrary_matrix("D", width, inputs)
    last, along = arbitrary_matrix("V", outputs, inputs), arbitrary_matrix("E", outputs, inputs)
    f = function(lambda W: HALF * norm_squared(A @ W @ B - Y), W=W.shape).named("f")
    g = function(lambda W: HALF * norm_squared(W @ B - Y), W=last.shape).named("g")

    yield f.derivative([W], [D]) == inner(A.T @ (A @ W @ B - Y) @ B.T, D)
    yield g.derivative([last], [along]) == inner((last @ B - Y) @ B.T, along)


@claim(
    paper,
    "Equation (4a)",
    part="one to four layers at once",
    where=WHERE,
    record=RECORD,
    statement=r"""For $L = 1, 2, 3, 4$ the derivative of $f$ along $(D_1, \dots, D_L)$ is $-\sum_i \langle \dot
W_i, D_i \rangle$ with the $\dot W_i$ of (4a).""",
    reading="for all widths d_0, ..., d_L and every number d of data",
    scope="general",
)
@claim.sample(d_0=1, d_1=2, d_2=1, d_3=2, d_4=1, d=1)
@claim.general()
def all_layers(d_0: Integer, d_1: Integer, d_2: Integer, d_3: Integer, d_4: Integer, d: Integer):
    """All layers together; the kernel differentiates the loss."""
    for network in networks([d_0, d_1, d_2, d_3, d_4], d):
        terms = [inner(network.flow(i), along) for i, along in enumerate(network.D, 1)]
        yield network.f.derivative(network.W, network.D) == -sum(terms[1:], terms[0])
