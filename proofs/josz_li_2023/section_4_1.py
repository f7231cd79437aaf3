"""Section 4.1: what is said of deep linear networks before Proposition 4."""

from exactcheck import (
    Integer,
    Natural,
    Positive,
    Real,
    arbitrary_matrix,
    assume,
    claim,
    function,
    inner,
    norm_squared,
    point,
)
from exactcheck.landscape import critical_points, family

from . import paper
from .linear_network import HALF
from .vectors import rows_of

ASSUMPTIONS = "josz-li/sec-4.1-assumptions"
VALLEYS = "josz-li/sec-4.1-valleys"
WHERE = "section 4.1, before Proposition 4"
NUMBERS = r"$f(w_1, w_2) = \frac12 (w_2 w_1 x - y)^2$"


@claim(
    paper,
    "Section 4.1, assumptions",
    where=WHERE,
    record=ASSUMPTIONS,
    statement=r"""$f \ge 0$. For every $L \ge 2$, with $X = T F^T$, where $T$ has full column rank and $F$ orthonormal
columns, $P = W_L \cdots W_1$, $M = P T$ and $N = Y F$: every critical point has $f = \frac12 \|Y\|_F^2 - \frac12
\|M\|_F^2$, $M^T (M - N) = 0$ and $(M - N) M^T = 0$, hence $N N^T M = M M^T M$.""",
    reading="for all sizes; K is an arbitrary matrix in place of W_(L-1) ... W_2 (the identity for L = 2); T^T W_1^T "
    "times the gradient in W_1 is (M^T (M - N)) T^T. So the eigenvectors of M M^T for its nonzero eigenvalues are "
    "eigenvectors of N N^T for the same ones, ||M||^2 is a sum of eigenvalues of the given matrix N N^T, and the "
    "critical values are finitely many. The polynomial f is locally Lipschitz and has a chain rule",
    uses=("josz-li-2023/equation-4a",),
    scope="general",
)
@claim.general()
def critical_values(r: Natural, d_0: Integer, d_1: Integer, d_2: Integer, d_L: Integer, d: Integer):
    """What is zero at a critical point, as products with the gradients in W_1 and W_L; and the identity for N N^T M."""
    assume(d >= r)
    columns, kept = rows_of("data", d), rows_of("kept", r)
    inputs, first, last, outputs = (
        rows_of(name, size) for name, size in (("d0", d_0), ("d1", d_1), ("dl", d_2), ("dL", d_L))
    )
    T, F = arbitrary_matrix("T", inputs, kept), arbitrary_matrix("F", columns, kept, family="F")
    W1, K, WL = (
        arbitrary_matrix("W1", first, inputs),
        arbitrary_matrix("K", last, first),
        arbitrary_matrix("WL", outputs, last),
    )
    Y, X, P = arbitrary_matrix("Y", outputs, columns), T @ F.T, WL @ K @ W1
    M, N, residual = P @ T, Y @ F, P @ X - Y
    gradient_1, gradient_L = (WL @ K).T @ residual @ X.T, residual @ (K @ W1 @ X).T
    right, left = M.T @ (M - N), (M - N) @ M.T

    yield norm_squared(residual) >= 0
    yield HALF * norm_squared(residual) == (HALF * norm_squared(Y) - HALF * norm_squared(M) + inner(gradient_L, WL))
    yield T.T @ W1.T @ gradient_1 == right @ T.T
    yield gradient_L @ WL.T == left
    yield -N @ right.T - left @ M == N @ N.T @ M - M @ M.T @ M


@claim(
    paper,
    "Section 4.1, assumptions",
    part="one layer",
    where=WHERE,
    record=ASSUMPTIONS,
    statement=r"""For $L = 1$: $f(W + D) = f(W) + \langle \nabla f(W), D \rangle + \frac12 \|D X\|_F^2$, so that
every critical point is a global minimum and there is one critical value.""",
    reading="for all sizes",
    scope="general",
)
@claim.sample(d_0=2, d_1=1, d=2)
@claim.general()
def one_layer(d_0: Integer, d_1: Integer, d: Integer):
    """The expansion of the convex quadratic."""
    inputs, outputs, columns = rows_of("d0", d_0), rows_of("d1", d_1), rows_of("data", d)
    W, D = arbitrary_matrix("W", outputs, inputs), arbitrary_matrix("D", outputs, inputs)
    X, Y = arbitrary_matrix("X", inputs, columns), arbitrary_matrix("Y", outputs, columns)
    f = function(lambda W: HALF * norm_squared(W @ X - Y), W=W.shape).named("f")

    yield f(W + D) == f(W) + f.derivative([W], [D]) + HALF * norm_squared(D @ X)
    yield norm_squared(D @ X) >= 0


