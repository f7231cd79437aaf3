"""Assumption 2 and Lemma 6: A^T A keeps symmetric matrices symmetric."""

from exactcheck import Integer, Partition, Positive, arbitrary_matrix, assume, claim, inner, norm_squared
from exactcheck.landscape import operator_with_form

from . import paper
from .instances import construction


def parts(size):
    """An arbitrary symmetric and an arbitrary skew-symmetric matrix."""
    X, Y = arbitrary_matrix("X", size, size), arbitrary_matrix("Y", size, size)
    return (X + X.T).named("S"), (Y - Y.T).named("K")


@claim(
    paper,
    "Assumption 2",
    where="section 3.2, Assumption 2",
    record="zhang/asm-2",
    statement=r"""The operator of Theorem 2 satisfies Assumption 2: $A^T A(S)$ is symmetric for every symmetric $S$. It
then also maps skew-symmetric matrices to skew-symmetric ones.""",
    reading="with delta <= 1, for which the operator is real",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7")
@claim.general()
def satisfied(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """Symmetric and skew-symmetric matrices."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    A, (S, K) = problem.operator, parts(problem.Q1.rows)

    yield A.gram(S) == A.gram(S).T
    yield A.gram(K) == -A.gram(K).T


@claim(
    paper,
    "Lemma 6",
    where="section 3.2, Lemma 6",
    record="zhang/lem-6",
    statement=r"""Assumption 1 implies Assumption 2. For symmetric $S$ and skew-symmetric $K$: $\|A(S + K)\|^2 =
\|A(S)\|^2 + \|A(K)\|^2$ and $\langle A(S), A(K) \rangle = 0$, so that $A^T A(S)$ is symmetric and $A^T A(K)$
skew-symmetric.""",
    reading="for the b and c of Assumption 1",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="1/2", epsilon="1/2")
@claim.sample(n=4, r=2, r_star=1, alpha="1/3", epsilon=1)
@claim.general()
def lemma_6(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """Every step of the proof."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    A, (S, K) = problem.assumed, parts(problem.Q1.rows)

    yield norm_squared(A(S + K)) == norm_squared(A(S)) + norm_squared(A(K))
    yield inner(A(S), A(K)) == 0
    yield A.gram(S) == A.gram(S).T
    yield A.gram(K) == -A.gram(K).T


@claim(
    paper,
    "Lemma 6, any symmetric form",
    where="section 3.2, Lemma 6",
    record="zhang/lem-6",
    statement=r"""What the proof uses is that $b$ and $c$ are symmetric: every operator with $\|A(X)\|^2 = \|X\|^2 +
2 \langle b, X \rangle \langle c, X \rangle$ for symmetric $b$ and $c$ satisfies Assumption 2.""",
    reading="for every symmetric b and c",
    scope="general",
)
@claim.general()
def symmetric_form(n: Integer):
    """Arbitrary symmetric b and c."""
    size = Partition(rows=n).dimension
    V, W = arbitrary_matrix("V", size, size), arbitrary_matrix("W", size, size)
    A, (S, K) = operator_with_form([(V + V.T, W + W.T)]).named("A"), parts(size)

    yield A.gram(S) == A.gram(S).T
    yield A.gram(K) == -A.gram(K).T
    yield inner(A(S), A(K)) == 0
