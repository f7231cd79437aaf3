"""Proof of Proposition 6: the norms of X^T X, Y^T Y and X Y^T, and X and Y by those of X^T X and Y^T Y."""

from exactcheck import (
    Integer,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    identity,
    inner,
    letter,
    norm_squared,
    point,
)

from . import paper
from .sensing import Point
from .vectors import rows_of

WHERE = "section 4.3, proof of Proposition 6"
CONSTANT = "josz-li/prop-6-const"


@claim(
    paper,
    "Proposition 6, norms",
    where=f"{WHERE}, third display",
    record="josz-li/prop-6-norm",
    statement=r"""$\|X^T X\|_F^2 + \|Y^T Y\|_F^2 = \|X^T X - Y^T Y\|_F^2 + 2 \|X Y^T\|_F^2$, so that it is at most
$\|C\|_F^2 + 2 c_3$ where $X^T X - Y^T Y = C$ and $\|X Y^T\|_F^2 \le c_3$.""",
    scope="general",
)
@claim.sample(n1=1, n2=2, r=2)
@claim.general()
def norms(n1: Integer, n2: Integer, r: Integer):
    """The identity, by <X^T X, Y^T Y> = ||X Y^T||^2, and the inequality with a slack s = c_3 - ||X Y^T||^2 >= 0."""
    at = Point(n1, n2, r)
    G, H, slack = at.X.T @ at.X, at.Y.T @ at.Y, point("s")
    assume(slack >= 0)
    c_3 = norm_squared(at.product) + slack

    yield inner(G, H) == norm_squared(at.product)
    yield norm_squared(G) + norm_squared(H) == norm_squared(at.imbalance) + 2 * norm_squared(at.product)
    yield norm_squared(G) + norm_squared(H) <= norm_squared(at.imbalance) + 2 * c_3


@claim(
    paper,
    "Proposition 6, rank",
    where=f"{WHERE}, last display",
    record=CONSTANT,
    statement=r"""$\|X\|_F^4 \le \mathrm{rank}(X) \|X^T X\|_F^2$, with equality exactly if all nonzero singular values
of $X$ are equal.""",
    reading="for all sizes and every rank k >= 1 (for X = 0 both sides are 0): X = P S, where the k columns of P are "
    "an orthonormal basis of the range of X, and S is arbitrary; the difference is k ||S S^T - ||S||^2 / k I||^2, "
    "and S S^T has the eigenvalues of X X^T that are not zero",
    scope="general",
)
@claim.general()
def rank(n: Integer, r: Integer, k: Integer):
    """The Cauchy-Schwarz inequality for the trace of S S^T, as an identity."""
    assume(k <= n)
    rows, columns, kept = map(rows_of, ("rows", "columns", "kept"), (n, r, k))
    P, S = arbitrary_matrix("P", rows, kept, family="P"), arbitrary_matrix("S", kept, columns)
    X, norm = P @ S, norm_squared(S)
    spread = S @ S.T - norm / k * identity(kept)

    yield norm_squared(X) == norm
    yield norm_squared(X.T @ X) == norm_squared(S @ S.T)
    yield k * norm_squared(X.T @ X) - norm_squared(X) ** 2 == k * norm_squared(spread)
    yield norm_squared(spread) >= 0
    yield norm_squared(X) ** 2 <= k * norm_squared(X.T @ X)


@claim(
    paper,
    "Proposition 6, last display",
    where=f"{WHERE}, last display",
    record=CONSTANT,
    statement=r"""$\|X\|_F^4 + \|Y\|_F^4 \le \mathrm{rank}(X) \|X^T X\|_F^2 + \mathrm{rank}(Y) \|Y^T Y\|_F^2 \le (n_1 +
n_2 + r) c_4$ where $\|X^T X\|_F^2 + \|Y^T Y\|_F^2 \le c_4$.""",
    reading="the first inequality is the claim about the rank; letters k, j for the ranks, a and b for the squared "
    "norms of X^T X and Y^T Y. The constant is loose: see the next claim",
    uses=("josz-li-2023/proposition-6-rank",),
    scope="general",
)
@claim.general()
def last_display(n1: Integer, n2: Integer, r: Integer):
    """k <= min(n1, r) and j <= min(n2, r)."""
    k, j, a, b, c_4 = letter("k", "size"), letter("j", "size"), point("a"), point("b"), point("c_4")
    assume(k <= r, k <= n1, j <= r, j <= n2, a >= 0, b >= 0, a + b <= c_4)

    yield k * a + j * b <= r * (a + b)
    yield r * (a + b) <= r * c_4
    yield k * a + j * b <= r * c_4
    yield r * c_4 <= (n1 + n2 + r) * c_4


@claim(
    paper,
    "Proposition 6, last display",
    part="with r",
    where=f"{WHERE}, last display",
    record=CONSTANT,
    statement=r"""$\|X\|_F^4 + \|Y\|_F^4 \le r (\|X^T X\|_F^2 + \|Y^T Y\|_F^2)$, so that the factor can be $r$ in place
of $n_1 + n_2 + r$.""",
    reading="for all sizes, without the ranks",
    scope="general",
)
@claim.sample(n1=1, n2=2, r=2)
@claim.general()
def with_columns(n1: Integer, n2: Integer, r: Integer):
    """r ||G||^2 - (tr G)^2 = r ||G - (tr G / r) I||^2 for G = X^T X and G = Y^T Y."""
    at = Point(n1, n2, r)
    for Z in (at.X, at.Y):
        G = Z.T @ Z
        spread = G - norm_squared(Z) / r * identity(at.columns)
        yield r * norm_squared(G) - norm_squared(Z) ** 2 == r * norm_squared(spread)
        yield norm_squared(spread) >= 0
    yield norm_squared(at.X) ** 2 + norm_squared(at.Y) ** 2 <= r * (
        norm_squared(at.X.T @ at.X) + norm_squared(at.Y.T @ at.Y)
    )


@claim(
    paper,
    "Proposition 6, last display",
    part="sharp",
    where=f"{WHERE}, last display",
    record=CONSTANT,
    statement=r"""For $X = t Q$ with $r \le n_1$ orthonormal columns and $Y = 0$, $\|X\|_F^4 = r \|X^T X\|_F^2 = r \|X^T
X - Y^T Y\|_F^2$, with $\|X^T X\|_F^2 = t^4 r$ and $X Y^T = 0$; for $X = t Q^T$ with $n_1 \le r$ orthonormal rows,
$\|X\|_F^4 = n_1 \|X^T X\|_F^2$.""",
    reading="for all sizes; the second case with r and n_1 exchanged. So no factor below r will do if r <= n_1, "
    "where c_3 = 0 is allowed if all b_i are 0; X and Y may change places, and min(r, max(n_1, n_2)) is the best "
    "factor for each n_1, n_2, r, as both ranks are at most that",
    scope="general",
)
@claim.general()
def sharp(n1: Integer, n2: Integer, r: Integer, t: Positive):
    """Both cases, for a matrix with `few` orthonormal columns."""
    few, many, right = map(rows_of, ("few", "many", "right"), (r, n1, n2))
    assume(r <= n1)
    Q = arbitrary_matrix("Q", many, few, family="Q")
    X, wide, Y = t * Q, t * Q.T, 0 * arbitrary_matrix("Y", right, few)

    for Z in (X, wide):
        yield norm_squared(Z) ** 2 == r * norm_squared(Z.T @ Z)
        yield norm_squared(Z.T @ Z) == t**4 * r
    yield norm_squared(X.T @ X - Y.T @ Y) == norm_squared(X.T @ X)
    yield norm_squared(X @ Y.T) == 0
