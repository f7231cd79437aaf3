"""Proof of Proposition 7: the subdifferential of ||X Y^T - M||_1 is {(L Y, L^T X) : L in sign(X Y^T - M)}."""

from itertools import product

from exactcheck import Integer, Positive, Real, assume, claim, inner, matrix, point, scalar
from exactcheck.landscape import directional_derivative, not_stationary, stationary

from . import paper
from .factorization import Factorization, l1_loss

LABEL, RECORD, WHERE = "Proposition 7, subdifferential", "josz-li/prop-7-subdiff", "section 4.4, proof of Proposition 7"
STATEMENT = r"""$\partial f(X, Y) = \{(L Y, L^T X) : L \in \mathrm{sign}(X Y^T - M)\}$ for $f(X, Y) = \|X Y^T - M\|_1$,
where $\mathrm{sign}(0) = [-1, 1]$."""
REGULAR = (
    "a convex function of a smooth map is regular, and its subdifferential (Clarke's, the limiting one, Frechet's) \
is the closed convex set whose support function is df(X, Y)"
)


@claim(
    paper,
    LABEL,
    where=WHERE,
    record=RECORD,
    statement=STATEMENT,
    reading="for all sizes, by the support function of the right-hand side, a convex compact set as the linear image "
    "of a box: <L Y, V> + <L^T X, W> = <L, Q> with the derivative Q = V Y^T + X W^T of X Y^T - M along (V, W), and "
    "the largest z q for z in sign(s) is the derivative of |s|: q or -q for s > 0 or s < 0, |q| for s = 0. Taken for "
    f"granted: {REGULAR}",
    scope="general",
)
@claim.sample(m=2, n=1, r=2)
@claim.general()
def all_sizes(m: Integer, n: Integer, r: Integer):
    """The derivative of <L, X Y^T - M>, the identity, and one entry."""
    at = Factorization(m, n, r)
    X, Y, L, (V, W) = at.X, at.Y, at.L, at.arbitrary_direction("V", "W")
    change = V @ Y.T + X @ W.T

    yield at.weighted(L).derivative([X, Y], [V, W]) == inner(L, change)
    yield inner(L @ Y, V) + inner(L.T @ X, W) == inner(L, change)

    z, modulus = point("z"), point("q")
    assume(z >= -1, z <= 1, modulus >= 0)
    for sign in (1, -1):
        yield z * (sign * modulus) <= modulus
        yield sign * (sign * modulus) == modulus


@claim(
    paper,
    LABEL,
    part="one entry",
    where=WHERE,
    record=RECORD,
    statement=r"""For $m = n = r = 1$, $M = 1$: $\partial f(1, 1) = \{(z, z) : |z| \le 1\}$, $\partial f(2, 1) = \{(1,
2)\}$, $\partial f(0, 0) = \{(0, 0)\}$.""",
    reading="by the support function, along all (x a, y b) with a, b > 0 and x, y from -1, 0, 1; where a and b "
    "compete, for a - b of each sign",
    scope="parametric",
)
@claim.sample(a="2/3", gap=5)
@claim.general()
def one_entry(a: Positive, gap: Positive):
    """df(1, 1)(v, w) = |v + w|, df(2, 1)(v, w) = v + 2 w, df(0, 0) = 0."""
    f, b = l1_loss([[1]], 1), a + gap
    for v, w, modulus in (
        (a, b, a + b),
        (-a, -b, a + b),
        (a, -b, gap),
        (b, -a, gap),
        (-a, b, gap),
        (a, -a, 0),
        (0, -a, a),
    ):
        direction = numbers(v, w)
        yield directional_derivative(f, numbers(1, 1), direction) == modulus
        yield directional_derivative(f, numbers(2, 1), direction) == v + 2 * w
        yield directional_derivative(f, numbers(0, 0), direction) == 0


def numbers(x, y):
    """The 1 x 1 matrices X and Y."""
    return matrix([[x]]), matrix([[y]])


@claim(
    paper,
    LABEL,
    part="instances",
    where=WHERE,
    record=RECORD,
    statement=r"""$df(X, Y)(V, W)$ is the largest $\langle L Y, V \rangle + \langle L^T X, W \rangle$ over $L \in
\mathrm{sign}(X Y^T - M)$.""",
    reading="with X and Y of size 2 x r for the r here, along all V, W that are products of columns (0, 1), (1, -2), "
    "(1, 1) and a row; M agrees with X Y^T in some entries",
)
@claim.sample(r=1, M_11=2, M_12=0, M_21=-2, M_22=5)
@claim.sample(r=1, M_11=2, M_12=-2, M_21=-2, M_22=2)
@claim.sample(r=2, M_11=3, M_12=-4, M_21=1, M_22=0)
@claim.sample(r=2, M_11=0, M_12=-4, M_21="1/2", M_22=1)
def instances(r: Integer, M_11: Real, M_12: Real, M_21: Real, M_22: Real):
    """Nine directions each."""
    assume(r <= 2)
    M = [[M_11, M_12], [M_21, M_22]]
    X, Y = ([[2, 1][:r], [-2, 3][:r]], [[1, 1][:r], [-1, -2][:r]])
    f = l1_loss(M, r)
    for v, w in product(((0, 1), (1, -2), (1, 1)), repeat=2):
        V, W = ([[a * s for s in (1, 3)[:r]] for a in side] for side in (v, w))
        expected = sum((largest(M, X, Y, V, W, i, j) for i, j in product((0, 1), repeat=2)), scalar(0))
        yield directional_derivative(f, (matrix(X), matrix(Y)), (matrix(V), matrix(W))) == expected


def largest(M, X, Y, V, W, i, j):
    """The largest L_ij Q_ij over the L_ij in sign((X Y^T - M)_ij), for Q = V Y^T + X W^T and rational numbers."""
    change = scalar(dot(V[i], Y[j]) + dot(X[i], W[j]))
    gap = (scalar(dot(X[i], Y[j])) - M[i][j]).value
    sign = (gap > 0) - (gap < 0)
    return sign * change if sign else scalar(abs(change.value))


def dot(left, right):
    """The inner product of two lists of numbers."""
    return sum(a * b for a, b in zip(left, right, strict=True))


@claim(
    paper,
    LABEL,
    part="stationary points",
    where=WHERE,
    record=RECORD,
    statement=r"""For $M = [1, 2; 2, t]$ and $r = 1$, $0 \in \partial f$ at $X = (1, 2)^T$, $Y = (1, 2)^T$ for $t = 4$,
and not for $t = 5$; at $X = Y = 0$ for every $t$.""",
    reading="at t = 4 and t = 5; with L = 0 where all entries of X Y^T - M are 0, and with L = -sign(M) at 0",
)
@claim.sample()
def stationary_points():
    """Two points each."""
    at, zero = (matrix([[1], [2]]), matrix([[1], [2]])), (matrix([[0], [0]]), matrix([[0], [0]]))
    for t in (4, 5):
        f = l1_loss([[1, 2], [2, t]], 1)
        yield stationary(f, at=zero)
        yield stationary(f, at=at) if t == 4 else not_stationary(f, at=at)
