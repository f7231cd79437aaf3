"""Exact instances: parameters for which the operator of Theorem 2 is rational, and rational operators with its form."""

from exactcheck import (
    Integer,
    Partition,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    norm_squared,
    scalar,
    sqrt,
    unit,
)
from exactcheck.landscape import low_rank_update, measurements, rip_constant

from . import paper
from .instances import construction, on_rows

RECORD = "zhang/x-rational"
WHERE = "section 1.2, the operator of Theorem 2"
BEYOND = "beyond the paper: building blocks for exact instances"


@claim(
    paper,
    "Rational operators",
    part="criterion",
    where=WHERE,
    record=RECORD,
    statement=r"""The operator of Theorem 2 differs from the identity by multiples of $-1 + \kappa$, $-\epsilon
\alpha^2$ and $\alpha^2$, where $\kappa = \sqrt{1 - \delta^2}$; so it is rational exactly if $\kappa$, $\alpha^2$ and
$\epsilon \alpha^2$ are.""",
    reading=f"{BEYOND}; for all X and all sizes",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7")
@claim.general()
def criterion(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """Inner products of the image with Q1 Q1^T, the corner and Q2 Q2^T."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    X = arbitrary_matrix("X", problem.Q1.rows, problem.Q1.rows)
    change, weight = problem.operator(X) - X, inner(problem.truth, X) / r_star
    second = problem.Q2 @ problem.Q2.T

    yield inner(change, problem.truth) == (problem.kappa - 1) * weight * r_star
    yield inner(change, problem.cross) == -2 * epsilon * alpha**2 * weight * r * r_star
    yield inner(change, second) == alpha**2 * weight * r


@claim(
    paper,
    "Rational operators",
    part="family with two columns",
    where=WHERE,
    record=RECORD,
    statement=r"""For $r = r^* = 2$, $\alpha = d$ and $\epsilon = \kappa / (2 d)$ with $\kappa = \sqrt{1 - d^2}$ the
constant of Theorem 2 is $\delta = d$, and $f(U_0) = 1 - d^4$: each rational point of $d^2 + \kappa^2 = 1$ gives a
rational operator.""",
    reading=f"{BEYOND}; for every n >= 4",
    scope="general",
)
@claim.sample(n=4, d="40/401")
@claim.sample(n=5, d="4000/4000001")
@claim.general()
def family(n: Integer, d: Positive):
    """The squares of delta and kappa, and the value."""
    assume(n >= 4, d**2 < 1)
    kappa = sqrt(1 - d**2, "k")
    problem = on_rows(Partition(truth=2, spurious=2, rest=n - 4), ["spurious"], 2, 2, d, kappa / (2 * d))

    yield problem.delta**2 == d**2
    yield 1 - problem.delta**2 == kappa**2
    yield problem.loss(problem.assumed)(problem.spurious_point) == 1 - d**4


def completed(problem, alpha_squared, weights):
    """The rational operator X -> (X + <c, X> (b - c / ||c||^2), w_1 <c, X>, w_2 <c, X>, ...), row by row."""
    size, truth = problem.Q1.rows, problem.truth / problem.r_star
    c = alpha_squared * truth
    direction = problem.b - truth * problem.r_star / alpha_squared
    units = [unit(size, size, i, j) for i in range(size) for j in range(size)]
    rows = [E + inner(E, direction) * c for E in units]
    return measurements([*rows, *(weight * c for weight in weights)])


@claim(
    paper,
    "Rational operators",
    part="same form",
    where=WHERE,
    record=RECORD,
    statement=r"""$X \mapsto (X + \langle c, X \rangle (b - c / \|c\|^2), \; w_1 \langle c, X \rangle, \; \dots, \;
w_4 \langle c, X \rangle)$ with $\sum_k w_k^2 = (1 - \delta^2) / \|c\|^2$ satisfies Assumption 1, so it has the $A^T
A$ of the operator of Theorem 2; it is rational if $\alpha^2$, $\epsilon$ and the $w_k$ are, and four rational
squares suffice (Lagrange).""",
    reading=f"{BEYOND}; for all sizes",
    scope="general",
)
@claim.general()
def same_form(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The form of the first rows, and what the others have to add."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    b, c = problem.b, problem.c
    first = low_rank_update([(b - r_star / alpha**4 * c, c)]).named("A_first")
    X = arbitrary_matrix("X", problem.Q1.rows, problem.Q1.rows)
    squares = (1 - problem.delta**2) * r_star / alpha**4

    yield norm_squared(c) * squares == 1 - problem.delta**2
    yield norm_squared(first(X)) + squares * inner(c, X) ** 2 == norm_squared(X) + 2 * inner(b, X) * inner(c, X)


@claim(
    paper,
    "Rational operators",
    part="instances",
    where=WHERE,
    record=RECORD,
    statement=r"""For $n = 2$, $r = r^* = 1$, $\epsilon = 2$ and $\alpha^2 = 1/30$ (with $w = (29, 7, 1, 0)$) or
$1/3000$ (with $w = (2999, 77, 6, 5)$) the operator of the part "same form" is rational and has the RIP constant
$1/10$ or $1/1000$.""",
    reading=f"{BEYOND}; for all X",
    scope="exhaustive",
)
@claim.sample()
def instances():
    """The form of two operators at an arbitrary X, and their constants."""
    X = arbitrary_matrix("X", 2, 2)
    for alpha_squared, weights, delta in (("1/30", (29, 7, 1), "1/10"), ("1/3000", (2999, 77, 6, 5), "1/1000")):
        problem = construction(2, 1, 1, sqrt(scalar(alpha_squared)), scalar(2))
        A = completed(problem, scalar(alpha_squared), weights)

        yield norm_squared(A(X)) == norm_squared(X) + 2 * inner(problem.b, X) * inner(problem.c, X)
        yield rip_constant(A, rank=2) == delta


@claim(
    paper,
    "Rational operators",
    part="instance with two columns",
    where=WHERE,
    record=RECORD,
    statement=r"""For $n = 4$, $r = r^* = 2$, $\alpha^2 = 1/1250$, $\epsilon = 3/8$ a rational operator with 19 rows
has the RIP constant $1/1000$ at rank 4.""",
    reading=f"{BEYOND}; for one operator",
    scope="exhaustive",
)
@claim.sample()
def instance_with_two_columns():
    """The form at an arbitrary X, and the constant."""
    X = arbitrary_matrix("X", 4, 4)
    problem = construction(4, 2, 2, sqrt(scalar("1/1250")), scalar("3/8"))
    A = completed(problem, scalar("1/1250"), (scalar("7071/4"), scalar("15/2"), scalar("3/4")))

    yield norm_squared(A(X)) == norm_squared(X) + 2 * inner(problem.b, X) * inner(problem.c, X)
    yield rip_constant(A, rank=4) == "1/1000"
