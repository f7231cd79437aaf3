"""Proof of Proposition 7, (14): subgradient trajectories have X' = -L Y, Y' = -L^T X with the same L."""

from exactcheck import Integer, Real, arbitrary_matrix, assume, claim, inner, matrix, norm_squared, point
from exactcheck.landscape import directional_derivative

from . import paper
from .factorization import Factorization, l1_loss

LABEL, RECORD, WHERE = "Equation (14)", "josz-li/prop-7-flow", "section 4.4, (14a) and (14b)"


@claim(
    paper,
    LABEL,
    where=WHERE,
    record=RECORD,
    statement=r"""Subgradient trajectories of (13) satisfy $X' = -L Y$, $Y' = -L^T X$ for almost every $t \ge 0$ with
one $L(t) \in \mathrm{sign}(X Y^T - M)$; along them $\frac{d}{dt} f = -\|X'\|_F^2 - \|Y'\|_F^2 \le 0$.""",
    reading="for all sizes; every element of -df(X, Y) is (-L Y, -L^T X) for one L, which is the claim about the "
    "subdifferential, and here the velocity is the direction in which <L, X Y^T - M> falls fastest. By the chain rule, "
    "which the paper takes from the literature, df/dt = <v, (X', Y')> for every subgradient v, so for v = (L Y, L^T X)",
    uses=("josz-li-2023/proposition-7-subdifferential",),
    scope="general",
)
@claim.sample(m=2, n=1, r=2)
@claim.general()
def flow(m: Integer, n: Integer, r: Integer):
    """The derivative of <L, X Y^T - M> along every direction, and along the velocity."""
    at = Factorization(m, n, r)
    f, (dX, dY), (V, W) = at.weighted(at.L), at.velocity(at.L), at.arbitrary_direction("V", "W")

    yield f.derivative([at.X, at.Y], [V, W]) == -inner(dX, V) - inner(dY, W)
    yield f.derivative([at.X, at.Y], [dX, dY]) == -norm_squared(dX) - norm_squared(dY)
    yield norm_squared(dX) + norm_squared(dY) >= 0


@claim(
    paper,
    LABEL,
    part="the same L",
    where=WHERE,
    record=RECORD,
    statement=r"""The same $L$ in both equations matters: with $X' = -L_1 Y$ and $Y' = -L_2^T X$ the derivative of $X^T
X - Y^T Y$ is $Y^T D^T X + X^T D Y$ with $D = L_2 - L_1$.""",
    reading="for all sizes; tested with every r x r matrix T",
    scope="general",
)
@claim.sample(m=1, n=2, r=1)
@claim.general()
def two_matrices(m: Integer, n: Integer, r: Integer):
    """What is conserved for L_1 = L_2."""
    at = Factorization(m, n, r)
    other, T = arbitrary_matrix("L2", at.left, at.right), arbitrary_matrix("T", at.columns, at.columns)
    dX, dY, D = at.velocity(at.L)[0], at.velocity(other)[1], other - at.L

    yield at.change_of_imbalance(dX, dY, T) == inner(T, at.Y.T @ D.T @ at.X + at.X.T @ D @ at.Y)


@claim(
    paper,
    LABEL,
    part="the same L, one entry",
    where=WHERE,
    record=RECORD,
    statement=r"""For $m = n = r = 1$ and $M = 1$, $(k, j)$ with $k \ne j$ is no subgradient at $(1, 1)$: $\langle (k,
j), w \rangle > df(1, 1)(w) = 0$ for $w = (1, -1)$ or $w = (-1, 1)$. With $x' = -k$, $y' = -j$ there, $(x^2 - y^2)' =
-2 (k - j) \ne 0$.""",
    reading="for k > j, and for k < j with w = (-1, 1) by exchanging x and y",
    scope="parametric",
)
@claim.sample(k=1, j="-1/2")
@claim.general()
def one_entry(k: Real, j: Real):
    """The directional derivative, and the change of x^2 - y^2."""
    assume(k > j)
    at, w, f = (matrix([[1]]), matrix([[1]])), (matrix([[1]]), matrix([[-1]])), l1_loss([[1]], 1)
    x, y = 1, 1

    yield directional_derivative(f, at, w) == 0
    yield k * 1 + j * -1 > 0
    yield 2 * x * -(k * y) - 2 * y * -(j * x) == -2 * (k - j)
    yield -2 * (k - j) < 0


@claim(
    paper,
    LABEL,
    part="one entry",
    where=WHERE,
    record=RECORD,
    statement=r"""For $m = n = r = 1$ the trajectories have $x' = -z y$, $y' = -z x$ with $z \in \mathrm{sign}(x y -
M)$, and $x^2 - y^2$ is constant.""",
    scope="exhaustive",
)
@claim.sample()
def constant():
    """Its derivative."""
    x, y, z = point("x"), point("y"), point("z")

    yield 2 * x * -(z * y) - 2 * y * -(z * x) == 0
