"""Corollary 1 (1) and (2): linear networks, and the chain of sigmoids with one data point."""

from exactcheck import Integer, Partition, Positive, Real, arbitrary_matrix, assume, claim, inner, norm_squared, point

from . import paper
from .corollary_1_vectors import arbitrary_vector
from .theorem_1 import PATHS

LINEAR, SIGMOID = "josz-li/cor-1-1", "josz-li/cor-1-2"
LINEAR_WHERE, SIGMOID_WHERE = "section 4.1, Corollary 1 (1)", "section 4.2, Corollary 1 (2)"


linear_networks = claim.not_checkable(
    paper,
    "Corollary 1 (1), all widths",
    where=LINEAR_WHERE,
    record=LINEAR,
    statement=r"""$\|W_L \cdots W_1 X - Y\|_F^2$ has no spurious local minima at infinity, for all $X$, $Y$, depths
and widths.""",
    reading="in full",
    reason="It rests on two theorems of other papers: no spurious local minima [46], and bounded trajectories for X "
    "X^T of full rank [3]. Given these it follows from Theorem 1; the parts below do without.",
)


@claim(
    paper,
    "Corollary 1 (1)",
    part="all widths one",
    where=LINEAR_WHERE,
    record=LINEAR,
    statement=r"""$\|w_L \cdots w_1 X - Y\|^2$ with numbers $w_i$ and rows $X$, $Y$ has no spurious setwise local
minimum, for all $L$. (With $P = w_L \cdots w_1$ and $Y = c X + Z$, $Z \perp X$, it is $(P - c)^2 \|X\|^2 + \|Z\|^2$.
Where the product $R$ of the other weights is not zero, $w_i$ moves straight to $c / R$: $P - c$ is multiplied by $1 -
s$. Where several weights are zero and $c \ne 0$, one of them moves to $s c / Q$ and the others to $s$, with the
product $Q$ of the weights that are not zero: $P = s^m c$.)""",
    reading=f"{PATHS}; with letters for P, R, Q of either sign and for S = s^m in [0, 1], m >= 1; for X = 0 the loss "
    "is constant",
    scope="general",
)
@claim.sample(data=2, c=3)
@claim.general()
def scalar_networks(data: Integer, c: Real):
    """The loss by P; then P along the two paths, and the loss along the second."""
    columns = Partition(data=data).dimension
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
    yield ((1 - S) * c) ** 2 <= c**2
    yield c**2 - ((1 - S) * c) ** 2 == S * (2 - S) * c**2
    yield S * (2 - S) > 0


@claim(
    paper,
    "Corollary 1 (1)",
    part="below layers of full row rank",
    where=LINEAR_WHERE,
    record=LINEAR,
    statement=r"""Where $R = W_L \cdots W_2$ has a right inverse $G$, $W_1$ moves straight to $G V$, with $V$ a
minimizer of $\|V X - Y\|^2$ of the value $v$: the loss is at most $(1 - s) f(0) + s v$, so that the infimum over
$W_1$ is that over all networks, and no such point is in a spurious setwise local minimum. ($f(s) = (1 - s) f(0) + s v
- s (1 - s) \|A - B\|^2$ for the residuals $A$ at the start and $B = V X - Y$.) For $L = 1$, with $R = I$, these are
all points.""",
    reading=f"{PATHS}; for all sizes; R G = I enters by the residual at the end, R G V X - Y = B + (R G - I) V X",
    scope="general",
)
@claim.sample(inputs=2, hidden=3, outputs=2, data=2)
@claim.general()
def convex_in_one_layer(inputs: Integer, hidden: Integer, outputs: Integer, data: Integer):
    """The residual along the path, and its norm."""
    d0, d1, dL, n = (
        Partition(**{k: v}).dimension for k, v in zip("abcd", (inputs, hidden, outputs, data), strict=True)
    )
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


@claim(
    paper,
    "Corollary 1 (2)",
    where=SIGMOID_WHERE,
    record=SIGMOID,
    statement=r"""$(w_L \sigma(w_{L-1} \cdots \sigma(w_1 x)) - y)^2$ has no spurious setwise local minimum, hence no
spurious local minimum at infinity, for all $L \ge 2$, $x$ and $y$. (With $\sigma > 0$ the last factor, which does not
depend on $w_L$: $w_L$ moves straight to $y / \sigma$, and $f(s) = (1 - s)^2 f(0)$, down to the global minimum $0$.
Neither Proposition 5 nor Theorem 1 is needed.)""",
    reading=f"{PATHS}; of sigma only that it is positive, by a letter",
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
    yield y / sigma * sigma - y == 0


@claim(
    paper,
    "Corollary 1 (2)",
    part="one layer",
    where=SIGMOID_WHERE,
    record=SIGMOID,
    statement=r"""For $L = 1$, where no sigmoid is left: $(w_1 x - y)^2 = (1 - s)^2 f(0)$ as $w_1$ moves straight to
$y / x$; for $x = 0$ it is constant.""",
    reading=f"{PATHS}; x of either sign",
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
