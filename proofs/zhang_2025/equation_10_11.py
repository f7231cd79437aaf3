"""Equations (10) and (11): gradient, Hessian form and Hessian cross terms of the asymmetric loss."""

from exactcheck import Integer, Partition, arbitrary_matrix, claim, inner, norm_squared
from exactcheck.landscape import arbitrary_operator, asymmetric_loss

from . import paper


def setting(n1, n2, r):
    """An arbitrary operator on n1 x n2 matrices, its loss g for an arbitrary M, and a point (L, R)."""
    left, right, cols = (Partition(**{name: size}).dimension for name, size in (("left", n1), ("right", n2), ("r", r)))
    A, M = arbitrary_operator("A", left, right), arbitrary_matrix("M", left, right)
    L, R = arbitrary_matrix("L", left, cols), arbitrary_matrix("R", right, cols)
    return A, M, asymmetric_loss(A, M, cols).named("g"), L, R


@claim(
    paper,
    "Equation 10",
    where="section 2.2, (10)",
    record="zhang/eq-10",
    statement=r"""For every linear operator $A$ and every $M$, with $S = A^T A(L R^T - M)$: $\nabla g(L, R) = [S R; S^T
L]$ and $\langle \nabla^2 g(L, R)[\dot L; \dot R], [\dot L; \dot R] \rangle = 2 \langle S, \dot L \dot R^T \rangle +
\|A(L \dot R^T + \dot L R^T)\|^2$.""",
    scope="general",
)
@claim.general()
def derivatives(n1: Integer, n2: Integer, r: Integer):
    """The formulas against the derivatives of the definition."""
    A, M, g, L, R = setting(n1, n2, r)
    dL, dR = arbitrary_matrix("dL", *L.shape), arbitrary_matrix("dR", *R.shape)
    S = A.gram(L @ R.T - M).named("S")

    yield g.derivative([L, R], [dL, dR]) == inner(S @ R, dL) + inner(S.T @ L, dR)
    yield g.derivative([L, R], [dL, dR], [dL, dR]) == 2 * inner(S, dL @ dR.T) + norm_squared(A(L @ dR.T + dL @ R.T))


@claim(
    paper,
    "Equation 11",
    where="section 2.2, (11)",
    record="zhang/eq-11",
    statement=r"""For every linear operator $A$, every $M$ and two directions: $\langle \nabla^2 g(L, R)[\dot L_1; \dot
R_1], [\dot L_2; \dot R_2] \rangle = \langle S, \dot L_1 \dot R_2^T + \dot L_2 \dot R_1^T \rangle + \langle A(L \dot
R_1^T + \dot L_1 R^T), A(L \dot R_2^T + \dot L_2 R^T) \rangle$.""",
    scope="general",
)
@claim.general()
def cross_terms(n1: Integer, n2: Integer, r: Integer):
    """The mixed derivative along two arbitrary directions."""
    A, M, g, L, R = setting(n1, n2, r)
    L1, R1 = arbitrary_matrix("L1", *L.shape), arbitrary_matrix("R1", *R.shape)
    L2, R2 = arbitrary_matrix("L2", *L.shape), arbitrary_matrix("R2", *R.shape)
    S = A.gram(L @ R.T - M).named("S")
    images = inner(A(L @ R1.T + L1 @ R.T), A(L @ R2.T + L2 @ R.T))

    yield g.derivative([L, R], [L1, R1], [L2, R2]) == inner(S, L1 @ R2.T + L2 @ R1.T) + images
