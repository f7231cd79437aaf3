"""The display after equation (1): the subdifferential of f is {(S + S^T)/2 u} over Sign(u u^T - u* u*^T)."""

from itertools import product

from exactcheck import (
    Integer,
    Partition,
    Positive,
    Real,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    point,
    scalar,
)
from exactcheck.landscape import directional_derivative, l1_rank_one_loss

from . import paper
from .columns import arbitrary_column
from .residual import arbitrary_symmetric, weighted_residual

LABEL, RECORD, WHERE = "Subdifferential", "guan-so/eq-subdiff-f", "section 3, display after (1)"
SUBDIFFERENTIAL = "guan-so-2024/subdifferential/all-sizes"
HALF = scalar("1/2")


@claim(
    paper,
    LABEL,
    part="all sizes",
    where=WHERE,
    record=RECORD,
    statement=r"""$\partial f(u) = \{\frac12 (S + S^T) u : S \in \mathrm{Sign}(R)\} = (\mathrm{Sign}(R) \cap \mathbb
R^{n \times n}_{sym}) u$ for $R = u u^T - u^* u^{*T}$.""",
    reading="for all sizes. The two sets are equal: (S + S^T)/2 is symmetric with entries in Sign(R_ij) = Sign(R_ji), "
    "and a symmetric Z is (Z + Z^T)/2. They are compact and convex, and have the support function df(u): <Z u, w> = "
    "1/2 sum_ij Z_ij q_ij with the derivatives q_ij = u_i w_j + w_i u_j of R_ij, and the largest z q for z in Sign(r) "
    "is the derivative of |r|: q or -q for r > 0 or r < 0, and |q| for r = 0. Taken for granted: a regular function "
    "has the subdifferential whose support function is df(u) (Rockafellar and Wets, Theorem 8.30)",
    scope="general",
)
@claim.sample(n=2)
@claim.sample(n=3)
@claim.general()
def all_sizes(n: Integer):
    """Symmetrization, the identities, and one entry."""
    size = Partition(coordinates=n).dimension
    S, E = (arbitrary_matrix(name, size, size) for name in ("S", "E"))
    u, truth, w = (arbitrary_column(name, size) for name in ("u", "truth", "w"))
    symmetrized, Z = HALF * (S + S.T), arbitrary_symmetric("W", size).named("Z")

    yield symmetrized == symmetrized.T
    yield HALF * (Z + Z.T) == Z
    yield inner(Z @ u, w) == HALF * inner(Z, u @ w.T + w @ u.T)
    yield weighted_residual(E, truth).derivative([u], [w]) == inner(E, u @ w.T + w @ u.T)

    s, t, size_of_q = point("s"), point("t"), point("q")
    assume(s >= -1, s <= 1, t >= -1, t <= 1, size_of_q >= 0)
    yield HALF * (s + t) >= -1
    yield HALF * (s + t) <= 1
    for sign in (1, -1):
        yield s * (sign * size_of_q) <= size_of_q
        yield sign * (sign * size_of_q) == size_of_q


@claim(
    paper,
    LABEL,
    part="two points",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (1, 1)$, $u = (-1, 1)$ it is $\partial f(u) = [-2, 0] \times [0, 2]$; for $u^* = (1,
2)$, $u = (\frac12, 1)$ it is $\{(-\frac32, -\frac32)\}$; for $u^* = (1, 0)$, $u = 0$ it is $\{0\}$.""",
    reading="by the support function df(u)(w) of the sets, for all w = (x a, y b) with a, b > 0 and x, y from -1, 0, 1",
    scope="parametric",
)
@claim.sample(a="2/3", b=5)
@claim.general()
def points(a: Positive, b: Positive):
    """All w = (x a, y b) with x and y from -1, 0 and 1."""
    for x, y in product((1, 0, -1), repeat=2):
        w, leftwards, upwards = (x * a, y * b), int(x < 0), int(y > 0)
        yield directional_derivative(l1_rank_one_loss([1, 1]), (-1, 1), w) == 2 * leftwards * a + 2 * upwards * b
        yield directional_derivative(l1_rank_one_loss([1, 2]), ("1/2", 1), w) == scalar("-3/2") * (w[0] + w[1])
        yield directional_derivative(l1_rank_one_loss([1, 0]), (0, 0), w) == 0


def largest_product(truth, u, w):
    """The largest <Z u, w> over all symmetric Z in Sign(u u^T - u* u*^T), entry by entry, for rational numbers."""
    return sum((entry(truth, u, w, i, j) for i, j in product(range(len(u)), repeat=2)), scalar(0)) / 2


def entry(truth, u, w, i, j):
    """The largest Z_ij (u_i w_j + w_i u_j)."""
    residual, q = u[i] * u[j] - truth[i] * truth[j], u[i] * w[j] + w[i] * u[j]
    sign = (residual.value > 0) - (residual.value < 0)
    return sign * q if sign else scalar(abs(q.value))


@claim(
    paper,
    LABEL,
    part="three coordinates",
    where=WHERE,
    record=RECORD,
    statement=r"""$df(u)(w)$ is the largest $\langle Z u, w \rangle$ over the symmetric $Z \in \mathrm{Sign}(u u^T -
u^* u^{*T})$.""",
    reading="at four pairs (u, u*), with zeros, with |u_i| = |u*_i| and with u_i u_j = u*_i u*_j, along 26 directions "
    "w each",
)
@claim.sample(u_1=2, u_2=2, u_3=0, truth_1=1, truth_2=4, truth_3=-3)
@claim.sample(u_1="1/2", u_2=-5, u_3=3, truth_1=0, truth_2=5, truth_3=-1)
@claim.sample(u_1=1, u_2=-2, u_3=1, truth_1=1, truth_2=2, truth_3=1)
@claim.sample(u_1=0, u_2=0, u_3=0, truth_1=1, truth_2=0, truth_3="2/3")
def three_coordinates(u_1: Real, u_2: Real, u_3: Real, truth_1: Real, truth_2: Real, truth_3: Real):
    """All directions with entries 0, 1 and -3/2 except zero."""
    truth, u = (truth_1, truth_2, truth_3), (u_1, u_2, u_3)
    f = l1_rank_one_loss(truth)
    for w in product(map(scalar, (0, 1, "-3/2")), repeat=3):
        if any(x.value for x in w):
            yield directional_derivative(f, u, w) == largest_product(truth, u, w)
