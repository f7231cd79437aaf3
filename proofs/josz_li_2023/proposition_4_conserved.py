"""What the gradient flow of a deep linear network conserves: W_(i+1)^T W_(i+1) - W_i W_i^T."""

from exactcheck import Integer, arbitrary_matrix, claim, inner, norm_squared
from exactcheck.landscape import conserved_quantity, nonincreasing_quantity

from . import paper
from .linear_network import networks
from .vectors import rows_of

RECORD = "josz-li/prop-4-conserved"
WHERE = "section 4.1, used in the references for Proposition 4"


def change(upper, lower, upper_flow, lower_flow):
    """The derivative of W_(i+1)^T W_(i+1) - W_i W_i^T along the flow, by the product rule."""
    return upper_flow.T @ upper + upper.T @ upper_flow - lower_flow @ lower.T - lower @ lower_flow.T


@claim(
    paper,
    "Proposition 4, conserved matrices",
    where=WHERE,
    record=RECORD,
    statement=r"""$W_{i+1}^T W_{i+1} - W_i W_i^T$ is constant along the flow (4a), for every $L$ and every $i$; so
is $\|W_{i+1}\|_F^2 - \|W_i\|_F^2$, its trace.""",
    reading="for all sizes, with arbitrary matrices A and B in place of W_L ... W_(i+2) and W_(i-1) ... W_1 X",
    uses=("josz-li-2023/equation-4a",),
    scope="general",
)
@claim.sample(out=2, above=1, between=2, below=1, data=2)
@claim.general()
def neighbours(out: Integer, above: Integer, between: Integer, below: Integer, data: Integer):
    """Two neighbouring layers."""
    outputs, upper, width = rows_of("out", out), rows_of("above", above), rows_of("between", between)
    inputs, columns = rows_of("below", below), rows_of("data", data)
    A, V = arbitrary_matrix("A", outputs, upper), arbitrary_matrix("V", upper, width)
    W, B = arbitrary_matrix("W", width, inputs), arbitrary_matrix("B", inputs, columns)
    residual = A @ V @ W @ B - arbitrary_matrix("Y", outputs, columns)
    V_flow, W_flow = -A.T @ residual @ (W @ B).T, -(A @ V).T @ residual @ B.T

    yield change(V, W, V_flow, W_flow) == 0
    yield 2 * inner(V, V_flow) - 2 * inner(W, W_flow) == 0


@claim(
    paper,
    "Proposition 4, conserved matrices",
    part="networks",
    where=WHERE,
    record=RECORD,
    statement=r"""The same in the networks with $L = 2, 3, 4$ layers: all $L - 1$ matrices at once.""",
    reading="for all widths and every number of data",
    scope="general",
)
@claim.general()
def every_pair(d_0: Integer, d_1: Integer, d_2: Integer, d_3: Integer, d_4: Integer, d: Integer):
    """Every pair of neighbouring layers."""
    for network in networks([d_0, d_1, d_2, d_3, d_4], d):
        for i in range(1, len(network.W)):
            yield change(network.W[i], network.W[i - 1], network.flow(i + 1), network.flow(i)) == 0


@claim(
    paper,
    "Proposition 4, conserved matrices",
    part="two layers",
    where=WHERE,
    record=RECORD,
    statement=r"""For $L = 2$ the conserved matrix $C = W_2^T W_2 - W_1 W_1^T$ and the product bound both layers:
$\|W_2^T W_2\|_F^2 + \|W_1 W_1^T\|_F^2 = \|C\|_F^2 + 2 \|W_2 W_1\|_F^2$.""",
    reading="for all sizes",
    scope="general",
)
@claim.sample(d_0=1, d_1=2, d_2=2)
@claim.general()
def two_layers(d_0: Integer, d_1: Integer, d_2: Integer):
    """Both sides multiplied out."""
    inputs, width, outputs = rows_of("d0", d_0), rows_of("d1", d_1), rows_of("d2", d_2)
    W, V = arbitrary_matrix("W1", width, inputs), arbitrary_matrix("W2", outputs, width)
    C = (V.T @ V - W @ W.T).named("C")

    yield norm_squared(V.T @ V) + norm_squared(W @ W.T) == norm_squared(C) + 2 * norm_squared(V @ W)


SMALL = (((1, 1, 1), 1), ((2, 1, 1), 1), ((1, 2, 2, 1), 1), ((1, 1, 1, 1, 1), 1), ((1, 2, 1, 2, 1), 1))


@claim(
    paper,
    "Proposition 4, conserved matrices",
    part="small widths",
    where=WHERE,
    record=RECORD,
    statement=r"""In the networks of the widths $(d_0, \dots, d_L) = (1, 1, 1)$, $(2, 1, 1)$, $(1, 2, 2, 1)$, $(1, 1, 1,
1, 1)$ and $(1, 2, 1, 2, 1)$ all $W_{i+1}^T W_{i+1} - W_i W_i^T$ are constant along $\dot W = -\nabla f(W)$, and $f$
does not increase.""",
    reading="with one arbitrary datum; the kernel differentiates f and the quantities, and (4a) is not used",
    scope="exhaustive",
)
@claim.general()
def small_widths():
    """Every pair of neighbouring layers, and f."""
    for widths, data in SMALL:
        *_, network = networks(widths, data)
        for i in range(1, len(network.W)):
            yield conserved_quantity(network.f, difference(i))
        yield nonincreasing_quantity(network.f, network.f)


def difference(i):
    """W_(i+1)^T W_(i+1) - W_i W_i^T as a function of all layers."""
    return lambda *layers: layers[i].T @ layers[i] - layers[i - 1] @ layers[i - 1].T
