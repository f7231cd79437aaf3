"""Theorem 2, asymmetric part: the point is inherited by the factorization L R^T with the balancing regularizer."""

from exactcheck import Integer, Nonnegative, Positive, assume, claim, lesser, scalar
from exactcheck.landscape import rip_constant, second_order_critical_point, strict_local_minimum, value

from . import paper
from .inherited_form import squares_above, traces_above
from .instances import Construction, construction
from .theorem_2 import REAL

STATEMENT = r"""The operator of Theorem 2 satisfies (RIP) with $\delta$, and $g(L, R) + \lambda h(L, R)$ over $L, R \ge
0$ with $L_* = R_* = Q_1$ has a spurious second-order critical point at $L_0 = R_0 = \alpha Q_2$ for any $\lambda \ge
0$, that is also a strict local minimum if $\lambda > 0$."""
WEIGHT = "1/4"


def second_order(problem: Construction, weight):
    """The point is second-order critical: the squares of the Hessian form, with nothing subtracted."""
    g = problem.asymmetric_loss(problem.operator, weight)
    return second_order_critical_point(
        g,
        at=(problem.spurious_point, problem.spurious_point),
        lower_bounds=0,
        squares=squares_above(problem, weight, scalar(0), [4 * weight]),
        traces=traces_above(problem),
    )


@claim(
    paper,
    "Theorem 2",
    part="asymmetric",
    where="section 1.2",
    record="zhang/thm-2b",
    statement=STATEMENT,
    reading=f"{REAL}; every lambda >= 0",
    uses=("zhang-2025/lemma-5", "zhang-2025/lemma-9"),
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7", lam=0)
@claim.sample(n=5, r=2, r_star=2, alpha="4/13", epsilon="6/5", lam="1/100")
@claim.sample(n=3, r=2, r_star=1, alpha="2/3", epsilon="7/8", lam="1/4")
@claim.general()
def spurious_critical_point(
    n: Integer,
    r: Integer,
    r_star: Integer,
    alpha: Positive,
    epsilon: Positive,
    lam: Nonnegative = WEIGHT,
):
    """The constant, the point, and its value above the global minimum 0, which [Q1; Q1] attains."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    g, U0 = problem.asymmetric_loss(problem.operator, lam), problem.spurious_point

    yield rip_constant(problem.operator, rank=r + r_star) <= problem.delta
    yield second_order(problem, lam)
    yield value(g, at=(U0, U0)) > 0


@claim(
    paper,
    "Theorem 2",
    part="asymmetric, strict",
    where="section 1.2",
    record="zhang/thm-2b",
    statement=STATEMENT,
    reading=f"{REAL}; lambda > 0, for which the point is a strict local minimum",
    uses=("zhang-2025/lemma-5", "zhang-2025/lemma-9"),
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7", lam="1/4")
@claim.sample(n=4, r=2, r_star=2, alpha="3/5", epsilon="2/3", lam="1/16")
@claim.sample(n=5, r=4, r_star=1, alpha="2/9", epsilon="56/17", lam=10)
@claim.general()
def spurious_strict_local_minimum(
    n: Integer,
    r: Integer,
    r_star: Integer,
    alpha: Positive,
    epsilon: Positive,
    lam: Nonnegative = WEIGHT,
):
    """Strictness with the margin min{8 lambda, 1} alpha^2."""
    assume(r >= r_star, n >= r + r_star, lam > 0)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    g, U0, share = problem.asymmetric_loss(problem.operator, lam), problem.spurious_point, lesser(8 * lam, 1, "share")

    yield rip_constant(problem.operator, rank=r + r_star) <= problem.delta
    yield strict_local_minimum(
        g,
        at=(U0, U0),
        lower_bounds=0,
        margin=share * alpha**2,
        squares=squares_above(problem, lam, share, [(8 * lam - share) / 2]),
        traces=traces_above(problem),
    )
    yield value(g, at=(U0, U0)) > 0
