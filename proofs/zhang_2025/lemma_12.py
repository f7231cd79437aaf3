"""Lemma 12: critical points of the asymmetric loss with lambda = 1/4 satisfy the hypotheses of Lemma 10."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exactcheck import (
    Integer,
    Partition,
    Positive,
    arbitrary_matrix,
    claim,
    function,
    inner,
    matrix,
    norm_squared,
    point,
    scalar,
)

from . import paper
from .instances import arbitrary_vector, fully_observed

BALANCED = "with ||a|| = ||b||, which section 4.2 assumes: a = t p and b = t q for any t and unit vectors p and q"


@dataclass(frozen=True, eq=False)
class Pair:
    """L (n1 x r), R (n2 x r) and vectors a, b with U = [L; R] and u = [a; b] on rows with the blocks left and right."""

    rows: Partition
    L: Any
    R: Any
    a: Any
    b: Any

    def stacked(self, upper, lower):
        """[upper; lower]."""
        left, right = self.rows.columns("left"), self.rows.columns("right")
        return left @ upper + right @ lower

    @cached_property
    def U(self):
        """U = [L; R]."""
        return self.stacked(self.L, self.R).named("U")

    @cached_property
    def u(self):
        """u = [a; b]."""
        return self.stacked(self.a, self.b).named("u")

    @cached_property
    def turned(self):
        """J u = [a; -b]."""
        return self.stacked(self.a, -self.b).named("Ju")

    @cached_property
    def symmetric_loss(self):
        """f(U) = 1/2 ||U U^T - u u^T||^2."""
        return fully_observed((self.u @ self.u.T).named("M"), self.L.cols)

    def loss(self, weight):
        """g(L, R) = 1/2 ||L R^T - a b^T||^2 + weight/2 ||L^T L - R^T R||^2."""
        truth = (self.a @ self.b.T).named("N")
        return fully_observed_pair(truth, self.L.cols, weight)

    def slope(self, function, upper, lower):
        """The derivative of a function of L and R at the point along [upper; lower]."""
        return function.derivative([self.L, self.R], [upper, lower])

    def symmetric_slope(self, upper, lower):
        """The derivative of the symmetric loss at U along [upper; lower]."""
        return self.symmetric_loss.derivative([self.U], [self.stacked(upper, lower)])


def fully_observed_pair(truth, columns, weight):
    """g(L, R) = 1/2 ||L R^T - N||^2 + weight/2 ||L^T L - R^T R||^2."""

    def body(L, R):
        return scalar("1/2") * norm_squared(L @ R.T - truth) + weight * norm_squared(L.T @ L - R.T @ R) / 2

    return function(body, L=(truth.rows, columns), R=(truth.cols, columns)).named("g")


def arbitrary_pair(n1, n2, r) -> Pair:
    """Arbitrary L, R, a and b."""
    rows, columns, left, right = shapes(n1, n2, r)
    L, R = arbitrary_matrix("L", left, columns), arbitrary_matrix("R", right, columns)
    return Pair(rows, L, R, arbitrary_vector("a", left), arbitrary_vector("b", right))


def balanced_pair(n1, n2, r) -> Pair:
    """Arbitrary L and R of letter size, and a, b of the same length t."""
    rows, columns, left, right = shapes(n1, n2, r)
    t = point("t")
    L, R = arbitrary_matrix("L", left, columns), arbitrary_matrix("R", right, columns)
    p, q = arbitrary_vector("p", left, family="p"), arbitrary_vector("q", right, family="q")
    return Pair(rows, L, R, (t * p).named("a"), (t * q).named("b"))


def shapes(n1, n2, r):
    """The rows of U, the columns, and the rows of L and of R."""
    rows = Partition(left=n1, right=n2)
    if rows.known:
        return rows, r, n1, n2
    return rows, Partition(columns=r).dimension, (rows.blocks["left"],), (rows.blocks["right"],)


def lemma_12_identities(at: Pair):
    """What the hypotheses of Lemma 10 are at [L; R], for a balanced pair (a, b)."""
    g, v = at.loss(scalar("1/4")), (at.U.T @ at.u).named("v")

    yield at.symmetric_slope(at.a @ v.T, at.b @ v.T) == 4 * at.slope(g, at.a @ v.T, at.b @ v.T)
    yield at.symmetric_slope(at.L, at.R) == 4 * at.slope(g, at.L, at.R) - 2 * norm_squared(at.U.T @ at.turned)


def nonnegative_slope(n, r):
    """<C, z z^T Z> >= 0 for all C, z, Z >= 0, as for the gradient C at a first-order critical point Z."""
    rows, columns = Partition(entries=n).dimension, Partition(columns=r).dimension
    C = arbitrary_matrix("C", rows, columns, nonnegative="all")
    Z = arbitrary_matrix("Z", rows, columns, nonnegative="all")
    z = arbitrary_vector("z", rows, nonnegative="all")

    yield inner(C, z @ (z.T @ Z)) >= 0


@claim(
    paper,
    "Lemma 12",
    where="section 4.2, Lemma 12",
    record="zhang/lem-12",
    statement=r"""If $U = [L; R] \ge 0$ satisfies $\nabla g_\lambda(U) \ge 0$ and $\langle \nabla g_\lambda(U), U
