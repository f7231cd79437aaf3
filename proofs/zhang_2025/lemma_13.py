"""Lemma 13: zero is no second-order critical point of the asymmetric loss."""

from exactcheck import Integer, Nonnegative, Partition, Real, arbitrary_matrix, claim, matrix, norm_squared, scalar
from exactcheck.landscape import second_order_critical_point, value

from . import paper
from .lemma_11 import unit_vector
from .lemma_12 import BALANCED, Pair, arbitrary_pair, balanced_pair

RECORD = "zhang/lem-13"


def negative_curvature(at: Pair, weight):
    """The derivatives of g at 0 along u e^T, for a unit vector e."""
    g, e = at.loss(weight), unit_vector(at.L.cols)
    zero = [0 * at.L, 0 * at.R]
    D = [at.a @ e.T, at.b @ e.T]
    V, W = arbitrary_matrix("V", at.L.rows, at.L.cols), arbitrary_matrix("W", at.R.rows, at.R.cols)

    yield g.derivative(zero, [V, W]) == 0
    yield g.derivative(zero, D, D) == -2 * norm_squared(at.a @ at.b.T)
    yield norm_squared(D[0]) + norm_squared(D[1]) == norm_squared(at.u)


@claim(
    paper,
    "Lemma 13",
    where="section 4.2, Lemma 13",
    record=RECORD,
    statement=r"""$\nabla g_\lambda(0) = 0$, and $D = u_* e_1^T$ satisfies $\langle \nabla^2 g_\lambda(0)[D], D
\rangle = -2 \|a b^T\|^2$ with $\|a b^T\| = \|a\| \|b\| = \frac12 \|u_*\|^2 = \frac12 \|D\|^2$, which is positive for
$u_* \ne 0$.""",
    reading=f"for every lambda; {BALANCED}",
    repairs="lemma-13-without-balance",
    scope="general",
)
@claim.general()
def curvature_along_the_truth(n1: Integer, n2: Integer, r: Integer, weight: Real):
    """The derivatives at 0 from the definition, the norms squared."""
    at = balanced_pair(n1, n2, r)

    yield from negative_curvature(at, weight)
    yield norm_squared(at.a @ at.b.T) == norm_squared(at.a) * norm_squared(at.b)
    yield norm_squared(at.a @ at.b.T) == (norm_squared(at.u) / 2) ** 2


@claim(
    paper,
    "Lemma 13 without balance",
    where="section 4.2, Lemma 13",
    record=RECORD,
    statement=r"""If $u_* = [a; b] \ne 0$, then 0 is no second-order critical point of $g_\lambda$: if it is one,
then $u_* = 0$.""",
    reading="as the lemma stands, without the assumption ||a|| = ||b|| that section 4.2 makes before it",
    verdict="refuted",
    finding="depends on the reading",
)
@claim.sample(a=0, b=1)
def without_balance(a: Nonnegative, b: Nonnegative):
    """For n1 = n2 = r = 1: 0 is a second-order critical point, then u = 0."""
    at = Pair(Partition(left=1, right=1), matrix([[0]]), matrix([[0]]), matrix([[a]]), matrix([[b]]))

    yield second_order_critical_point(at.loss(scalar("1/4")), at=(at.L, at.R), lower_bounds=0)
    yield norm_squared(at.u) == 0


@claim(
    paper,
    "Lemma 13",
    part="any pair",
    where="section 4.2, Lemma 13",
    record=RECORD,
    statement=r"""For all $a$ and $b$, of the same length or not, $u_* e_1^T$ has the curvature $-2 \|a b^T\|^2$ at
0, and $g_\lambda(0) = \frac12 \|a b^T\|^2$: either $a b^T \ne 0$ and 0 is no second-order critical point, or $a b^T
= 0$ and 0 is a global minimum.""",
    reading="for every lambda",
    scope="general",
)
@claim.sample(n1=1, n2=1, r=1, weight="1/4")
@claim.sample(n1=2, n2=1, r=2, weight=0)
@claim.general()
def any_pair(n1: Integer, n2: Integer, r: Integer, weight: Real):
    """The curvature and the value at 0."""
    at = arbitrary_pair(n1, n2, r)

    yield from negative_curvature(at, weight)
    yield value(at.loss(weight), at=(0 * at.L, 0 * at.R)) == norm_squared(at.a @ at.b.T) / 2
