"""Lemma 11: zero is no second-order critical point of the symmetric loss."""

from exactcheck import Integer, Nonnegative, Partition, Positive, arbitrary_matrix, claim, matrix, norm_squared
from exactcheck.landscape import critical_cone, first_order_critical_point

from . import paper
from .instances import arbitrary_vector, fully_observed

RECORD = "zhang/lem-11"


@claim(
    paper,
    "Lemma 11",
    where="section 4.1, Lemma 11",
    record=RECORD,
    statement=r"""$\nabla f(0) = 0$, and $D = u_* e_1^T$ satisfies $\langle \nabla^2 f(0)[D], D \rangle = -2
\|u_*\|^2 \|D\|^2$, which is negative for $u_* \ne 0$; as $u_* \ge 0$, $D$ is in the critical cone at 0. (The same
for $u_* e^T$ with any unit vector $e$.)""",
    reading="for every real u; for unknown r any unit vector e in place of e_1",
    scope="general",
)
@claim.sample(n=2, r=1)
@claim.sample(n=3, r=2)
@claim.general()
def curvature_along_the_truth(n: Integer, r: Integer):
    """The derivatives at 0 from the definition."""
    rows, columns = Partition(rows=n).dimension, Partition(columns=r).dimension
    u, e = arbitrary_vector("u", rows), unit_vector(columns)
    f = fully_observed((u @ u.T).named("M"), columns)
    D = (u @ e.T).named("D")
    at_zero = [0 * D]

    yield f.derivative(at_zero, [arbitrary_matrix("V", rows, columns)]) == 0
    yield f.derivative(at_zero, [D], [D]) == -2 * norm_squared(u) * norm_squared(D)
    yield norm_squared(D) == norm_squared(u)


def unit_vector(columns):
    """e_1, of letter size an arbitrary unit vector."""
    if isinstance(columns, int):
        return matrix([[int(k == 0)] for k in range(columns)])
    return arbitrary_vector("e", columns, family="e")


@claim(
    paper,
    "Lemma 11, critical cone",
    where="section 4.1, proof of Lemma 11",
    record=RECORD,
    statement=r"""$\mathcal C(0, \nabla f(0)) = \mathbb R_+^{n \times r}$, so that $D = u_* e_1^T$ is in the cone,
and $\langle \nabla^2 f(0)[D], D \rangle < 0$: for $n = 2$, $r = 2$ and all $u_* = (s, t)$ with $s > 0$, $t \ge 0$.""",
    reading="up to the order of the rows every nonzero nonnegative vector with two entries",
    scope="parametric",
)
@claim.sample(s=1, t=2)
@claim.sample(s=1, t=0)
@claim.parametric(t=0)
@claim.general()
def cone(s: Positive, t: Nonnegative):
    """First-order critical with the whole orthant as its cone, and negative curvature along u e_1^T."""
    u = matrix([[s], [t]])
    f = fully_observed(u @ u.T, 2)
    zero, D = matrix([[0, 0], [0, 0]]), matrix([[s, 0], [t, 0]])

    yield first_order_critical_point(f, at=zero, lower_bounds=0)
    yield critical_cone(f, at=zero, lower_bounds=0, labels=["nonnegative"] * 4)
    yield f.derivative([zero], [D], [D]) < 0
