"""Lemma 8: the derivatives of the balancing regularizer at [U; U]."""

from exactcheck import Integer, Partition, arbitrary_matrix, claim, identity, matrix, norm_squared
from exactcheck.landscape import balancing_regularizer

from . import paper

RECORD = "zhang/lem-8"
WHERE = "section 3.2, Lemma 8"


def setting(n, r):
    """The regularizer on matrices of one shape, an arbitrary U and an arbitrary direction."""
    rows, cols = Partition(rows=n).dimension, Partition(columns=r).dimension
    U, dL, dR = (arbitrary_matrix(name, rows, cols) for name in ("U", "dL", "dR"))
    return balancing_regularizer(rows, rows, cols).named("h"), U, dL, dR


@claim(
    paper,
    "Lemma 8 as printed",
    where=WHERE,
    record=RECORD,
    statement=r"""At $[U; U]$: $\nabla h = 0$ and $\langle \nabla^2 h([U; U])[\dot L; \dot R], [\dot L; \dot R]
\rangle = 4 \|U^T (\dot L - \dot R)\|^2$.""",
    reading="as printed, for every number of columns",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample()
def as_printed():
    """U = I along a rotation of L and the opposite one of R: 32 is printed, and h is zero along the whole path."""
    h, one, turn = balancing_regularizer(2, 2, 2).named("h"), identity(2), matrix([[0, -1], [1, 0]])

    yield h.derivative([one, one], [turn, -turn]) == 0
    yield h.derivative([one, one], [turn, -turn], [turn, -turn]) == 4 * norm_squared(one.T @ (turn + turn))


@claim(
    paper,
    "Lemma 8",
    where=WHERE,
    record=RECORD,
    statement=r"""At $[U; U]$: $\nabla h = 0$ and, with $W = U^T (\dot L - \dot R)$, $\langle \nabla^2 h([U; U])[\dot
L; \dot R], [\dot L; \dot R] \rangle = \|W + W^T\|^2 \le 4 \|W\|^2$.""",
    reading="with the symmetric part of W in the place of W",
    repairs="lemma-8-as-printed",
    scope="general",
)
@claim.sample(n=2, r=2)
@claim.general()
def repaired(n: Integer, r: Integer):
    """Gradient, Hessian form, and the printed form as an upper bound."""
    h, U, dL, dR = setting(n, r)
    W = U.T @ (dL - dR)

    yield h.derivative([U, U], [dL, dR]) == 0
    yield h.derivative([U, U], [dL, dR], [dL, dR]) == norm_squared(W + W.T)
    yield 4 * norm_squared(W) == norm_squared(W + W.T) + norm_squared(W - W.T)


@claim(
    paper,
    "Lemma 8 for one column",
    where=WHERE,
    record=RECORD,
    statement=r"""For $r = 1$ the printed Hessian form is right.""",
    reading="for r = 1",
    scope="exhaustive",
)
@claim.sample(n=1)
@claim.sample(n=3)
def one_column(n: Integer):
    """The printed formula for vectors."""
    h, U, dL, dR = setting(n, 1)

    yield h.derivative([U, U], [dL, dR], [dL, dR]) == 4 * norm_squared(U.T @ (dL - dR))
