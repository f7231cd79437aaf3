"""Assumption 1: what it says of the operator, and for which parameters an operator satisfies it."""

from exactcheck import Integer, Positive, arbitrary_matrix, assume, claim, function, inner, norm_squared
from exactcheck.landscape import rip_constant

from . import paper
from .instances import Construction, construction

RECORD = "zhang/asm-1"


def form(problem: Construction):
    """The right-hand side of Assumption 1, ||X||^2 + 2 <b, X> <c, X>, as a function of X."""
    size = problem.Q1.rows
    return function(lambda X: norm_squared(X) + 2 * inner(problem.b, X) * inner(problem.c, X), X=(size, size)).named(
        "q"
    )


@claim(
    paper,
    "Assumption 1",
    part="operator",
    where="section 3.1, Assumption 1",
    record=RECORD,
    statement=r"""Assumption 1 says exactly that $A^T A(X) = X + \langle c, X \rangle b + \langle b, X \rangle c$, with
$b = Q B Q^T$ and $c = Q C Q^T$: this is the symmetric operator of its quadratic form.""",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="1/2", epsilon="1/2")
@claim.parametric(n=2, r=1, r_star=1)
@claim.general()
def operator(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The polar form of the quadratic form."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    b, c, size = problem.b, problem.c, problem.Q1.rows
    X, Y = arbitrary_matrix("X", size, size), arbitrary_matrix("Y", size, size)

    yield form(problem).derivative([X], [Y]) == 2 * inner(X + inner(c, X) * b + inner(b, X) * c, Y)
    yield inner(X + inner(c, X) * b + inner(b, X) * c, X) == form(problem)(X)


@claim(
    paper,
    "Assumption 1 as printed",
    where="section 3.1, Assumption 1",
    record=RECORD,
    statement=r"""For all $\alpha, \epsilon > 0$ the form $\|X\|^2 + 2 \langle b, X \rangle \langle c, X \rangle$ is one
that $\|A(X)\|^2$ can equal: it is nonnegative.""",
    reading="as Theorem 2 uses it: for any alpha, epsilon > 0 there is an operator that satisfies the assumption",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample(n=2, r=1, r_star=1, alpha=1, epsilon=1)
def as_printed(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The form at an arbitrary X."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)

    yield form(problem)(arbitrary_matrix("X", n, n)) >= 0


@claim(
    paper,
    "Assumption 1",
    part="satisfiable",
    where="section 3.1, Assumption 1",
    record=RECORD,
    statement=r"""For $\delta = \alpha^2 \sqrt{r/r^* + 2 \epsilon^2 r} \le 1$ the form $q(X) = \|X\|^2 + 2 \langle b, X
\rangle \langle c, X \rangle$ is nonnegative: $0 \le (1 - \delta) \|X\|^2 \le q(X)$. It is $\|A(X)\|^2$ for the operator
of Theorem 2 (Lemma 5).""",
    reading="with delta <= 1",
    repairs="assumption-1-as-printed",
    uses=("zhang-2025/lemma-5",),
    scope="general",
)
@claim.sample(n=3, r=2, r_star=1, alpha="2/3", epsilon="7/8")
@claim.parametric(n=2, r=1, r_star=1)
@claim.general()
def satisfiable(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The form from below, for X of any rank."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta <= 1)

    yield rip_constant(problem.assumed, rank=n) <= problem.delta
    yield 1 - problem.delta >= 0


@claim(
    paper,
    "Assumption 1",
    part="only for delta up to 1",
    where="section 3.1, Assumption 1",
    record=RECORD,
    statement=r"""For all $\alpha, \epsilon > 0$ there is an $X \ne 0$ with $q(X) = (1 - \delta) \|X\|^2$. So for
$\delta > 1$ the form is negative somewhere, and no operator satisfies the assumption.""",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha=1, epsilon=1)
@claim.parametric(n=2, r=1, r_star=1)
@claim.general()
def only_for_delta_up_to_1(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The least value of the form on unit matrices is attained."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    X = (alpha**4 / r_star * problem.b - problem.delta * problem.c).named("X")

    yield form(problem)(X) == (1 - problem.delta) * norm_squared(X)
    yield norm_squared(X) > 0
