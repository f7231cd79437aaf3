"""Lemma 9: first- and second-order conditions of the asymmetric problem at [U0; U0], and the sharp constant."""

from exactcheck import (
    Integer,
    Nonnegative,
    Partition,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    identity,
    inner,
    lesser,
    matrix,
    norm_squared,
    ones,
    point,
)
from exactcheck.landscape import (
    balancing_regularizer,
    block_labels,
    critical_cone,
    curvature,
    first_order_critical_point,
    local_minimum,
)

from . import paper
from .inherited_form import HALF, blocks, form, squares_above, traces_above
from .instances import Construction, construction, on_rows

LEMMA = "zhang/lem-9"
WHERE, PROOF = "section 3.2, Lemma 9", "section 3.2, proof of Lemma 9"
STATEMENT = r"""Under Assumption 1, at $[U_0; U_0]$ with $U_0 = \alpha Q_2$: $\nabla g_\lambda \ge 0$, $\langle \nabla
g_\lambda, [U_0; U_0] \rangle = 0$, and $\langle \nabla^2 g_\lambda [\dot L; \dot R], [\dot L; \dot R] \rangle \ge \mu
\|[\dot L; \dot R]\|^2$ on the critical cone, with $\mu = \min\{4 \lambda, 1\} \alpha^2$."""


def loss_and_point(problem: Construction, weight):
    """g_lambda under Assumption 1, and the point [U0; U0]."""
    return problem.asymmetric_loss(problem.assumed, weight), (problem.spurious_point, problem.spurious_point)


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
    (g, at), share = loss_and_point(problem, lam), lesser(4 * lam, 1, "share")
    squares = squares_above(problem, lam, share, [(4 * lam - share) / 2, 2 * lam])

    yield first_order_critical_point(g, at=at, lower_bounds=0)
    yield (
        curvature(g, at=at, lower_bounds=0, squares=squares, traces=traces_above(problem)) >= share * problem.alpha**2
    )


def sharp_constant(problem: Construction, lam, across):
    """The constant min{8 lambda, 1} alpha^2, which one of two directions attains.

    These are the diagonal entry of the first column, moved apart in L and R, and `across`, moved alike.
    """
    (g, at), share = loss_and_point(problem, lam), lesser(8 * lam, 1, "share")
    first = problem.rows.columns("first")
    apart = first @ first.T @ problem.Q2
    squares = squares_above(problem, lam, share, [(8 * lam - share) / 2])
    least = curvature(
        g,
        at=at,
        lower_bounds=0,
        witnesses=[(apart, -apart), (across, across)],
        squares=squares,
        traces=traces_above(problem),
    )
    return least == share * problem.alpha**2


@claim(
    paper,
    "Lemma 9, constant",
    part="r at least 2",
    where=WHERE,
    record=LEMMA,
    constant="min{8 lambda, 1} alpha^2, twice the printed one for lambda <= 1/8",
    statement=r"""For $r \ge 2$ the printed $\mu = \min\{4 \lambda, 1\} \alpha^2$ is valid and, for $0 < \lambda < 1/4$,
loose: the best constant is $\min\{8 \lambda, 1\} \alpha^2$.""",
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

    yield sharp_constant(problem, lam, first @ ones(first.cols, second.cols) @ second.T @ problem.Q2)
