"""Equation (12): the balancing regularizer, its gradient and its Hessian form."""

from exactcheck import Integer, Partition, arbitrary_matrix, claim, identity, inner, matrix, norm_squared
from exactcheck.landscape import asymmetric_loss, balancing_regularizer, low_rank_update, value

from . import paper

DEFINITION, GRADIENT, HESSIAN = "zhang/eq-12-def", "zhang/eq-12-grad", "zhang/eq-12-hess"
WHERE = "section 2.2, (12)"


def setting(n1, n2, r):
    """The regularizer h of (3) at an arbitrary point (L, R) along an arbitrary direction, and D = L^T L - R^T R."""
    left, right, cols = (Partition(**{name: size}).dimension for name, size in (("left", n1), ("right", n2), ("r", r)))
    L, R = arbitrary_matrix("L", left, cols), arbitrary_matrix("R", right, cols)
    dL, dR = arbitrary_matrix("dL", left, cols), arbitrary_matrix("dR", right, cols)
    return balancing_regularizer(left, right, cols).named("h"), (L, R), (dL, dR), L.T @ L - R.T @ R


@claim(
    paper,
    "Equation 12, definition as printed",
    where="section 2.2, above (12)",
    record=DEFINITION,
    statement=r"""The balancing regularizer of (3) is $h([L; R]) = \frac{1}{2} \|A(L R^T - L_* R_*^T)\|^2$.""",
    reading="as printed, the formula of the loss g in place of that of the regularizer",
    verdict="refuted",
    finding="misprint",
)
@claim.sample()
def definition_as_printed():
    """The two formulas at L = R = 1, for an operator that doubles and the ground truth 0."""
    doubling = low_rank_update([(identity(1), identity(1))])
    one, h = matrix([[1]]), balancing_regularizer(1, 1, 1).named("h")

    yield value(asymmetric_loss(doubling, matrix([[0]]), 1).named("g"), at=(one, one)) == value(h, at=(one, one))


@claim(
    paper,
    "Equation 12, definition",
    where="section 2.2, above (12)",
    record=DEFINITION,
    statement=r"""The balancing regularizer is $h([L; R]) = \frac{1}{2} \|L^T L - R^T R\|^2$, as in (3): it is
nonnegative, and zero where $L^T L = R^T R$, in particular for $L = R$.""",
    reading="with the formula of (3)",
    repairs="equation-12-definition-as-printed",
    scope="general",
)
@claim.general()
def definition(n: Integer, r: Integer):
    """The regularizer at an arbitrary and at a balanced point."""
    h, (L, R), _, D = setting(n, n, r)
    square, U = balancing_regularizer(L.rows, L.rows, L.cols).named("h_square"), arbitrary_matrix("U", *L.shape)

    yield 2 * value(h, at=(L, R)) == norm_squared(D)
    yield value(h, at=(L, R)) >= 0
    yield value(square, at=(U, U)) == 0


@claim(
    paper,
    "Equation 12, gradient as printed",
    where=WHERE,
    record=GRADIENT,
    statement=r"""For $h([L; R]) = \frac{1}{2} \|L^T L - R^T R\|^2$ and $D = L^T L - R^T R$: $\nabla h(L, R) = [L D; -R
D]$.""",
    reading="as printed, with h as in (3)",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(n1=1, n2=1, r=1)
def gradient_as_printed(n1: Integer, n2: Integer, r: Integer):
    """The derivative along every direction."""
    h, (L, R), (dL, dR), D = setting(n1, n2, r)

    yield h.derivative([L, R], [dL, dR]) == inner(L @ D, dL) - inner(R @ D, dR)


@claim(
    paper,
    "Equation 12, gradient",
    where=WHERE,
    record=GRADIENT,
    statement=r"""For $h([L; R]) = \frac{1}{2} \|L^T L - R^T R\|^2$ and $D = L^T L - R^T R$: $\nabla h(L, R) = 2 [L
D; -R D]$.""",
    reading="with h as in (3), and with the factor 2 that the printed gradient lacks",
    repairs="equation-12-gradient-as-printed",
    scope="general",
)
@claim.sample(n1=1, n2=1, r=1)
@claim.general()
def gradient(n1: Integer, n2: Integer, r: Integer):
    """The derivative along every direction."""
    h, (L, R), (dL, dR), D = setting(n1, n2, r)

    yield h.derivative([L, R], [dL, dR]) == 2 * (inner(L @ D, dL) - inner(R @ D, dR))


@claim(
    paper,
    "Equation 12, Hessian as printed",
    where=WHERE,
    record=HESSIAN,
    statement=r"""$\langle \nabla^2 h(L, R)[\dot L; \dot R], [\dot L; \dot R] \rangle = 2 \langle D, \dot L^T \dot L
- \dot R^T \dot R \rangle + 4 \|L^T \dot L - R^T \dot R\|^2$.""",
    reading="as printed, with h as in (3), for every number of columns",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample()
def hessian_as_printed():
    """At L = R = I along a rotation of L and the opposite one of R: h vanishes along the whole path."""
    h, one, turn = balancing_regularizer(2, 2, 2).named("h"), identity(2), matrix([[0, -1], [1, 0]])
    W = one.T @ turn - one.T @ -turn

    yield h.derivative([one, one], [turn, -turn], [turn, -turn]) == 4 * norm_squared(W)


@claim(
    paper,
    "Equation 12, Hessian",
    where=WHERE,
    record=HESSIAN,
    statement=r"""With $W = L^T \dot L - R^T \dot R$: $\langle \nabla^2 h(L, R)[\dot L; \dot R], [\dot L; \dot R]
\rangle = 2 \langle D, \dot L^T \dot L - \dot R^T \dot R \rangle + \|W + W^T\|^2$. The printed form is larger by $\|W
- W^T\|^2$.""",
    reading="with the symmetric part of W in the place of W",
    repairs="equation-12-hessian-as-printed",
    scope="general",
)
@claim.sample(n1=2, n2=1, r=2)
@claim.general()
def hessian(n1: Integer, n2: Integer, r: Integer):
    """The second derivative along every direction, and what the printed one adds."""
    h, (L, R), (dL, dR), D = setting(n1, n2, r)
    W = L.T @ dL - R.T @ dR
    curved = 2 * inner(D, dL.T @ dL - dR.T @ dR)

    yield h.derivative([L, R], [dL, dR], [dL, dR]) == curved + norm_squared(W + W.T)
    yield 4 * norm_squared(W) == norm_squared(W + W.T) + norm_squared(W - W.T)


@claim(
    paper,
    "Equation 12, Hessian of one column",
    where=WHERE,
    record=HESSIAN,
    statement=r"""For $r = 1$ the printed Hessian form is right.""",
    reading="for r = 1",
    scope="exhaustive",
)
@claim.sample(n1=1, n2=1)
@claim.sample(n1=3, n2=2)
def hessian_of_one_column(n1: Integer, n2: Integer):
    """The printed formula for vectors."""
    h, (L, R), (dL, dR), D = setting(n1, n2, 1)
    curved = 2 * inner(D, dL.T @ dL - dR.T @ dR)

    yield h.derivative([L, R], [dL, dR], [dL, dR]) == curved + 4 * norm_squared(L.T @ dL - R.T @ dR)
