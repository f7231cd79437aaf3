"""Proposition 4: the gradient flow of a deep linear network is bounded. An elementary proof with an explicit bound."""

from exactcheck import (
    Integer,
    Nonnegative,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    identity,
    inner,
    norm_squared,
    point,
)

from . import paper
from .linear_network import HALF
from .vectors import arbitrary_vector, rows_of, unit_vector

LABEL = "Proposition 4"
RECORD = "josz-li/prop-4"
WHERE = "section 4.1, Proposition 4"
VECTORS = r"""$v_i = W_{i+1}^T \cdots W_L^T y$ for a vector $y$ of norm 1, $q_i = \|v_i\|^2$ and $C_i = W_{i+1}^T
W_{i+1} - W_i W_i^T$"""
STEPS = tuple(
    f"josz-li-2023/proposition-4-{name}"
    for name in ("induction", "one-layer-down", "product", "norms", "reduction", "conserved-matrices")
)


every_network = claim.not_checkable(
    paper,
    LABEL,
    part="every network",
    where=WHERE,
    record=RECORD,
    statement=r"""The gradient flow (4a) of a deep linear network is bounded, for every $L$, all widths and all $X$,
$Y$.""",
    reading="true, without the theorem of [3] that the paper cites: by the reduction X is square with singular "
    "values >= lambda > 0 (or zero, and then nothing moves); f does not increase, so that q_0 <= B = (4 f(0) + 2 "
    "||Y||^2) / lambda^2; the C_i are constant; by induction over the layers ||W_L^T y||^2 <= max(c + 1, B) for c = "
    "sum_i ||C_i||, so that ||W_L||^2 <= d_L max(c + 1, B), and the other norms differ by constants. That there is a "
    "flow for all times is Proposition 3",
    reason="a statement about solutions of differential equations; the steps are decided beside it for every size",
    uses=STEPS,
)


@claim(
    paper,
    f"{LABEL}, induction",
    where=WHERE,
    record=RECORD,
    statement=rf"""With {VECTORS}: if $q_i \ge \mu q_{{i+1}}$ and $\mu - \|C_i\|_F \ge 1$, then $q_{{i-1}} \ge (\mu -
\|C_i\|_F) q_i \ge q_i$, because $q_{{i+1}} q_{{i-1}} \ge q_i^2 - q_{{i+1}} \langle v_i, C_i v_i \rangle$.""",
    reading="one step, for every i, in letters. It starts with q_(L-1) = ||W_L^T y||^2 = mu q_L, and mu - ||C_i|| is "
    "the next mu; so mu >= 1 + sum_i ||C_i|| at the start implies q_0 >= q_1 >= ... >= q_(L-1)",
    uses=("josz-li-2023/proposition-4-one-layer-down",),
    scope="parametric",
)
@claim.general()
def one_step(mu: Positive, c_i: Nonnegative):
    """Divided by q_(i+1)."""
    after, here, before, form = (point(name) for name in ("q_after", "q", "q_before", "form"))
    assume(mu - c_i >= 1, after > 0, here >= mu * after, form <= c_i * here)
    assume(after * before >= here**2 - after * form)

    yield after * before >= after * (mu - c_i) * here
    yield before >= (mu - c_i) * here
    yield before >= here


@claim(
    paper,
    f"{LABEL}, one layer down",
    where=WHERE,
    record=RECORD,
    statement=rf"""With {VECTORS}: $q_{{i+1}} q_{{i-1}} = q_i^2 - q_{{i+1}} \langle v_i, C_i v_i \rangle + \frac12
\|v_{{i+1}} u^T - u v_{{i+1}}^T\|_F^2$, $u = W_{{i+1}} v_i$, and $|\langle v_i, C_i v_i \rangle| \le \|C_i\|_F \,
q_i$.""",
    reading="for all sizes; the last inequality is that of Cauchy and Schwarz for C_i and v v^T, squared and times "
    "||v v^T||^2 = q_i^2",
    scope="general",
)
@claim.sample(d_before=1, d_here=2, d_after=2)
@claim.general()
def one_layer_down(d_before: Integer, d_here: Integer, d_after: Integer):
    """Both identities, and that what they leave over is a square."""
    inputs, width, outputs = rows_of("before", d_before), rows_of("here", d_here), rows_of("after", d_after)
    W, V = arbitrary_matrix("W", width, inputs), arbitrary_matrix("V", outputs, width)
    above = arbitrary_vector("v_after", outputs)
    here = (V.T @ above).named("v")
    C, moved = (V.T @ V - W @ W.T).named("C"), V @ here
    turned, square = above @ moved.T - moved @ above.T, here @ here.T
    q, form = norm_squared(here), inner(here, C @ here)
    rest = norm_squared(q**2 * C - form * square)

    yield norm_squared(above) * norm_squared(W.T @ here) == (
        q**2 - norm_squared(above) * form + HALF * norm_squared(turned)
    )
    yield norm_squared(turned) >= 0
    yield rest == q**2 * (q**2 * norm_squared(C) - form**2)
    yield rest >= 0


