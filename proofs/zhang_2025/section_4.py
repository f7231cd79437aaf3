"""Section 4, between the lemmas: what first- and second-order critical points are."""

from exactcheck import (
    Integer,
    Nonnegative,
    Partition,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    matrix,
    norm_squared,
    scalar,
    sqrt,
)

from . import paper
from .instances import arbitrary_vector
from .lemma_10 import RankOne, lemma_10_identities, rank_one
from .lemma_12 import BALANCED, Pair, arbitrary_pair, nonnegative_slope

FULLY_OBSERVED = "section 4.1, before Lemma 10"


@claim(
    paper,
    "Section 4.1, first-order critical points",
    where=FULLY_OBSERVED,
    record="zhang/sec4-kkt",
    statement=r"""Every $U \ge 0$ with $\nabla f(U) \ge 0$ and $\langle \nabla f(U), U \rangle = 0$ is globally
optimal, $U U^T = u_* u_*^T$, or zero. (As $u_* u_*^T U \ge 0$, $\langle \nabla f(U), u_* u_*^T U \rangle \ge 0$,
which is what Lemma 10 assumes.)""",
    reading="for all sizes, from Lemma 10",
    uses=("zhang-2025/lemma-10",),
    scope="general",
)
@claim.general()
def from_lemma_10(n: Integer, r: Integer):
    """The hypothesis of Lemma 10, and the lemma."""
    yield from nonnegative_slope(n, r)
    yield from lemma_10_identities(rank_one(n, r))


@claim(
    paper,
    "Section 4.1, first-order critical points",
    part="two rows and one column",
    where=FULLY_OBSERVED,
    record="zhang/sec4-kkt",
    statement=r"""For $n = 2$, $r = 1$, every $u_* = (s, t) \ge 0$ and every $U \ge 0$ with $\nabla f(U) \ge 0$ and
$\langle \nabla f(U), U \rangle \le 0$: $\|U^T u_*\|^2 \|U U^T - u_* u_*^T\|^2 = 0$, and $\|U U^T\|^2 \le \|U^T
u_*\|^2$.""",
    reading="shown without Lemma 10",
    scope="parametric",
)
@claim.sample(s=1, t=2)
@claim.sample(s=1, t=0)
@claim.general()
def two_rows(s: Nonnegative, t: Nonnegative):
    """With letters for the entries of U."""
    yield from first_order_critical_points(matrix([[s], [t]]))


@claim(
    paper,
    "Section 4.1, first-order critical points",
    part="three rows and one column",
    where=FULLY_OBSERVED,
    record="zhang/sec4-kkt",
    statement=r"""The same for $n = 3$, $r = 1$, $u_* = (1, 2, 0)$ and $(1, 1, 1)$.""",
    reading="shown without Lemma 10",
    scope="exhaustive",
)
@claim.sample(first=1, second=2, third=0)
@claim.sample(first=1, second=1, third=1)
def three_rows(first: Nonnegative, second: Nonnegative, third: Nonnegative):
    """With letters for the entries of U."""
    yield from first_order_critical_points(matrix([[first], [second], [third]]))


def first_order_critical_points(u):
    """All U >= 0 with one column that satisfy the first-order conditions."""
    at = RankOne(arbitrary_matrix("U", u.rows, 1, nonnegative="all"), u)
    for i in range(u.rows):
        assume(at.loss.derivative([at.U], [matrix([[int(i == k)] for k in range(u.rows)])]) >= 0)
    assume(at.along_itself <= 0)
    w = norm_squared(at.U.T @ u)

    yield at.along_truth >= 0
    yield norm_squared(at.U @ at.U.T) <= w
    yield w * norm_squared(at.U @ at.U.T - u @ u.T) <= 0


