"""The objects of section 3: the matrices of Assumption 1, the operators, and the spurious point."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exactcheck import Partition, arbitrary_matrix, function, norm_squared, ones, scalar, sqrt
from exactcheck.landscape import asymmetric_loss, low_rank_update, operator_with_form, symmetric_loss


@dataclass(frozen=True, eq=False)
class Construction:
    """The construction for Q1 (n x r*) and Q2 (n x r) with orthonormal columns, orthogonal to each other."""

    Q1: Any
    Q2: Any
    r: Any
    r_star: Any
    alpha: Any
    epsilon: Any
    rows: Partition | None = None
    zero: tuple[str, ...] = ("rest",)

    @cached_property
    def truth(self):
        """M = Q1 Q1^T."""
        return self.Q1 @ self.Q1.T

    @cached_property
    def cross(self):
        """Q1 1 1^T Q2^T plus its transpose."""
        corner = self.Q1 @ ones(self.Q1.cols, self.Q2.cols) @ self.Q2.T
        return corner + corner.T

    @cached_property
    def b(self):
        """Q B Q^T of Assumption 1."""
        return (self.Q2 @ self.Q2.T - self.epsilon * self.cross).named("b")

    @cached_property
    def c(self):
        """Q C Q^T of Assumption 1."""
        return (self.alpha**2 / self.r_star * self.truth).named("c")

    @cached_property
    def delta(self):
        """delta = alpha^2 sqrt(r / r* + 2 epsilon^2 r)."""
        return self.alpha**2 * sqrt(scalar(self.r) / self.r_star + 2 * self.epsilon**2 * self.r, "rho")

    @cached_property
    def kappa(self):
        """sqrt(1 - delta^2)."""
        return sqrt(1 - self.delta**2, "kappa")

    @cached_property
    def assumed(self):
        """An operator of which only Assumption 1 is known: ||A(X)||^2 = ||X||^2 + 2 <b, X> <c, X>."""
        return operator_with_form([(self.b, self.c)]).named("A")

    @cached_property
    def operator(self):
        """The operator of Theorem 2: X -> X + (tr Q1^T X Q1 / r*) Q [...] Q^T."""
        spread = (self.kappa - 1) * self.truth - self.epsilon * self.alpha**2 * self.cross
        spread = (spread + self.alpha**2 * self.Q2 @ self.Q2.T).named("W")
        return low_rank_update([(spread, self.truth / self.r_star)]).named("A")

    def loss(self, operator):
        """f(U) = 1/2 ||A(U U^T - Q1 Q1^T)||^2."""
        return symmetric_loss(operator, self.truth, self.Q2.cols).named("f")

    def asymmetric_loss(self, operator, weight):
        """g(L, R) + weight * h(L, R), with g(L, R) = 1/2 ||A(L R^T - Q1 Q1^T)||^2."""
        return asymmetric_loss(operator, self.truth, self.Q2.cols, weight).named("g")

    @cached_property
    def spurious_point(self):
        """U0 = alpha Q2."""
        return (self.alpha * self.Q2).named("U0")


def construction(n, r, r_star, alpha, epsilon) -> Construction:
    """The construction with Q1 = [e_1 ... e_r*] and Q2 = [e_(r*+1) ... e_(r*+r)]."""
    return on_rows(Partition(truth=r_star, spurious=r, rest=n - r - r_star), ["spurious"], r, r_star, alpha, epsilon)


def on_rows(rows: Partition, spurious: list[str], r, r_star, alpha, epsilon, zero=("rest",)) -> Construction:
    """The construction for rows of which the block "truth" belongs to Q1, those of `spurious` to Q2, others to none."""
    Q1, Q2 = rows.columns("truth").named("Q1"), rows.columns(*spurious).named("Q2")
    return Construction(Q1, Q2, r, r_star, alpha, epsilon, rows, zero)


ONE = Partition(one=scalar(1)).dimension


def arbitrary_vector(name, rows, nonnegative="none", family=""):
    """An arbitrary column; of letter size a matrix with one column times the number 1, so that u^T u is a number."""
    if isinstance(rows, int):
        return arbitrary_matrix(name, rows, 1, nonnegative, family)
    return (arbitrary_matrix(name, rows, ONE, nonnegative, family) @ ones(ONE, ONE)).named(name)


def fully_observed(truth, columns):
    """f(U) = 1/2 ||U U^T - M||^2, the symmetric loss where all entries are observed."""
    return function(lambda U: scalar("1/2") * norm_squared(U @ U.T - truth), U=(truth.rows, columns)).named("f")
