"""Lemma 4: first- and second-order conditions at U0, with every step of the proof and the sharp constant."""

from exactcheck import Integer, Partition, Positive, arbitrary_matrix, assume, claim, inner, norm_squared, ones
from exactcheck.landscape import block_labels, critical_cone, curvature, first_order_critical_point

from . import paper
from .instances import construction, on_rows

STATEMENT = r"""Under Assumption 1, at $U_0 = \alpha Q_2$: $\nabla f(U_0) \ge 0$, $\langle \nabla f(U_0), U_0 \rangle =
0$, and $\langle \nabla^2 f(U_0)[D], D \rangle \ge 2 \alpha^2 \|D\|^2$ on the critical cone."""


@claim(
    paper,
    "Lemma 4",
    where="section 3.1, Lemma 4",
    record="zhang/lem-4",
    statement=STATEMENT,
    reading="for all sizes at once",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="1/2", epsilon="1/2")
@claim.sample(n=4, r=2, r_star=2, alpha="3/5", epsilon="2/3")
@claim.sample(n=6, r=3, r_star=2, alpha="1/4", epsilon=1)
@claim.parametric(n=3, r=1, r_star=1)
@claim.parametric(n=5, r=2, r_star=2)
@claim.general()
def conditions(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """Stationarity and the bound on the cone."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    f = problem.loss(problem.assumed)

    yield first_order_critical_point(f, at=problem.spurious_point, lower_bounds=0)
    yield curvature(f, at=problem.spurious_point, lower_bounds=0) >= 2 * alpha**2


@claim(
    paper,
    "Lemma 4, constant",
    part="r at least 2",
    where="section 3.1, Lemma 4",
    record="zhang/lem-4",
    constant="2 alpha^2",
    statement=r"""For $r \ge 2$ the constant $2 \alpha^2$ is the best possible: $D = Q_2 e_1 e_2^T$ attains it.""",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=2, alpha="3/5", epsilon="2/3")
@claim.parametric(n=3, r=2, r_star=1)
@claim.general()
def sharp_for_two_columns(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The direction e1 e2^T in the block of U0."""
    assume(r >= 2, r >= r_star, n >= r + r_star)
    rows = Partition(truth=r_star, first=1, second=1, others=r - 2, rest=n - r - r_star)
    problem = on_rows(rows, ["first", "second", "others"], r, r_star, alpha, epsilon)
    f, first, second = problem.loss(problem.assumed), rows.columns("first"), rows.columns("second")
    direction = first @ ones(first.cols, second.cols) @ second.T @ problem.Q2

    yield curvature(f, at=problem.spurious_point, lower_bounds=0, witnesses=[direction]) == 2 * alpha**2


@claim(
    paper,
    "Lemma 4, constant",
    part="r = 1 and n at least 3",
    where="section 3.1, Lemma 4",
    record="zhang/lem-4",
    constant="2 alpha^2",
    statement=r"""For $r = r^* = 1$ and $n \ge 3$ the constant $2 \alpha^2$ is the best possible: $D = e_3$ attains
it.""",
    scope="general",
)
@claim.sample(n=3, alpha="7/15", epsilon="4/7")
@claim.parametric(n=4)
@claim.general()
def sharp_for_one_column(n: Integer, alpha: Positive, epsilon: Positive):
    """The direction e_3, in a row that is zero in Q1 and Q2."""
    assume(n >= 3)
    rows = Partition(truth=1, spurious=1, third=1, others=n - 3)
    problem = on_rows(rows, ["spurious"], 1, 1, alpha, epsilon)
    f, third = problem.loss(problem.assumed), rows.columns("third")
    direction = third @ ones(third.cols, problem.Q2.cols)

    yield curvature(f, at=problem.spurious_point, lower_bounds=0, witnesses=[direction]) == 2 * alpha**2


@claim(
    paper,
    "Lemma 4, constant",
    part="n = 2",
    where="section 3.1, Lemma 4",
    record="zhang/lem-4",
    constant="2 alpha^2",
    statement=r"""For $n = 2$, $r = r^* = 1$ the constant $2 \alpha^2$ is valid but loose: the best is $4 \alpha^2$.""",
    scope="parametric",
)
@claim.general()
def loose_for_two_rows(alpha: Positive, epsilon: Positive):
    """The only size at which the cone is a line."""
    problem = construction(2, 1, 1, alpha, epsilon)
    f = problem.loss(problem.assumed)

    yield curvature(f, at=problem.spurious_point, lower_bounds=0) >= 2 * alpha**2
    yield curvature(f, at=problem.spurious_point, lower_bounds=0) == 4 * alpha**2


@claim(
    paper,
    "Lemma 4, S",
    where="section 3.1, proof of Lemma 4",
    record="zhang/lem-4-S",
    statement=r"""For $E = U_0 U_0^T - U_* U_*^T$: $\langle c, E \rangle = -\alpha^2$, $\langle b, E \rangle = \alpha^2
r$ and $S = A^T A(E) = \alpha^2 (\beta Q_1 Q_1^T + \epsilon (Q_1 1 1^T Q_2^T + Q_2 1 1^T Q_1^T))$ with $\beta = \alpha^2
r/r^* - \alpha^{-2}$.""",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=1, alpha="1/2", epsilon="1/3")
@claim.parametric(n=5, r=2, r_star=2)
@claim.general()
def residual(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The displayed matrix."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    E = (problem.spurious_point @ problem.spurious_point.T - problem.truth).named("E")
    beta = alpha**2 * r / r_star - alpha**-2

    yield inner(problem.c, E) == -(alpha**2)
    yield inner(problem.b, E) == alpha**2 * r
    yield problem.assumed.gram(E) == alpha**2 * (beta * problem.truth + epsilon * problem.cross)


@claim(
    paper,
    "Lemma 4, gradient",
    where="section 3.1, proof of Lemma 4",
    record="zhang/lem-4-grad",
    statement=r"""$\nabla f(U_0) = 2 \alpha^3 \epsilon Q_1 1 1^T$.""",
    scope="general",
)
@claim.sample(n=3, r=1, r_star=1, alpha="7/15", epsilon="4/7")
@claim.parametric(n=4, r=2, r_star=2)
@claim.general()
def gradient(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The derivative along every direction."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    Q1, Q2, f = problem.Q1, problem.Q2, problem.loss(problem.assumed)
    D = arbitrary_matrix("D", Q1.rows, Q2.cols)

    yield f.derivative([problem.spurious_point], [D]) == inner(2 * alpha**3 * epsilon * Q1 @ ones(Q1.cols, Q2.cols), D)


@claim(
    paper,
    "Lemma 4, critical cone",
    where="section 3.1, proof of Lemma 4",
    record="zhang/lem-4-cone",
    statement=r"""The critical cone at $U_0$ consists of the $[0; Y; Z]$ with $Y_{ij} \ge 0$ for $i \ne j$ and $Z \ge
0$.""",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=1, alpha="1/2", epsilon="1/3")
@claim.sample(n=5, r=2, r_star=2, alpha="3/5", epsilon="2/3")
@claim.parametric(n=4, r=2, r_star=1)
@claim.general()
def cone(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """Fixed rows of the truth, free diagonal and nonnegative rest of Y, nonnegative Z."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    f = problem.loss(problem.assumed)
    labels = {"truth": "fixed", "spurious": ("free", "nonnegative"), "rest": "nonnegative"}

    yield critical_cone(
        f, at=problem.spurious_point, lower_bounds=0, labels=block_labels(problem.rows, ["spurious"], labels)
    )


@claim(
    paper,
    "Lemma 4, disjoint supports",
    where="section 3.1, proof of Lemma 4",
    record="zhang/lem-4-disj",
    statement=r"""For all $D = [0; Y; Z]$, of the cone or not: $\langle S, D D^T \rangle = 0$ and $\|A(U_0 D^T + D
U_0^T)\|^2 = \alpha^2 (\|Y + Y^T\|^2 + 2 \|Z\|^2)$, which is the squared norm of $\alpha [[Y + Y^T, Z^T], [Z, 0]]$.""",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=1, alpha="1/2", epsilon="1/3")
@claim.parametric(n=4, r=2, r_star=1)
@claim.general()
def disjoint_supports(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The two displays, and the Hessian form that they add up to."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    A, U0, Q2, rest = problem.assumed, problem.spurious_point, problem.Q2, problem.rows.columns("rest")
    Y, Z = arbitrary_matrix("Y", Q2.cols, Q2.cols), arbitrary_matrix("Z", rest.cols, Q2.cols)
    D = (Q2 @ Y + rest @ Z).named("D")
    S = A.gram(U0 @ U0.T - problem.truth).named("S")

    yield inner(S, D @ D.T) == 0
    yield norm_squared(A(U0 @ D.T + D @ U0.T)) == alpha**2 * (norm_squared(Y + Y.T) + 2 * norm_squared(Z))
    yield problem.loss(A).derivative([U0], [D], [D]) == 2 * alpha**2 * (
        norm_squared(Y) + inner(Y, Y.T) + norm_squared(Z)
    )


@claim(
    paper,
    "Lemma 4, inequality",
    where="section 3.1, proof of Lemma 4",
    record="zhang/lem-4-ineq",
    statement=r"""$\|Y + Y^T\|^2 = 2 \|Y\|^2 + 2 \langle Y, Y^T \rangle$ for every $Y$, and $\langle Y, Y^T \rangle \ge
0$ if $Y_{ij} \ge 0$ for all $i \ne j$.""",
    scope="general",
)
@claim.sample(r=1)
@claim.sample(r=2)
@claim.sample(r=3)
@claim.general()
def inequality(r: Integer):
    """The last lines of the proof."""
    size = Partition(columns=r).dimension
    Y = arbitrary_matrix("Y", size, size, nonnegative="off-diagonal")

    yield norm_squared(Y + Y.T) == 2 * norm_squared(Y) + 2 * inner(Y, Y.T)
    yield inner(Y, Y.T) >= 0
