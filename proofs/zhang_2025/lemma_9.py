"""Lemma 9: first- and second-order conditions of the asymmetric problem at [U0; U0], and the sharp constant."""

from exactcheck import (
    Integer,
    Nonnegative,
    Partition,
    Positive,
    assume,
    claim,
    lesser,
    matrix,
    norm_squared,
    ones,
    point,
)
from exactcheck.landscape import (
    critical_cone,
    curvature,
    first_order_critical_point,
)

from . import paper
from .inherited_form import squares_above, traces_above
from .instances import Construction, construction, on_rows

LEMMA = "zhang/lem-9"
WHERE = "section 3.2, Lemma 9"
STATEMENT = r"""Under Assumption 1, at $[U_0; U_0]$ with $U_0 = \alpha Q_2$: $\nabla g_\lambda \ge 0$, $\langle \nabla
g_\lambda, [U_0; U_0] \rangle = 0$, and $\langle \nabla^2 g_\lambda [\dot L; \dot R], [\dot L; \dot R] \rangle \ge \mu
\|[\dot L; \dot R]\|^2$ on the critical cone, with $\mu = \min\{4 \lambda, 1\} \alpha^2$."""


def loss_and_point(problem: Construction, weight):
    """g_lambda under Assumption 1, and the point [U0; U0]."""
    return problem.asymmetric_loss(problem.assumed, weight), (problem.spurious_point, problem.spurious_point)


def printed_bound(problem: Construction, lam):
    """The form on the cone is at least min{4 lambda, 1} alpha^2 ||[L; R]||^2."""
    (g, at), share = loss_and_point(problem, lam), lesser(4 * lam, 1, "printed")
    squares = squares_above(problem, lam, share, [(4 * lam - share) / 2, 2 * lam])
    least = curvature(g, at=at, lower_bounds=0, squares=squares, traces=traces_above(problem))
    return least >= share * problem.alpha**2


def sharp_bound(problem: Construction, lam, across):
    """The best constant is min{8 lambda, 1} alpha^2: one of two directions attains it.

    These are the diagonal entry of the first column, moved apart in L and R, and `across`, moved alike.
    """
    (g, at), share = loss_and_point(problem, lam), lesser(8 * lam, 1, "best")
    first = problem.rows.columns("first")
    apart = first @ first.T @ problem.Q2
    squares = squares_above(problem, lam, share, [(8 * lam - share) / 2])
    witnesses = [(apart, -apart), (across, across)]
    least = curvature(g, at=at, lower_bounds=0, witnesses=witnesses, squares=squares, traces=traces_above(problem))
    return least == share * problem.alpha**2


