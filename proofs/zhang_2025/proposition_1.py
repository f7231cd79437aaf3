"""Proposition 1: no spurious local minima where the RIP constant is 0 and the ground truth has rank one."""

from exactcheck import Integer, claim, matrix, norm_squared, scalar
from exactcheck.landscape import not_a_local_minimum

from . import paper
from .instances import fully_observed
from .lemma_10 import RankOne, lemma_10_identities, rank_one
from .lemma_11 import unit_vector
from .lemma_12 import BALANCED, balanced_pair, fully_observed_pair, lemma_12_identities, nonnegative_slope
from .lemma_13 import negative_curvature

RECORDS = ("zhang/prop-1", "zhang/abs-1")
IDENTITY = "zhang-2025/section-1-fully-observed"


@claim(
    paper,
    "Proposition 1",
    part="symmetric",
    where="section 1.2, Proposition 1",
    record=RECORDS,
    statement=r"""For $\delta = 0$ and $r \ge r^* = 1$ problem (4) has no spurious local minima: a first-order
critical point $U \ge 0$ of $f(U) = \frac12 \|U U^T - u_* u_*^T\|^2$ is zero or globally optimal (Lemma 10, with
$\langle C, z z^T Z \rangle \ge 0$ for all $C, z, Z \ge 0$), and at zero the curvature along the feasible direction
$u_* e_1^T$ is $-2 \|u_*\|^4$, which is negative unless $u_* = 0$ and zero is globally optimal.""",
    reading="for all n and r; zero entries of u_*, and u_* = 0, included",
    uses=(IDENTITY, "zhang-2025/lemma-10", "zhang-2025/lemma-11"),
    scope="general",
)
@claim.general()
def symmetric(n: Integer, r: Integer):
    """First-order critical points, then zero."""
    at = rank_one(n, r)
    D = (at.u @ unit_vector(at.U.cols).T).named("D")

    yield from nonnegative_slope(n, r)
    yield from lemma_10_identities(at)
    yield at.loss.derivative([0 * D], [D], [D]) == -2 * norm_squared(at.u) ** 2
    yield at.loss(0 * D) == norm_squared(at.u) ** 2 / 2


@claim(
    paper,
    "Proposition 1",
    part="asymmetric",
    where="section 1.2, Proposition 1",
    record=RECORDS,
    statement=r"""For $\delta = 0$ and $r \ge r^* = 1$ problem (5) with $\lambda = 1/4$ has no spurious local minima:
a first-order critical point is zero or satisfies $U U^T = u_* u_*^T$ (Lemmas 12 and 10), in which case it is
globally optimal, and at zero the curvature along the feasible direction $u_* e_1^T$ is $-2 \|a b^T\|^2$.""",
    reading=f"for all n1, n2 and r; {BALANCED}; an unbalanced pair with a b^T != 0 is replaced by a balanced one with "
    "the same a b^T (section-4-2-the-truth), and if a b^T = 0 the loss is zero at zero",
    uses=(
        IDENTITY,
        "zhang-2025/lemma-10",
        "zhang-2025/lemma-12",
        "zhang-2025/lemma-13",
        "zhang-2025/section-4-2-the-truth",
        "zhang-2025/section-4-2-conclusion",
    ),
    scope="general",
)
@claim.general()
def asymmetric(n1: Integer, n2: Integer, r: Integer):
    """The identities of Lemmas 12, 10 and 13 for a balanced pair."""
    at = balanced_pair(n1, n2, r)

    yield from lemma_12_identities(at)
    yield from nonnegative_slope(n1 + n2, r)
    yield from lemma_10_identities(RankOne(at.U, at.u))
    yield from negative_curvature(at, scalar("1/4"))
    yield norm_squared(at.a @ at.b.T) == (norm_squared(at.u) / 2) ** 2


@claim(
    paper,
    "Proposition 1",
    part="zero",
    where="section 1.2, Proposition 1",
    record=RECORDS,
    statement=r"""On instances with two columns: zero is no local minimum of (4) for $u_* = (1, 2)$ and for $u_* =
(1, 0)$, nor of (5) with $\lambda = 1/4$ for the balanced pair $a = (3, 4)$, $b = 5$ and for the unbalanced pair $a =
(1, 0)$, $b = 4$.""",
    reading="by directions of descent, without the lemmas",
)
@claim.sample()
def zero():
    """Two symmetric and two asymmetric instances."""
    for u in ([[1], [2]], [[1], [0]]):
        f = fully_observed(matrix(u) @ matrix(u).T, 2)
        yield not_a_local_minimum(f, at=matrix([[0, 0], [0, 0]]), lower_bounds=0)
    for a, b in (([[3], [4]], 5), ([[1], [0]], 4)):
        g = fully_observed_pair(matrix(a) @ matrix([[b]]), 2, scalar("1/4"))
        yield not_a_local_minimum(g, at=(matrix([[0, 0], [0, 0]]), matrix([[0, 0]])), lower_bounds=0)
