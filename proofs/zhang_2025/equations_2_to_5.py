"""Equations (2) to (5): the asymmetric factorization, its ambiguity, and the constrained problems."""

from exactcheck import (
    Integer,
    Nonnegative,
    Partition,
    Positive,
    Real,
    arbitrary_matrix,
    assume,
    claim,
    identity,
    matrix,
    norm_squared,
)
from exactcheck.landscape import (
    arbitrary_operator,
    asymmetric_loss,
    balancing_regularizer,
    value,
)

from . import paper


@claim(
    paper,
    "Equation 2",
    where="section 1.1, (2)",
    record="zhang/eq-2",
    statement=r"""$L R^T$ is the upper right block of $U U^T$ for $U = [L; R]$, and $g(L, R) = \frac12 \|A(L R^T -
L_* R_*^T)\|^2$ is nonnegative and zero at $(L_*, R_*)$.""",
    reading="the loss for square matrices (n1 = n2) and an arbitrary operator",
    scope="general",
)
@claim.general()
def asymmetric_factorization(n1: Integer, n2: Integer, r: Integer):
    """The block for all n1 and n2; the loss for n1 = n2."""
    rows, columns = Partition(left=n1, right=n2), Partition(columns=r).dimension
    upper, lower = (rows.blocks["left"],), (rows.blocks["right"],)
    L, R = arbitrary_matrix("L", upper, columns), arbitrary_matrix("R", lower, columns)
    left, right = rows.columns("left"), rows.columns("right")
    U = left @ L + right @ R
    V, L_star, R_star = (arbitrary_matrix(name, upper, columns) for name in ("V", "L_star", "R_star"))
    g = asymmetric_loss(arbitrary_operator("A", upper), L_star @ R_star.T, columns).named("g")

    yield left.T @ (U @ U.T) @ right == L @ R.T
    yield value(g, at=(L, V)) >= 0
    yield value(g, at=(L_star, R_star)) == 0


AMBIGUITY = "section 1.1, below (3)"