cited = claim.not_checkable(
    paper,
    "Section 4.1, spurious valleys and minima",
    part="cited theorems",
    where="section 4.1",
    record=VALLEYS,
    statement=r"""$f$ has neither spurious valleys nor spurious local minima, and hence no spurious setwise local
minima.""",
    reason="cited theorems about all deep linear networks, whose proofs are not in the paper; the other parts decide "
    "the case of two layers of numbers",
)


@claim(
    paper,
    "Section 4.1, spurious valleys and minima",
    part="paths for two layers of numbers",
    where="section 4.1",
    record=VALLEYS,
    statement=rf"""{NUMBERS}, $x \ne 0$: from a point with $w_1 \ne 0$ the segment on which only $w_2$ changes, to
$y / (w_1 x)$, has $f = (1 - t)^2 f(w_1, w_2)$; likewise for $w_2 \ne 0$; and from $(0, 0)$ the segment to $(1, 0)$ has
constant $f$ and leads to such a point.""",
    reading="with a letter for the size of w_1 x, which may have either sign. So every point is joined to a global "
    "minimum by a path on which f does not rise: there is no spurious valley",
    scope="parametric",
)
@claim.sample(y=3)
@claim.general()
def paths(y: Real):
    """Along each of the segments; the second is the first with w_1 and w_2 exchanged."""
    size, b, t, x = (point(name) for name in ("size", "w_2", "t", "x"))
    assume(size > 0)
    for slope in (size, -size):
        end = y * slope**-1
        yield HALF * ((b + t * (end - b)) * slope - y) ** 2 == (1 - t) ** 2 * HALF * (b * slope - y) ** 2
        yield end * slope - y == 0
    yield HALF * (0 * t * x - y) ** 2 == HALF * (0 * x - y) ** 2


@claim(
    paper,
    "Section 4.1, spurious valleys and minima",
    part="critical points for two layers of numbers",
    where="section 4.1",
    record=VALLEYS,
    statement=rf"""{NUMBERS} with $x y > 0$: the critical points are those with $w_2 w_1 x = y$, where $f = 0$, and the
origin, as $\|\nabla f\|^2 = 2 x^2 (w_1^2 + w_2^2) f$; and $f(s, s) < f(0, 0)$ for $0 < s^2 x < 2 y$, so that the origin
is no local minimum.""",
    reading="for x, y > 0; for y < 0 take (s, -s), and for x < 0 change the signs of x and y",
    scope="parametric",
)
@claim.sample(x=1, y=3)
@claim.general()
def origin(x: Positive, y: Positive):
    """The gradient, whose norm shows that w_1 = w_2 = 0 if it is zero and f is not; and descent from the origin."""
    a, b, s = (point(name) for name in ("w_1", "w_2", "s"))
    f = function(lambda a, b: HALF * (b * a * x - y) ** 2, a=None, b=None).named("f")
    gradient = [f.derivative([a, b], direction) for direction in ([1, 0], [0, 1])]
    yield sum(part**2 for part in gradient) == 2 * x**2 * (a**2 + b**2) * f(a, b)

    assume(s > 0, s**2 * x < 2 * y)
    yield f(s, s) < f(0, 0)


@claim(
    paper,
    "Section 4.1, spurious valleys and minima",
    part="all critical points of an instance",
    where="section 4.1",
    record=VALLEYS,
    statement=r"""The critical points of $\frac12 (w_2 w_1 - 1)^2$ are $(t, 1 / t)$, $t \ne 0$, and the origin.""",
    scope="exhaustive",
)
@claim.sample()
def instance():
    """All real solutions of the two equations."""
    f = function(lambda a, b: HALF * (b * a - 1) ** 2, a=None, b=None).named("f")
    yield critical_points(f) == [family(lambda t: (t, 1 / t), nonzero=lambda t: t), (0, 0)]