\rangle = 0$ for $\lambda = 1/4$, then $\langle \nabla f(U), u_* u_*^T U \rangle \ge 0$ and $\langle \nabla f(U), U
\rangle \le 0$. (For all $U$: $\langle \nabla f(U), u_* u_*^T U \rangle = 4 \langle \nabla g_{1/4}(U), u_* u_*^T U
\rangle$ and $\langle \nabla f(U), U \rangle = 4 \langle \nabla g_{1/4}(U), U \rangle - 2 \|U^T J u_*\|^2$; and
$\langle C, u u^T U \rangle \ge 0$ for all $C, u, U \ge 0$.)""",
    reading=BALANCED,
    scope="general",
)
@claim.general()
def hypotheses_of_lemma_10(n1: Integer, n2: Integer, r: Integer):
    """The two identities, and the sign of the first one for nonnegative matrices."""
    yield from lemma_12_identities(balanced_pair(n1, n2, r))
    yield from nonnegative_slope(n1 + n2, r)


@claim(
    paper,
    "Lemma 12 without balance",
    where="section 4.2, Lemma 12",
    record="zhang/lem-12c",
    statement=r"""If $L, R \ge 0$ satisfy $\nabla g_\lambda \ge 0$ and $\langle \nabla g_\lambda, [L; R] \rangle = 0$
for $\lambda = 1/4$, then
$\langle \nabla f(U), u_* u_*^T U \rangle \ge 0$, for $a = 1$, $b = 4$ and $L = R = 2$ too.""",
    reading="as the lemma stands, without the assumption ||a|| = ||b|| that section 4.2 makes before it",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample(a=1, b=4, l=2)
def without_balance(a: Positive, b: Positive, l: Positive):  # noqa: E741
    """The hypotheses of the lemma at L = R = (l), then its conclusion."""
    at = Pair(Partition(left=1, right=1), matrix([[l]]), matrix([[l]]), matrix([[a]]), matrix([[b]]))
    g, one, zero, v = at.loss(scalar("1/4")), matrix([[1]]), matrix([[0]]), at.U.T @ at.u

    yield at.slope(g, one, zero) >= 0
    yield at.slope(g, zero, one) >= 0
    yield at.slope(g, at.L, at.R) == 0
    yield at.symmetric_slope(at.a @ v.T, at.b @ v.T) >= 0


@claim(
    paper,
    "Lemma 12 with balance",
    where="section 4.2, Lemma 12",
    record="zhang/lem-12c",
    statement=r"""In general $\langle \nabla f(U), u_* u_*^T U \rangle = 4 \langle \nabla g_{1/4}(U), u_* u_*^T U
\rangle - 2 (\|a\|^2 - \|b\|^2) \langle u_*, U U^T J u_* \rangle$, so that the lemma needs $\|a\| = \|b\|$ in its
first conclusion; the second one holds without it.""",
    reading="for all a and b, of the same length or not",
    repairs="lemma-12-without-balance",
    scope="general",
)
@claim.sample(n1=1, n2=1, r=1)
@claim.general()
def with_balance(n1: Integer, n2: Integer, r: Integer):
    """The identities for arbitrary a and b."""
    at = arbitrary_pair(n1, n2, r)
    g, v, imbalance = at.loss(scalar("1/4")), (at.U.T @ at.u).named("v"), norm_squared(at.a) - norm_squared(at.b)
    slope = at.slope(g, at.a @ v.T, at.b @ v.T)

    yield at.symmetric_slope(at.a @ v.T, at.b @ v.T) == 4 * slope - 2 * imbalance * inner(v, at.U.T @ at.turned)
    yield at.symmetric_slope(at.L, at.R) == 4 * at.slope(g, at.L, at.R) - 2 * norm_squared(at.U.T @ at.turned)


@claim(
    paper,
    "Lemma 12, gradients as printed",
    where="section 4.2, proof of Lemma 12",
    record="zhang/lem-12a",
    statement=r"""For $n_1 = n_2$ the second line of the chain, with $[a; -b] [b; -b]^T$, is $\nabla g_{1/4}(U)$.""",
    reading="as printed; for n1 != n2 the product has not even the size of the other matrices",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(t=1, l=1)
def gradients_as_printed(t: Positive, l: Positive):  # noqa: E741
    """For a = (t, 0) and b = (0, t), along the first coordinate; for n1 = n2 = 1 balance makes both products equal."""
    a, b, one, zero = matrix([[t], [0]]), matrix([[0], [t]]), matrix([[1], [0]]), matrix([[0], [0]])
    at = Pair(Partition(left=2, right=2), l * one, zero, a, b)
    printed = at.turned @ at.stacked(b, -b).T @ at.U
    along = inner(printed, at.stacked(one, zero))

    yield norm_squared(a) == norm_squared(b)
    yield at.slope(at.loss(scalar("1/4")), one, zero) == at.symmetric_slope(one, zero) / 4 + along / 2


@claim(
    paper,
    "Lemma 12, gradients",
    where="section 4.2, proof of Lemma 12",
    record="zhang/lem-12a",
    statement=r"""$\nabla g_{1/4}(U) = \frac14 \nabla f(U) + \frac12 J u_* u_*^T J U$; each line of the chain with
