"""Lemma 3: Assumption 1 implies (RIP) with delta = ||B|| ||C||; the numbers and the eigenvalues of its proof."""

from exactcheck import (
    Integer,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    determinant,
    identity,
    inner,
    norm_squared,
    point,
    vec,
)
from exactcheck.landscape import rip_constant

from . import paper
from .instances import construction

PROOF = "zhang/lem-3-proof"


@claim(
    paper,
    "Lemma 3",
    where="section 3.1, Lemma 3",
    record="zhang/lem-3",
    statement=r"""An operator that satisfies Assumption 1 satisfies (RIP) at rank $r + r^*$ with constant $\delta =
\|B\| \|C\| = \alpha^2 \sqrt{r/r^* + 2 \epsilon^2 r}$, and with no smaller one.""",
    constant="delta",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="1/2", epsilon="1/2")
@claim.sample(n=4, r=2, r_star=2, alpha="4/5", epsilon="3/8")
@claim.sample(n=6, r=3, r_star=2, alpha="1/3", epsilon="1/2")
@claim.parametric(n=3, r=2, r_star=1)
@claim.general()
def rip_constant_of_assumption_1(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The constant, as the product of the norms and as the least one."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)

    yield norm_squared(problem.b) * norm_squared(problem.c) == problem.delta**2
    yield rip_constant(problem.assumed, rank=r + r_star) == problem.delta


@claim(
    paper,
    "Lemma 3, numbers",
    where="section 3.1, proof of Lemma 3",
    record="zhang/lem-3-numbers",
    statement=r"""$b^T c = 0$, $\|b\| = \sqrt{r + 2 \epsilon^2 r r^*}$ and $\|c\| = \alpha^2 / \sqrt{r^*}$.""",
    scope="general",
)
@claim.sample(n=5, r=3, r_star=2, alpha="2/3", epsilon="1/5")
@claim.parametric(n=4, r=2, r_star=2)
@claim.general()
def numbers(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The three numbers, the norms squared."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)

    yield inner(problem.b, problem.c) == 0
    yield norm_squared(problem.b) == r + 2 * epsilon**2 * r * r_star
    yield norm_squared(problem.c) == alpha**4 / r_star


@claim(
    paper,
    "Lemma 3, eigenvalues as printed",
    where="section 3.1, proofs of Lemmas 3 and 5",
    record=PROOF,
    statement=r"""$I + b c^T + b c^T$ has the eigenvalue $1 + b^T c + \|b\| \|c\| = 1 + \delta$.""",
    reading="as printed, with b c^T twice",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(n=2, r=1, r_star=1, alpha="1/2", epsilon=2)
def eigenvalues_as_printed(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The characteristic polynomial of the printed matrix at the printed eigenvalue."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    one, product = identity(n * n), vec(problem.b) @ vec(problem.c).T

    yield determinant((1 + problem.delta) * one - (one + product + product)) == 0


@claim(
    paper,
    "Lemma 3, eigenvalues",
    where="section 3.1, proofs of Lemmas 3 and 5",
    record=PROOF,
    statement=r"""$A^T A = I + b c^T + c b^T$ has the eigenvalues $1 \pm \|b\| \|c\|$, with the eigenvectors $\|c\|^2 b
\pm \delta c$, and is the identity on all $X$ orthogonal to $b$ and $c$.""",
    reading="with the second product transposed",
    repairs="lemma-3-eigenvalues-as-printed",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="1/2", epsilon=2)
@claim.parametric(n=3, r=1, r_star=1)
@claim.general()
def eigenvalues(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """Two eigenvectors, and what happens to every X."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    A, b, c, delta = problem.assumed, problem.b, problem.c, problem.delta
    X = arbitrary_matrix("X", problem.Q1.rows, problem.Q1.rows)

    for sign in (1, -1):
        eigenvector = alpha**4 / r_star * b + sign * delta * c
        yield A.gram(eigenvector) == (1 + sign * delta) * eigenvector
        yield norm_squared(eigenvector) > 0
    yield A.gram(X) == X + inner(c, X) * b + inner(b, X) * c


@claim(
    paper,
    "Lemma 3, characteristic polynomial",
    where="section 3.1, proof of Lemma 3",
    record=PROOF,
    statement=r"""For $n = 2$ and $n = 3$: $\det(x I - (I + b c^T + c b^T)) = (x - 1)^{n^2 - 2} (x - 1 - \delta) (x -
1 + \delta)$.""",
    reading="with the second product transposed, all eigenvalues with their multiplicities",
    scope="parametric",
)
@claim.sample(n=3, r=2, r_star=1, alpha="1/2", epsilon="1/3")
@claim.parametric(n=2, r=1, r_star=1)
def characteristic_polynomial(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """An identity of polynomials in x, alpha and epsilon."""
    assume(r >= r_star, n >= r + r_star, n <= 3)
    problem = construction(n, r, r_star, alpha, epsilon)
    one, product, x = identity(n * n), vec(problem.b) @ vec(problem.c).T, point("x")
    delta = problem.delta

    multiple = (x - 1) ** (n * n - 2)
    yield determinant(x * one - (one + product + product.T)) == multiple * (x - 1 - delta) * (x - 1 + delta)