@claim(
    paper,
    f"{LABEL}, product",
    where=WHERE,
    record=RECORD,
    statement=r"""For $P = W_L \cdots W_1$, a symmetric $\Lambda \succeq \lambda I$ and a vector $y$ of norm 1:
$\lambda^2 \|P^T y\|^2 \le \|\Lambda P^T y\|^2 \le 2 \|(P \Lambda - Z)^T y\|^2 + 2 \|Z^T y\|^2 \le 2 \|P \Lambda -
Z\|_F^2 + 2 \|Z\|_F^2$, which is $4 f + 2 \|Z\|_F^2$.""",
    reading="for all sizes; Lambda = lambda I + R R^T; the last step for one matrix M: ||M||_F^2 = ||M^T y||^2 + ||M "
    "- y y^T M||_F^2",
    scope="general",
)
@claim.general()
def product_bounded(r: Integer, out: Integer, lam: Positive):
    """Each of the inequalities."""
    inputs, outputs = rows_of("inputs", r), rows_of("outputs", out)
    R, P = arbitrary_matrix("R", inputs, inputs), arbitrary_matrix("P", outputs, inputs)
    Z, M = arbitrary_matrix("Z", outputs, inputs), arbitrary_matrix("M", outputs, inputs)
    y = unit_vector("y", outputs)
    singular = (lam * identity(inputs) + R @ R.T).named("Lambda")
    v = (P.T @ y).named("v")

    yield norm_squared(y) == 1
    yield norm_squared(singular @ v) == (
        lam**2 * norm_squared(v) + 2 * lam * norm_squared(R.T @ v) + norm_squared(R @ R.T @ v)
    )
    yield norm_squared(singular @ v) >= lam**2 * norm_squared(v)
    apart, other = singular @ v - Z.T @ y, Z.T @ y
    yield 2 * norm_squared(apart) + 2 * norm_squared(other) - norm_squared(singular @ v) == norm_squared(apart - other)
    yield norm_squared(apart - other) >= 0
    yield (P @ singular - Z).T @ y == apart
    yield norm_squared(M) == norm_squared(M.T @ y) + norm_squared(M - y @ y.T @ M)
    yield norm_squared(M - y @ y.T @ M) >= 0


@claim(
    paper,
    f"{LABEL}, norms",
    where=WHERE,
    record=RECORD,
    statement=r"""$\|W_i\|_F^2 = \|W_{i+1}\|_F^2 - \mathrm{tr}(W_{i+1}^T W_{i+1} - W_i W_i^T)$.""",
    reading="for all sizes; so with one layer all layers are bounded",
    scope="general",
)
@claim.sample(d_before=2, d_here=1, d_after=2)
@claim.general()
def norms(d_before: Integer, d_here: Integer, d_after: Integer):
    """The trace as an inner product with the identity."""
    inputs, width, outputs = rows_of("before", d_before), rows_of("here", d_here), rows_of("after", d_after)
    W, V = arbitrary_matrix("W", width, inputs), arbitrary_matrix("V", outputs, width)
    conserved = V.T @ V - W @ W.T

    yield norm_squared(W) == norm_squared(V) - inner(identity(width), conserved)


@claim(
    paper,
    LABEL,
    part="two layers",
    where=WHERE,
    record=RECORD,
    statement=r"""For $L = 2$, a symmetric $X = \Lambda \succeq \lambda I$, $\lambda > 0$, and all $W_1$, $W_2$:
$\|W_2^T W_2\|_F^2 + \|W_1 W_1^T\|_F^2 \le \|W_2^T W_2 - W_1 W_1^T\|_F^2 + \frac2{\lambda^2} (4 f(W_1, W_2) + 2
\|Y\|_F^2)$.""",
    reading="for all widths; Lambda = lambda I + R R^T. Along the flow the first norm on the right is constant and f "
    "does not increase, so that the right-hand side at the start bounds both layers",
    uses=("josz-li-2023/proposition-4-conserved-matrices",),
    scope="general",
)
@claim.sample(d_0=1, d_1=1, d_2=1, lam=2)
@claim.sample(d_0=1, d_1=2, d_2=2, lam="1/2")
@claim.general()
def two_layers(d_0: Integer, d_1: Integer, d_2: Integer, lam: Positive):
    """What is left over, times lambda^2, is a sum of squares."""
    inputs, width, outputs = rows_of("d0", d_0), rows_of("d1", d_1), rows_of("d2", d_2)
    W, V = arbitrary_matrix("W1", width, inputs), arbitrary_matrix("W2", outputs, width)
    R, Y = arbitrary_matrix("R", inputs, inputs), arbitrary_matrix("Y", outputs, inputs)
    X, P = (lam * identity(inputs) + R @ R.T).named("Lambda"), V @ W
    f, C = HALF * norm_squared(P @ X - Y), V.T @ V - W @ W.T
    squares = [2 * lam * norm_squared(P @ R), norm_squared(P @ R @ R.T), norm_squared(P @ X - 2 * Y)]
    layers, bound = norm_squared(V.T @ V) + norm_squared(W @ W.T), 4 * f + 2 * norm_squared(Y)

    yield layers == norm_squared(C) + 2 * norm_squared(P)
    yield lam**2 * norm_squared(P) + sum(squares[1:], squares[0]) == bound
    for square in squares:
        yield square >= 0
    yield layers <= norm_squared(C) + 2 / lam**2 * bound
