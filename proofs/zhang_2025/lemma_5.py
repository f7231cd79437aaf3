"""Lemma 5: the operator of Theorem 2 satisfies Assumption 1; gamma in its proof."""

from exactcheck import Integer, Positive, arbitrary_matrix, assume, claim, inner, norm_squared

from . import paper
from .instances import construction


@claim(
    paper,
    "Lemma 5",
    where="section 3.1, Lemma 5",
    record="zhang/lem-5",
    statement=r"""The operator of Theorem 2 satisfies Assumption 1: for every $X$, $\|A(X)\|^2 = \|X\|^2 + 2 \langle b,
X \rangle \langle c, X \rangle$.""",
    reading="with delta <= 1, for which the operator is real",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7")
@claim.sample(n=3, r=2, r_star=1, alpha="2/3", epsilon="7/8")
@claim.parametric(n=3, r=1, r_star=1)
@claim.general()
def factor_identity(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The identity for an arbitrary X, and its polar form A^T A."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    A, b, c = problem.operator, problem.b, problem.c
    X = arbitrary_matrix("X", problem.Q1.rows, problem.Q1.rows)

    yield norm_squared(A(X)) == norm_squared(X) + 2 * inner(b, X) * inner(c, X)
    yield A.gram(X) == X + inner(c, X) * b + inner(b, X) * c


@claim(
    paper,
    "Lemma 5, gamma",
    where="section 3.1, proof of Lemma 5",
    record="zhang/lem-5-gamma",
    statement=r"""With $\gamma = (-1 + \sqrt{1 - \|b\|^2 \|c\|^2}) / \|c\|^2$: $\|c\|^2 \gamma^2 + 2 \gamma + \|b\|^2 =
0$, and the operator of Theorem 2 is $X \mapsto X + \langle c, X \rangle (b + \gamma c)$.""",
    reading="with delta <= 1, for which gamma is real",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7")
@claim.sample(n=5, r=4, r_star=1, alpha="2/9", epsilon="56/17")
@claim.parametric(n=3, r=2, r_star=1)
@claim.general()
def gamma_solves_the_quadratic(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The quadratic equation, and the operator written with its solution."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    b, c = problem.b, problem.c
    gamma = (problem.kappa - 1) * r_star / alpha**4
    X = arbitrary_matrix("X", problem.Q1.rows, problem.Q1.rows)

    yield gamma * norm_squared(c) == problem.kappa - 1
    yield problem.kappa**2 == 1 - norm_squared(b) * norm_squared(c)
    yield norm_squared(c) * gamma**2 + 2 * gamma + norm_squared(b) == 0
    yield problem.operator(X) == X + inner(c, X) * (b + gamma * c)