@claim(
    paper,
    "Equation 3, ambiguity as printed",
    where=AMBIGUITY,
    record="zhang/eq-3a",
    statement=r"""$L R^T = (L G) (R G^{-1})^T$ for every invertible $G$: here $L = R = I$ and $G = [1, t; 0, 1]$.""",
    reading="as printed, with the inverse and not its transpose",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(t=1)
def ambiguity_as_printed(t: Real):
    """The inverse of G, then the printed equation."""
    G, inverse, one = matrix([[1, t], [0, 1]]), matrix([[1, -t], [0, 1]]), identity(2)

    yield G @ inverse == one
    yield one @ one.T == (one @ G) @ (one @ inverse).T


@claim(
    paper,
    "Equation 3, ambiguity",
    where=AMBIGUITY,
    record="zhang/eq-3a",
    statement=r"""$L R^T = (L G) (R G^{-T})^T$ for every invertible $G$: $(L G) (R H^T)^T = L (G H) R^T$ for all $G$
and $H$, and $G H = I$ for $H = G^{-1}$. As printed it holds exactly if $L (G G^{-T} - I) R^T = 0$, as for symmetric
$G$.""",
    reading="with the transpose of the inverse",
    repairs="equation-3-ambiguity-as-printed",
    scope="general",
)
@claim.sample(n1=2, n2=2, r=2)
@claim.general()
def ambiguity(n1: Integer, n2: Integer, r: Integer):
    """The identity with any H, and the one for the printed formula."""
    upper, lower, columns = Partition(left=n1).dimension, Partition(right=n2).dimension, Partition(columns=r).dimension
    L, R = arbitrary_matrix("L", upper, columns), arbitrary_matrix("R", lower, columns)
    G, H = arbitrary_matrix("G", columns, columns), arbitrary_matrix("H", columns, columns)

    yield (L @ G) @ (R @ H.T).T == L @ (G @ H) @ R.T
    yield L @ (G @ H.T - identity(columns)) @ R.T == (L @ G) @ (R @ H).T - L @ R.T


@claim(
    paper,
    "Equation 3, balancing as printed",
    where=AMBIGUITY,
    record="zhang/eq-3b",
    statement=r"""The regularizer $h$ eliminates the ambiguity: if $L R^T = L' R'^T$ and $h(L, R) = h(L', R') = 0$,
then $L = L'$. (Here: $L' = L Q^T$, $R' = R Q^T$ with $L = R = I$ and the rotation $Q = [c, -s; s, c]$.)""",
    reading="eliminates means that balanced factors are determined by their product",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample(c=0, s=1)
def balancing_as_printed(c: Real, s: Real):
    """Products and regularizers are equal, then the factors."""
    one, turned = identity(2), matrix([[c, s], [-s, c]])
    h = balancing_regularizer(2, 2, 2)

    yield turned @ turned.T == one
    yield h(one, one) == 0
    yield h(turned, turned) == 0
    yield turned == one


@claim(
    paper,
    "Equation 3, balancing",
    where=AMBIGUITY,
    record="zhang/eq-3b",
    statement=r"""The orthogonal ambiguity stays: $(L Q^T) (R Q^T)^T = L R^T$ and $h(L Q^T, R Q^T) = h(L, R)$ for
$Q^T Q = I$. Of the scalings $(t L, R / t)$ of a balanced pair the regularizer leaves only $t = \pm 1$: $h(t L, R /
t) = \frac12 (t^2 - t^{-2})^2 \|L^T L\|^2$.""",
    reading="eliminates means all but the orthogonal ambiguity",
    repairs="equation-3-balancing-as-printed",
    scope="general",
)
@claim.general()
def balancing(n1: Integer, n2: Integer, r: Integer, t: Positive):
    """The invariance for all L, R; the scalings for the balanced pairs L = P S, R = V S with orthonormal P, V."""
    upper, lower, columns = Partition(left=n1).dimension, Partition(right=n2).dimension, Partition(columns=r).dimension
    assume(n1 >= r, n2 >= r)
    L, R = arbitrary_matrix("L", upper, columns), arbitrary_matrix("R", lower, columns)
    Q, S = arbitrary_matrix("Q", columns, columns, family="Q"), arbitrary_matrix("S", columns, columns)
    P, V = arbitrary_matrix("P", upper, columns, family="P"), arbitrary_matrix("V", lower, columns, family="V")
    h = balancing_regularizer(upper, lower, columns).named("h")

    yield (L @ Q.T) @ (R @ Q.T).T == L @ R.T
    yield h(L @ Q.T, R @ Q.T) == h(L, R)
    yield h(P @ S, V @ S) == 0
    yield h(t * P @ S, V @ S / t) == (t**2 - t**-2) ** 2 * norm_squared(S.T @ S) / 2


@claim(
    paper,
    "Problems 4 and 5",
    where="section 1.2, (4) and (5)",
    record="zhang/eq-4-5",
    statement=r"""The loss of (5) is $g + \lambda h$ with $\lambda h = \frac{\lambda}{2} \|L^T L - R^T R\|^2$,
nonnegative for $\lambda \ge 0$; at the truth it is $\frac{\lambda}{2} \|L_*^T L_* - R_*^T R_*\|^2$. So "spurious" is
read against the least value and not against the value at $[L_*; R_*]$, which is larger for an unbalanced pair.""",
    reading="a definition; stated for n1 = n2 and an arbitrary operator",
    scope="general",
)
@claim.general()
def problem_5(n: Integer, r: Integer, weight: Nonnegative):
    """The two parts of the loss, its sign, and its value at the truth."""
    rows, columns = Partition(rows=n).dimension, Partition(columns=r).dimension
    L, R, L_star, R_star = (arbitrary_matrix(name, rows, columns) for name in ("L", "R", "L_star", "R_star"))
    A, M = arbitrary_operator("A", rows), (L_star @ R_star.T).named("M")
    g, h = asymmetric_loss(A, M, columns).named("g"), balancing_regularizer(rows, rows, columns).named("h")
    loss = asymmetric_loss(A, M, columns, weight).named("g_lambda")

    yield loss(L, R) == g(L, R) + weight * h(L, R)
    yield h(L, R) == norm_squared(L.T @ L - R.T @ R) / 2
    yield g(L, R) >= 0
    yield h(L, R) >= 0
    yield loss(L_star, R_star) == weight * norm_squared(L_star.T @ L_star - R_star.T @ R_star) / 2
