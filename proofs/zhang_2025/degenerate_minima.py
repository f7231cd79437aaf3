"""Where Theorem 2 stops being strict: without the regularizer, and with more columns than rows are left for them."""

from exactcheck import (
    Integer,
    Partition,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    norm_squared,
    ones,
    point,
    scalar,
    sqrt,
)
from exactcheck.landscape import rip_constant, strict_local_minimum, symmetric_loss, value

from . import paper
from .inherited_form import HALF
from .instances import construction, on_rows

VALUES = r"""$g_0(L, R) - g_0(U_0, U_0) = \langle S, L R^T \rangle + \frac{1}{2} \|A(L R^T - U_0 U_0^T)\|^2$"""


@claim(
    paper,
    "Theorem 2 at lambda = 0",
    where="section 1.2",
    record="zhang/thm-2b",
    statement=rf"""For $\lambda = 0$ the point $[U_0; U_0]$ is more than second-order critical: it is a local
minimum. {VALUES}, and $\langle S, L R^T \rangle \ge 0$ for all $L, R \ge 0$ with diagonal entries at least $\alpha /
2$ in the block of $U_0$ and entries of $L$ at most $\epsilon \alpha^3 / 2$ in the rows of $Q_1$.""",
    reading="for lambda = 0; the last statement is for each entry l of L and r of R in the rows of Q1",
    scope="general",
)
@claim.general()
def local_minimum_without_regularizer(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The increase as a square and <S, L R^T>; the latter from below, first as sums, then entry by entry."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    A, U0, Q1, Q2 = problem.assumed, problem.spurious_point, problem.Q1, problem.Q2
    g, S = problem.asymmetric_loss(A, 0), A.gram(U0 @ U0.T - problem.truth).named("S")
    L1, R1 = (arbitrary_matrix(name, Q1.cols, Q2.cols, nonnegative="all") for name in ("L1", "R1"))
    L2, R2 = (arbitrary_matrix(name, Q2.cols, Q2.cols, nonnegative="all") for name in ("L2", "R2"))
    rest = problem.rows.columns("rest")
    L3, R3 = (arbitrary_matrix(name, rest.cols, Q2.cols) for name in ("L3", "R3"))
    corner, square, half = ones(Q1.cols, Q2.cols), alpha * HALF * (Q2.T @ Q2), alpha * epsilon / 2
    L, R = Q1 @ L1 + Q2 @ (square + L2) + rest @ L3, Q1 @ R1 + Q2 @ (square + R2) + rest @ R3
    beta, sums = alpha**2 * r / r_star - alpha**-2, inner(corner, L1) + inner(corner, R1)
    crossed = epsilon * (inner(corner, L1 @ R2.T) + inner(corner, R1 @ L2.T))
    left, right = point("l"), point("r_entry")

    yield g(L, R) - g(U0, U0) == inner(S, L @ R.T) + HALF * norm_squared(A(L @ R.T - U0 @ U0.T))
    yield inner(S, L @ R.T) == alpha**2 * (beta * inner(L1, R1) + half * sums + crossed)
    yield crossed >= 0
    yield inner(L1, R1) >= 0
    yield beta >= -(alpha**-2)
    assume(left >= 0, right >= 0, left <= epsilon * alpha**3 / 2)
    yield half * (left + right) >= alpha**-2 * left * right


@claim(
    paper,
    "Theorem 2 beyond n = r + r*",
    where="sections 1 and 1.2",
    record=("zhang/abs-3", "zhang/fig-1c"),
    statement=r"""No matter how large $r$ is, also for $r > n - r^*$, as long as $n \ge r^* + 1$: with the operator
of Theorem 2 for one column, $q = e_{r^*+1}$, and $U_0 = \alpha r^{-1/2} q 1^T$: $f(U) - f(U_0) = \langle S, U U^T
\rangle + \frac{1}{2} \|A(U U^T - U_0 U_0^T)\|^2$, and $\langle S, U U^T \rangle \ge 0$ near $U_0$ over $U \ge 0$. So
$U_0$ is a spurious local minimum, and for $r \ge 2$ no strict one: $f(U_0 V^T) = f(U_0)$ for every $V$ with
orthonormal columns.""",
    reading="for n >= r* + 1, a local minimum that need not be strict",
    scope="general",
)
@claim.general()
def more_columns_than_rows(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """As at lambda = 0: the increase, <S, U U^T> from below, first as sums, then entry by entry; and the value."""
    assume(r >= 1, n >= r_star + 1)
    rows = Partition(truth=r_star, spurious=scalar(1), rest=n - r_star - 1)
    problem, columns = on_rows(rows, ["spurious"], 1, r_star, alpha, epsilon), Partition(columns=r).dimension
    assume(problem.delta**2 <= 1)
    A, Q1, q, root = problem.operator, problem.Q1, problem.Q2, sqrt(r, "root")
    weight = (root**-1 * ones(q.cols, columns)).named("w")
    f, U0 = symmetric_loss(A, problem.truth, columns).named("f"), (alpha * q @ weight).named("U0")
    S = A.gram(U0 @ U0.T - problem.truth).named("S")
    U1 = arbitrary_matrix("U1", Q1.cols, columns, nonnegative="all")
    u2 = arbitrary_matrix("u2", q.cols, columns, nonnegative="all")
    rest, V = rows.columns("rest"), arbitrary_matrix("V", columns, columns, family="V")
    U = Q1 @ U1 + q @ (HALF * alpha * weight + u2) + rest @ arbitrary_matrix("U3", rest.cols, columns)
    beta, sums = alpha**2 / r_star - alpha**-2, inner(ones(Q1.cols, columns), U1)
    crossed, x = 2 * epsilon * inner(ones(Q1.cols, q.cols), U1 @ u2.T), point("x")

    yield f(U) - f(U0) == inner(S, U @ U.T) + HALF * norm_squared(A(U @ U.T - U0 @ U0.T))
    yield inner(S, U @ U.T) == alpha**2 * (beta * norm_squared(U1) + alpha * epsilon / root * sums + crossed)
    yield crossed >= 0
    yield beta >= -(alpha**-2)
    yield f(U0) == (r_star - alpha**4) / 2
    yield f(U0) > 0
    yield f(U0 @ V.T) == f(U0)
    assume(x >= 0, x <= epsilon * alpha**3 / root)
    yield alpha * epsilon / root * x >= alpha**-2 * x**2


@claim(
    paper,
    "Theorem 2 at delta = 1",
    where="section 1.2",
    record=("zhang/thm-2a", "zhang/thm-2-delta"),
    statement=r"""For $\delta = 1$ the theorem still holds, and the operator is singular: $A(X) = 0$ for $X = \|c\|^2
b - \delta c \ne 0$.""",
    reading="for delta = 1, the border of what the real operator allows",
)
@claim.sample(n=3, r=2, r_star=1, alpha="2/3", epsilon="7/8")
@claim.sample(n=4, r=2, r_star=1, alpha="2/3", epsilon="7/8")
def singular_operator(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """A matrix in the kernel of A, and the spurious point."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta == 1)
    A, f, U0 = problem.operator, problem.loss(problem.operator), problem.spurious_point
    X = alpha**4 / r_star * problem.b - problem.c

    yield A(X) == 0
    yield norm_squared(X) > 0
    yield rip_constant(A, rank=r + r_star) == 1
    yield strict_local_minimum(f, at=U0, lower_bounds=0)
    yield value(f, at=U0) > 0
