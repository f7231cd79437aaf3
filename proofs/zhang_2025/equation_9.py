"""Equation (9): gradient and Hessian form of the symmetric loss."""

from exactcheck import Integer, Partition, arbitrary_matrix, claim, inner, norm_squared
from exactcheck.landscape import arbitrary_operator, symmetric_loss

from . import paper


@claim(
    paper,
    "Equation 9",
    where="section 2.2, (9)",
    record="zhang/eq-9",
    statement=r"""For every linear operator $A$ and every $M$, with $S = A^T A(U U^T - M)$: $\langle \nabla f(U), D
\rangle = \langle (S + S^T) U, D \rangle$ and $\langle \nabla^2 f(U)[D], D \rangle = \langle S + S^T, D D^T \rangle +
\|A(U D^T + D U^T)\|^2$.""",
    scope="general",
)
@claim.general()
def derivatives(n: Integer, r: Integer):
    """The formulas against the derivatives of the definition."""
    rows, cols = Partition(rows=n).dimension, Partition(columns=r).dimension
    A, M = arbitrary_operator("A", rows), arbitrary_matrix("M", rows, rows)
    U, D = arbitrary_matrix("U", rows, cols), arbitrary_matrix("D", rows, cols)
    f = symmetric_loss(A, M, cols).named("f")
    S = A.gram(U @ U.T - M).named("S")

    yield f.derivative([U], [D]) == inner((S + S.T) @ U, D)
    yield f.derivative([U], [D], [D]) == inner(S + S.T, D @ D.T) + norm_squared(A(U @ D.T + D @ U.T))
