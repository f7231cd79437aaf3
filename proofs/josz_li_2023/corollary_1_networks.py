"""Corollary 1 (1) and (2): linear networks, and the chain of sigmoids with one data point."""

from exactcheck import Integer, Positive, Real, arbitrary_matrix, assume, claim, inner, norm_squared, point

from . import paper
from .theorem_1 import PATHS
from .vectors import arbitrary_vector, rows_of

LINEAR, SIGMOID = "josz-li/cor-1-1", "josz-li/cor-1-2"
LINEAR_WHERE, SIGMOID_WHERE = "section 4.1, Corollary 1 (1)", "section 4.2, Corollary 1 (2)"


linear_networks = claim.not_checkable(
    paper,
    "Corollary 1 (1)",
    part="every network",
    where=LINEAR_WHERE,
    record=LINEAR,
    statement=r"""$\|W_L \cdots W_1 X - Y\|_F^2$ has no spurious local minima at infinity, for all $X$, $Y$, depths
and widths.""",
    reading="it follows from Theorem 1 with Proposition 4, given that there are no spurious local minima [46]",
    reason="it rests on a theorem of another paper [46]; the parts beside it decide what does without",
    uses=("josz-li-2023/proposition-4/every-network", "josz-li-2023/theorem-1/every-function"),
)


@claim(
    paper,
    "Corollary 1 (1)",
    part="all widths one",
    where=LINEAR_WHERE,
    record=LINEAR,
    statement=r"""With numbers $w_i$, rows $X$, $Y = c X + Z$, $Z \perp X$, and $P = w_L \cdots w_1$, for all $L$: $\|P
X - Y\|^2 = (P - c)^2 \|X\|^2 + \|Z\|^2$. Where the product $R$ of the other weights is not zero, $w_i$ moves straight
to $c / R$: $P - c$ is multiplied by $1 - s$. Where $m \ge 2$ weights are zero and $c \ne 0$, one of them moves to $s c
/ Q$ and the others to $s$, with the product $Q$ of the weights that are not zero: $P = s^m c$, and $(P - c)^2 <
c^2$.""",
    reading="with letters for P, R, Q of either sign and for S = s^m in (0, 1]. A path to a global minimum runs below "
    f"every other point (for X = 0 the loss is constant), hence there is no spurious setwise local minimum; {PATHS}",
    scope="general",
)
@claim.sample(data=2, c=3)
@claim.general()
def scalar_networks(data: Integer, c: Real):
    """The loss by P; then P along the two paths, and the loss along the second."""
    columns = rows_of("data", data)
    X, Z, P = arbitrary_vector("X", columns), arbitrary_vector("Z", columns), point("P")
    yield norm_squared(P * X - (c * X + Z)) == (P - c) ** 2 * norm_squared(X) - 2 * (P - c) * inner(
        X, Z
    ) + norm_squared(Z)

    w, R, s, S = (point(name) for name in ("w", "R", "s", "S"))
    assume(R > 0, s >= 0, s <= 1, S > 0, S <= 1)
    for side in (1, -1):
        others = side * R
        yield (w + s * (c / others - w)) * others - c == (1 - s) * (w * others - c)
        yield S * (c / others) * others - c == -(1 - S) * c
    yield c**2 - ((1 - S) * c) ** 2 == S * (2 - S) * c**2
    yield S * (2 - S) > 0