$[a; -b] [a; -b]^T$ in place of $[a; -b] [b; -b]^T$.""",
    reading="with the misprint corrected; for all a and b, of the same length or not",
    repairs="lemma-12-gradients-as-printed",
    scope="general",
)
@claim.sample(n1=1, n2=1, r=1)
@claim.sample(n1=2, n2=1, r=1)
@claim.general()
def gradients(n1: Integer, n2: Integer, r: Integer):
    """The four lines, the first one against the derivative of the definition."""
    at = arbitrary_pair(n1, n2, r)
    V, W = arbitrary_matrix("V", at.L.rows, at.L.cols), arbitrary_matrix("W", at.R.rows, at.R.cols)
    turned_factor, E = at.stacked(at.L, -at.R), at.U @ at.U.T - at.u @ at.u.T
    left, right = at.rows.columns("left"), at.rows.columns("right")
    corner = left @ (at.L @ at.R.T - at.a @ at.b.T) @ right.T
    J = left @ left.T - right @ right.T
    lines = (
        corner + corner.T + turned_factor @ turned_factor.T / 2,
        corner + corner.T + J @ E @ J / 2 + at.turned @ at.turned.T / 2,
        E / 2 + at.turned @ at.turned.T / 2,
    )

    slope, direction = at.slope(at.loss(scalar("1/4")), V, W), at.stacked(V, W)

    for line in lines:
        yield slope == inner(line @ at.U, direction)
    yield slope == at.symmetric_slope(V, W) / 4 + inner(at.turned @ (at.turned.T @ at.U), direction) / 2


@claim(
    paper,
    "Lemma 12, extra term as printed",
    where="section 4.2, proof of Lemma 12",
    record="zhang/lem-12b",
    statement=r"""$\langle J u_* u_*^T J U, U \rangle = \|U^T J u_*\|$.""",
    reading="as printed, with the norm not squared: the squared left-hand side is compared with the squared norm",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(a=1, b=1, l=2)
def extra_term_as_printed(a: Positive, b: Positive, l: Positive):  # noqa: E741
    """At U = [l; 0], where the left-hand side is nonnegative."""
    at = Pair(Partition(left=1, right=1), matrix([[l]]), matrix([[0]]), matrix([[a]]), matrix([[b]]))

    yield inner(at.turned @ at.turned.T @ at.U, at.U) ** 2 == norm_squared(at.U.T @ at.turned)


@claim(
    paper,
    "Lemma 12, extra term",
    where="section 4.2, proof of Lemma 12",
    record="zhang/lem-12b",
    statement=r"""$u_*^T J u_* = 0$, $\langle J u_* u_*^T J U, u_* u_*^T U \rangle = \langle u_*^T J u_*, u_*^T U U^T
J u_* \rangle = 0$ and $\langle J u_* u_*^T J U, U \rangle = \|U^T J u_*\|^2 \ge 0$.""",
    reading=f"with the norm squared; {BALANCED}",
    repairs="lemma-12-extra-term-as-printed",
    scope="general",
)
@claim.general()
def extra_term(n1: Integer, n2: Integer, r: Integer):
    """The three lines for a balanced pair."""
    at = balanced_pair(n1, n2, r)
    extra = at.turned @ (at.turned.T @ at.U)

    yield inner(at.u, at.turned) == 0
    yield inner(extra, at.u @ (at.u.T @ at.U)) == inner(at.u.T @ at.turned, at.u.T @ at.U @ at.U.T @ at.turned)
    yield inner(extra, at.u @ (at.u.T @ at.U)) == 0
    yield inner(extra, at.U) == norm_squared(at.U.T @ at.turned)
    yield norm_squared(at.U.T @ at.turned) >= 0