@claim(
    paper,
    "Lemma 9",
    where=WHERE,
    record=LEMMA,
    statement=STATEMENT,
    reading="as printed; g_lambda is a function on pairs of n x r matrices",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7", lam="1/16")
@claim.sample(n=4, r=2, r_star=2, alpha="3/5", epsilon="2/3", lam=1)
@claim.sample(n=5, r=2, r_star=2, alpha="4/5", epsilon="3/8", lam=0)
@claim.general()
def conditions(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive, lam: Nonnegative):
    """Stationarity and the printed bound on the cone."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    g, at = loss_and_point(problem, lam)

    yield first_order_critical_point(g, at=at, lower_bounds=0)
    yield printed_bound(problem, lam)


@claim(
    paper,
    "Lemma 9, constant",
    part="r at least 2",
    where=WHERE,
    record=LEMMA,
    constant="min{4 lambda, 1} alpha^2",
    statement=r"""For $r \ge 2$ the printed $\mu = \min\{4 \lambda, 1\} \alpha^2$ is valid and, for $0 < \lambda <
1/4$, loose: the best constant is $\min\{8 \lambda, 1\} \alpha^2$.""",
    scope="general",
)
@claim.sample(n=4, r=2, r_star=2, alpha="3/5", epsilon="2/3", lam="1/16")
@claim.sample(n=3, r=2, r_star=1, alpha="2/3", epsilon="7/8", lam="1/4")
@claim.general()
def sharp_for_two_columns(
    n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive, lam: Nonnegative
):
    """The entry e1 e2^T of the block of U0, moved alike in L and R."""
    assume(r >= 2, r >= r_star, n >= r + r_star)
    rows = Partition(truth=r_star, first=1, second=1, others=r - 2, rest=n - r - r_star)
    problem = on_rows(rows, ["first", "second", "others"], r, r_star, alpha, epsilon)
    first, second = rows.columns("first"), rows.columns("second")

    yield printed_bound(problem, lam)
    yield sharp_bound(problem, lam, first @ ones(first.cols, second.cols) @ second.T @ problem.Q2)


@claim(
    paper,
    "Lemma 9, constant",
    part="r = 1 and n at least 3",
    where=WHERE,
    record=LEMMA,
    constant="min{4 lambda, 1} alpha^2",
    statement=r"""For $r = r^* = 1$ and $n \ge 3$ the best constant is $\min\{8 \lambda, 1\} \alpha^2$.""",
    scope="general",
)
@claim.sample(n=3, alpha="7/15", epsilon="4/7", lam="1/100")
@claim.sample(n=3, alpha="7/15", epsilon="4/7", lam=2)
@claim.general()
def sharp_for_one_column(n: Integer, alpha: Positive, epsilon: Positive, lam: Nonnegative):
    """The entry in a row that is zero in Q1 and Q2, moved alike in L and R."""
    assume(n >= 3)
    rows = Partition(truth=1, first=1, third=1, rest=n - 3)
    problem = on_rows(rows, ["first"], 1, 1, alpha, epsilon, zero=("third", "rest"))
    third = rows.columns("third")

    yield printed_bound(problem, lam)
    yield sharp_bound(problem, lam, third @ ones(third.cols, problem.Q2.cols))


@claim(
    paper,
    "Lemma 9, constant",
    part="n = 2",
    where=WHERE,
    record=LEMMA,
    statement=r"""For $n = 2$, $r = r^* = 1$ the critical cone is a plane, on which the form is $\mu \|[\dot L; \dot
R]\|^2 + \alpha^2 ((4 - 2 k) p^2 + (16 \lambda - 2 k) y^2)$ with $\mu = k \alpha^2$ and $k = \min\{8 \lambda, 2\}$:
$\mu$ is the best constant.""",
    scope="parametric",
)
@claim.sample(alpha="7/15", epsilon="4/7", lam="1/4")
@claim.general()
def sharp_for_two_rows(alpha: Positive, epsilon: Positive, lam: Nonnegative):
    """The whole plane, in the half sum p and the half difference y; one of the two weights is zero."""
    problem = construction(2, 1, 1, alpha, epsilon)
    (g, at), share = loss_and_point(problem, lam), lesser(8 * lam, 2, "share")
    p, y = point("p"), point("y")
    left, right = matrix([[0], [p + y]]), matrix([[0], [p - y]])
    above = (4 - 2 * share) * p**2 + (16 * lam - 2 * share) * y**2

    yield critical_cone(g, at=at, lower_bounds=0, labels=["fixed", "free"] * 2)
    yield g.derivative(at, (left, right), (left, right)) == alpha**2 * (
        share * (norm_squared(left) + norm_squared(right)) + above
    )
    yield 4 - 2 * share >= 0
    yield 16 * lam - 2 * share >= 0
    yield (4 - 2 * share) * (16 * lam - 2 * share) == 0


@claim(
    paper,
    "Lemma 9 at lambda = 0",
    where=WHERE,
    record=LEMMA,
    statement=r"""For $\lambda = 0$ the constant is $\mu = 0$, and the point is no strict local minimum: $g_0(t U_0,
t^{-1} U_0) = g_0(U_0, U_0)$ for every $t > 0$.""",
    reading="for lambda = 0",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7", t=2)
@claim.general()
def without_regularizer(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive, t: Positive):
    """The ray through the point along which the product L R^T stays the same."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    (g, at), U0 = loss_and_point(problem, 0), problem.spurious_point

    yield g(t * U0, t**-1 * U0) == g(*at)