@claim(
    paper,
    "Corollary 1 (1)",
    part="below layers of full row rank",
    where=LINEAR_WHERE,
    record=LINEAR,
    statement=r"""Where $R = W_L \cdots W_2$ has a right inverse $G$, $W_1$ moves straight to $G V$, for any $V$: with
the residuals $A$ at the start and $B = V X - Y$ the loss is $\|(1 - s) A + s B\|^2 = (1 - s) \|A\|^2 + s \|B\|^2 - s (1
- s) \|A - B\|^2 \le (1 - s) \|A\|^2 + s \|B\|^2$.""",
    reading="for all sizes; R G = I enters by the residual at the end, R G V X - Y = B + (R G - I) V X. With V a "
    "minimizer of ||V X - Y||: no such point that is no global minimum is in a spurious setwise local minimum; "
    f"{PATHS}. For L = 1, with R = I, these are all points",
    scope="general",
)
@claim.sample(inputs=2, hidden=3, outputs=2, data=2)
@claim.general()
def convex_in_one_layer(inputs: Integer, hidden: Integer, outputs: Integer, data: Integer):
    """The residual along the path, and its norm."""
    d0, d1, dL, n = map(rows_of, ("inputs", "hidden", "outputs", "data"), (inputs, hidden, outputs, data))
    W, R, G = (arbitrary_matrix(name, *shape) for name, shape in (("W", (d1, d0)), ("R", (dL, d1)), ("G", (d1, dL))))
    V, X, Y, s = arbitrary_matrix("V", dL, d0), arbitrary_matrix("X", d0, n), arbitrary_matrix("Y", dL, n), point("s")
    assume(s >= 0, s <= 1)
    start, end = R @ W @ X - Y, V @ X - Y
    moved = R @ (W + s * (G @ V - W)) @ X - Y
    yield moved == (1 - s) * start + s * end + s * (R @ G @ V @ X - V @ X)

    A, B = arbitrary_matrix("A", dL, n), arbitrary_matrix("B", dL, n)
    bend = s * (1 - s) * norm_squared(A - B)
    yield norm_squared((1 - s) * A + s * B) == (1 - s) * norm_squared(A) + s * norm_squared(B) - bend
    yield s * (1 - s) >= 0
    yield norm_squared(A - B) >= 0
    yield norm_squared((1 - s) * A + s * B) <= (1 - s) * norm_squared(A) + s * norm_squared(B)


sigmoid_networks = claim.not_checkable(
    paper,
    "Corollary 1 (2)",
    part="every network",
    where=SIGMOID_WHERE,
    record=SIGMOID,
    statement=r"""$(w_L \sigma(w_{L-1} \cdots \sigma(w_1 x)) - y)^2$ has no spurious local minima at infinity, for all
$L$, $x$ and $y$.""",
    reading="true, and it has no spurious setwise local minimum: a path to a global minimum runs below every other "
    f"point; {PATHS}. Neither Proposition 5 nor Theorem 1 is needed",
    reason="a statement about all closed sets; the path that shows it is decided beside it",
    uses=("josz-li-2023/corollary-1-2/path-of-the-last-weight", "josz-li-2023/corollary-1-2/one-layer"),
)


@claim(
    paper,
    "Corollary 1 (2)",
    part="path of the last weight",
    where=SIGMOID_WHERE,
    record=SIGMOID,
    statement=r"""For all $L \ge 2$, $x$, $y$, with $\sigma \in (0, 1)$ the last factor, which does not depend on $w_L$:
while $w_L$ moves straight to $y / \sigma$, the residual is multiplied by $1 - s$ and the loss by $(1 - s)^2$, down to
the global minimum $0$; where it is not zero at first, it is lower from then on.""",
    reading="of sigma only that it is between 0 and 1, by a letter",
    scope="parametric",
)
@claim.sample(sigma="1/3", y=2)
@claim.general()
def sigmoid_chain(sigma: Positive, y: Real):
    """The residual and the loss along the path; f is lower after the start where it is not zero."""
    assume(sigma < 1)
    w, s, e = point("w_L"), point("s"), point("f")
    assume(s > 0, s <= 1, e > 0)
    moved = w + s * (y / sigma - w)
    yield moved * sigma - y == (1 - s) * (w * sigma - y)
    yield (moved * sigma - y) ** 2 == (1 - s) ** 2 * (w * sigma - y) ** 2
    yield (1 - s) ** 2 * e < e
    yield ((w + 1 * (y / sigma - w)) * sigma - y) ** 2 == 0


@claim(
    paper,
    "Corollary 1 (2)",
    part="one layer",
    where=SIGMOID_WHERE,
    record=SIGMOID,
    statement=r"""For $L = 1$, where no sigmoid is left: the residual $w_1 x - y$ is multiplied by $1 - s$ as $w_1$
moves straight to $y / x$; for $x = 0$ it is $-y$.""",
    reading="x of either sign",
    scope="parametric",
)
@claim.sample(x=2, y=3)
@claim.general()
def one_layer(x: Positive, y: Real):
    """The residual along the path."""
    w, s = point("w_1"), point("s")
    for side in (1, -1):
        at = side * x
        yield (w + s * (y / at - w)) * at - y == (1 - s) * (w * at - y)
    yield w * 0 - y == -y
