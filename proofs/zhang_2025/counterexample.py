"""Theorem 2 at one choice of its parameters, with everything that makes it a counterexample.

The theorem's real parameters are alpha and epsilon. A rational delta may need irrational ones: then alpha^4 and
epsilon^2 are rational, and the objects have entries in the field that their roots generate.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exactcheck import Integer, Partition, Positive, assume, claim, scalar, sparse, sqrt
from exactcheck.landscape import rip_constant, strict_local_minimum, value

from . import paper
from .instances import Construction

STATEMENT = r"""The operator $A$ of Theorem 2 has the RIP constant $\delta$ exactly at rank $r + r^*$. $f(U) = \frac12
\|A(U U^T - M)\|^2$ with $M = Q_1 Q_1^T = U_* U_*^T$ is zero at $U_*$, and over $U \ge 0$ it has a strict local minimum
at $U_0 = \alpha Q_2$ with $f(U_0) = (r^* - \alpha^4 r) / 2 > 0$. So has $g(L, R) + \lambda h(L, R)$ over $L, R \ge 0$
at $L_0 = R_0 = U_0$."""
LEGEND = {
    "M": "the ground truth, M = U_star U_star^T",
    "Q1": "the columns of M that are not zero",
    "Q2": "the columns that U0 is a multiple of",
    "U_star": "a global minimum of f",
    "U0": "the spurious strict local minimum of f over U >= 0; of g it is L = R = U0",
    "W": "what the operator adds: A(X) = X + tr(Q1^T X Q1) / r_star * W",
    "A": "the measurement operator",
    "f": "the symmetric objective, over U >= 0",
    "g": "the asymmetric objective with the regularizer, over L >= 0, R >= 0",
    "delta": "the restricted isometry constant of A at rank r + r_star",
}


@dataclass(frozen=True, eq=False)
class Instance(Construction):
    """The construction with numbers for alpha^4 and epsilon^2, and names for what a counterexample consists of."""

    alpha_fourth: Any = None
    epsilon_squared: Any = None

    @cached_property
    def truth(self):
        """M = Q1 Q1^T."""
        return (self.Q1 @ self.Q1.T).named("M")

    @cached_property
    def delta(self):
        """delta, as the root of a rational number."""
        square = self.alpha_fourth * (scalar(self.r) / self.r_star + 2 * self.epsilon_squared * self.r)
        return sqrt(square).named("delta")

    @cached_property
    def kappa(self):
        """sqrt(1 - delta^2), as the root of a rational number."""
        square = self.alpha_fourth * (scalar(self.r) / self.r_star + 2 * self.epsilon_squared * self.r)
        return sqrt(1 - square).named("kappa")

    @cached_property
    def solution(self):
        """U_* = Q1 with columns of zeros added."""
        size = self.Q1.rows
        return sparse(size, self.r, [(i, i, 1) for i in range(self.r_star)]).named("U_star")


def instance(n, r, r_star, alpha_fourth, epsilon_squared) -> Instance:
    """The construction for positive numbers alpha^4 and epsilon^2.

    Raises OutOfScope if the sizes do not fit, or delta > 1.
    """
    assume(r >= r_star, n >= r + r_star)
    assume(alpha_fourth * (scalar(r) / r_star + 2 * epsilon_squared * r) <= 1)
    rows = Partition(truth=r_star, spurious=r, rest=n - r - r_star)
    Q1, Q2 = rows.columns("truth").named("Q1"), rows.columns("spurious").named("Q2")
    alpha = sqrt(sqrt(alpha_fourth), "alpha_root").named("alpha")
    epsilon = sqrt(epsilon_squared).named("epsilon")
    powers = {"alpha_fourth": alpha_fourth, "epsilon_squared": epsilon_squared}
    return Instance(Q1, Q2, r, r_star, alpha, epsilon, rows, **powers)


def counterexample(problem: Instance, lam):
    """The constant, the global minimum, the spurious minimum and its value, and the inherited one."""
    A, U0, r, r_star = problem.operator, problem.spurious_point, problem.r, problem.r_star
    f, g = problem.loss(A), problem.asymmetric_loss(A, lam)

    yield rip_constant(A, rank=r + r_star) == problem.delta
    yield value(f, at=problem.solution) == 0
    yield strict_local_minimum(f, at=U0, lower_bounds=0)
    yield value(f, at=U0) == (r_star - problem.alpha_fourth * r) / 2
    yield value(f, at=U0) > 0
    yield strict_local_minimum(g, at=(U0, U0), lower_bounds=0)
    yield value(g, at=(U0, U0)) > 0


@claim(
    paper,
    "Theorem 2, counterexample",
    part="rational parameters",
    where="section 1.2",
    record="zhang/x-rational",
    statement=STATEMENT,
    reading="at rational alpha and epsilon with delta <= 1",
    constant="delta",
    uses=("zhang-2025/theorem-2",),
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7", lam="1/4")
@claim.sample(n=4, r=2, r_star=2, alpha="40/401", epsilon="399/80", lam="1/4")
@claim.sample(n=3, r=2, r_star=1, alpha="2/3", epsilon="7/8", lam="1/4")
def at_rational_parameters(
    n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive, lam: Positive = "1/4"
):
    """U0 is rational, and A is if 1 - delta^2 is a square."""
    yield from counterexample(instance(n, r, r_star, alpha**4, epsilon**2), lam)


@claim(
    paper,
    "Theorem 2, counterexample",
    part="roots",
    where="section 1.2",
    record="zhang/x-rational",
    statement=STATEMENT,
    reading="at rational alpha^4 and epsilon^2 with delta <= 1; delta^2 is rational then",
    constant="delta",
    uses=("zhang-2025/theorem-2",),
)
@claim.sample(n=2, r=1, r_star=1, alpha_fourth="1/900", epsilon_squared=4, lam="1/4")
@claim.sample(n=4, r=2, r_star=2, alpha_fourth="1/1562500", epsilon_squared="9/64", lam="1/4")
@claim.sample(n=6, r=5, r_star=1, alpha_fourth="1/15000000", epsilon_squared=1, lam="1/4")
def at_roots(
    n: Integer, r: Integer, r_star: Integer, alpha_fourth: Positive, epsilon_squared: Positive, lam: Positive = "1/4"
):
    """A^T A is rational if alpha^2 and epsilon are; U0 and A have entries in a real field of roots."""
    yield from counterexample(instance(n, r, r_star, alpha_fourth, epsilon_squared), lam)