@claim(
    paper,
    "Section 4.2, the truth as printed",
    where="section 4.2, first sentence",
    record="zhang/sec42-bal",
    statement=r"""$u_* = [a; b] \in \mathbb R_+^r$: the $n_1 + n_2$ entries of $a$ and $b$ are $r$ numbers.""",
    reading="as printed, for all sizes",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(n1=1, n2=1, r=1)
def truth_as_printed(n1: Integer, n2: Integer, r: Integer):
    """The two numbers of entries."""
    yield scalar(n1 + n2) == r


@claim(
    paper,
    "Section 4.2, the truth",
    where="section 4.2, first sentence",
    record="zhang/sec42-bal",
    statement=r"""$u_* = [a; b] \in \mathbb R_+^n$ with $\|a\| = \|b\|$ loses no generality: for $a = x p$ and $b = y
q$ with unit vectors $p$, $q$ and $x, y > 0$ the pair $\sqrt{x y}\, p$, $\sqrt{x y}\, q$ has the same product $a
b^T$, on which alone $g_\lambda$ depends, and equal norms; and if $a b^T = 0$ then $g_\lambda(0) = 0$.""",
    reading="with n in place of r; the assumption is absent from Proposition 1, and harmless",
    repairs="section-4-2-the-truth-as-printed",
    scope="general",
)
@claim.general()
def truth(n1: Integer, n2: Integer, x: Positive, y: Positive):
    """The balanced pair in place of an unbalanced one."""
    left, right = Partition(left=n1).dimension, Partition(right=n2).dimension
    p, q = arbitrary_vector("p", left, family="p"), arbitrary_vector("q", right, family="q")
    root = sqrt(x * y, "root")

    yield (root * p) @ (root * q).T == (x * p) @ (y * q).T
    yield norm_squared(root * p) == norm_squared(root * q)


@claim(
    paper,
    "Section 4.2, conclusion",
    where="section 4.2, before Lemma 13",
    record="zhang/sec42-concl",
    statement=r"""All second-order critical points of $g_\lambda$ for $\lambda = 1/4$ are globally optimal. (By
Lemmas 10, 12 and 13 they satisfy $U U^T = u_* u_*^T$; then $L R^T = a b^T$, and $\|L^T L - R^T R\|^2 = \langle J E
J, E \rangle + 2 \langle J E J, u_* u_*^T \rangle + (\|a\|^2 - \|b\|^2)^2 = 0$, as $E = U U^T - u_* u_*^T = 0$.)""",
    reading=f"for all sizes, from the lemmas; {BALANCED}",
    uses=("zhang-2025/lemma-10", "zhang-2025/lemma-12", "zhang-2025/lemma-13"),
    scope="general",
)
@claim.general()
def global_minimum(n1: Integer, n2: Integer, r: Integer):
    """What the two terms of the loss are where U U^T = u u^T, then the lemmas."""
    at = arbitrary_pair(n1, n2, r)
    left, right = at.rows.columns("left"), at.rows.columns("right")
    J, truth = left @ left.T - right @ right.T, (at.u @ at.u.T).named("M")
    error = (at.U @ at.U.T - truth).named("E")
    turned = J @ error @ J
    imbalance = norm_squared(at.a) - norm_squared(at.b)

    yield left.T @ error @ right == at.L @ at.R.T - at.a @ at.b.T
    yield norm_squared(at.L.T @ at.L - at.R.T @ at.R) == inner(turned, error + 2 * truth) + imbalance**2


@claim(
    paper,
    "Section 4.2, conclusion",
    part="small sizes",
    where="section 4.2, before Lemma 13",
    record="zhang/sec42-concl",
    statement=r"""For $r = 1$, $n_1 = n_2 = 1$ with every $a = b = t > 0$ all $L, R \ge 0$ with $\nabla g_{1/4} \ge
0$ and $\langle \nabla g_{1/4}, [L; R] \rangle \le 0$ satisfy $\|U^T u_*\|^2 \|U U^T - u_* u_*^T\|^2 = 0$.""",
    reading="shown without the lemmas",
    scope="parametric",
)
@claim.sample(t=1)
@claim.general()
def one_row_each(t: Positive):
    """With letters for L and R."""
    one, zero, a = matrix([[1]]), matrix([[0]]), matrix([[t]])
    L, R = arbitrary_matrix("L", 1, 1, nonnegative="all"), arbitrary_matrix("R", 1, 1, nonnegative="all")
    at = Pair(Partition(left=1, right=1), L, R, a, a)
    g, v = at.loss(scalar("1/4")), at.U.T @ at.u
    assume(at.slope(g, one, zero) >= 0, at.slope(g, zero, one) >= 0, at.slope(g, L, R) <= 0)

    yield at.symmetric_slope(a @ v.T, a @ v.T) >= 0
    yield norm_squared(at.U.T @ at.turned) >= 0
    yield at.symmetric_slope(L, R) <= 0
    yield norm_squared(v) * norm_squared(at.U @ at.U.T - at.u @ at.u.T) <= 0
