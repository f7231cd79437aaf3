"""Proposition 4: the gradient flow of a deep linear network is bounded. An elementary proof with an explicit bound."""

from exactcheck import Integer, Positive, Real, arbitrary_matrix, assume, claim, identity, inner, norm_squared, point

from . import paper
from .linear_network import HALF, arbitrary_vector, rows_of

LABEL = "Proposition 4"
RECORD = "josz-li/prop-4"
WHERE = "section 4.1, Proposition 4"
VECTORS = r"""$v_i = W_{i+1}^T \cdots W_L^T y$ for a vector $y$ of norm 1, $q_i = \|v_i\|^2$ and $C_i = W_{i+1}^T
W_{i+1} - W_i W_i^T$"""
KNOWN = (
    "known: f does not increase along the flow, the C_i are constant, and a maximal flow that stays bounded exists for "
    "all times; the paper cites this part of the proof instead"
)


@claim(
    paper,
    LABEL,
    where=WHERE,
    record=RECORD,
    statement=rf"""The flow (4a) is bounded, for every $L$, all widths and all $X$, $Y$. (By the reduction, let $X
= \Lambda$ be square with singular values $\ge \lambda > 0$. Let $c = \sum_i \|C_i\|_F$ and $B = (4 f(0) + 2
\|Y\|_F^2) / \lambda^2$. With {VECTORS}: $q_{{i-1}} \ge (\mu - \|C_i\|_F) q_i$ if $q_i \ge \mu q_{{i+1}}$, so that
$\|W_L^T y\|^2 = q_{{L-1}} \ge c + 1$ implies $q_0 \ge q_1 \ge \dots \ge q_{{L-1}}$; and $q_0 \le B$. Hence
$\|W_L^T y\|^2 \le \max(c + 1, B)$, and $\|W_L\|_F^2 \le d_L \max(c + 1, B)$.)""",
    reading=f"for a fixed i the step from q_i to q_(i-1), then the bound, in letters; {KNOWN}",
    uses=(
        "josz-li-2023/proposition-4-one-layer-down",
        "josz-li-2023/proposition-4-product",
        "josz-li-2023/proposition-4-norms",
        "josz-li-2023/proposition-4-reduction",
        "josz-li-2023/proposition-4-conserved-matrices",
    ),
    scope="parametric",
)
@claim.general()
def bounded(mu: Positive, c_i: Positive):
    """One step; as mu - c_i is then the next mu, all steps have factors >= S - c >= 1, with S = ||W_L^T y||^2."""
    after, here, before, form = (point(name) for name in ("q_after", "q", "q_before", "form"))
    S, c, B, lowest = (point(name) for name in ("S", "c", "B", "q_0"))
    assume(mu >= c_i, after > 0, here >= mu * after, form <= c_i * here)
    assume(after * before >= here**2 - after * form)

    yield after * before >= after * (mu - c_i) * here
    yield before >= (mu - c_i) * here

    assume(S - c >= 1, c >= 0, lowest >= S, lowest <= B)
    yield S <= B


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
    above = column("v_after", outputs)
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


def column(name, rows):
    """An arbitrary vector of known or letter size."""
    return arbitrary_matrix(name, rows, 1) if isinstance(rows, int) else arbitrary_vector(name, rows)


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
    y = arbitrary_vector("y", outputs, family="y")
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
    statement=r"""$\|W_i\|_F^2 = \|W_{i+1}\|_F^2 - \mathrm{tr}(W_{i+1}^T W_{i+1} - W_i W_i^T)$, so that with one
layer all layers are bounded.""",
    reading="for all sizes",
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
    part="two layers of numbers",
    where=WHERE,
    record=RECORD,
    statement=r"""For $L = 2$ and numbers, $f(w_1, w_2) = \frac12 (w_2 w_1 x - y)^2$ with $x \ne 0$: along the
flow $(w_1^2 + w_2^2)^2 \le (w_2(0)^2 - w_1(0)^2)^2 + 8 (2 f(0) + y^2) / x^2$.""",
    reading="f(0) is f plus a decrease >= 0, w_2^2 - w_1^2 is conserved, and 2 (r - y)^2 + 2 y^2 - r^2 = (r - 2 y)^2",
    uses=("josz-li-2023/proposition-4-conserved-matrices",),
    scope="parametric",
)
@claim.sample(x=2, y=3)
@claim.general()
def two_layers_of_numbers(x: Positive, y: Real):
    """For x > 0, as x and y may change their signs together."""
    a, b, decrease = (point(name) for name in ("w_1", "w_2", "decrease"))
    conserved, start = b**2 - a**2, HALF * (b * a * x - y) ** 2 + decrease
    assume(decrease >= 0)

    yield (a**2 + b**2) ** 2 == conserved**2 + 4 * (a * b) ** 2
    yield 4 * start + 2 * y**2 - (b * a * x) ** 2 == (b * a * x - 2 * y) ** 2 + 4 * decrease
    yield (b * a * x - 2 * y) ** 2 >= 0
    yield x**2 * (conserved**2 + 4 * (a * b) ** 2) == x**2 * conserved**2 + 8 * (2 * start + y**2) - 4 * (
        (b * a * x - 2 * y) ** 2 + 4 * decrease
    )
