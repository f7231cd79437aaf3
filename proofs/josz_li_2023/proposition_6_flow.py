"""Proof of Proposition 6: the gradient flow of matrix sensing, what it conserves, and that f does not increase."""

from exactcheck import Integer, Nonnegative, arbitrary_matrix, claim, inner, norm_squared
from exactcheck.landscape import conserved_quantity, nonincreasing_quantity

from . import paper
from .sensing import EVERY_MATRIX, EVERY_OPERATOR, EveryOperator, FewMatrices

LABEL, RECORD, WHERE = "Proposition 6, flow", "josz-li/prop-6-flow", "section 4.3, proof of Proposition 6"
FLOW = r"""The gradient flow of (12) is $\dot X = -\frac1m \sum_i (\langle A_i, X Y^T \rangle - b_i) A_i Y$, $\dot Y =
-\frac1m \sum_i (\langle A_i, X Y^T \rangle - b_i) A_i^T X$; $\dot X^T X = Y^T \dot Y$ and $X^T \dot X = \dot Y^T Y$,
so that $\frac{d}{dt} (X^T X - Y^T Y) = 0$; and $\frac{d}{dt} f = -\|\dot X\|_F^2 - \|\dot Y\|_F^2 \le 0$."""
CONSTANT = "a quantity whose derivative is 0 along the flow is constant, one whose derivative is <= 0 does not increase"


def velocity(at):
    """X' and Y' of the gradient flow."""
    return -at.S @ at.Y, -at.S.T @ at.X


def equations(at):
    """The equations of the flow, by the derivative of f along every direction."""
    dX, dY = velocity(at)
    V, W = at.arbitrary_direction("V", "W")

    yield at.f.derivative([at.X, at.Y], [V, W]) == -inner(dX, V) - inner(dY, W)


def conserved(at):
    """The two products, and X^T X - Y^T Y by its derivative along the flow, tested with every T."""
    X, Y, (dX, dY) = at.X, at.Y, velocity(at)

    yield Y.T @ dY == dX.T @ X
    yield X.T @ dX == dY.T @ Y
    yield dX.T @ X + X.T @ dX - dY.T @ Y - Y.T @ dY == 0
    yield at.change_of_imbalance(dX, dY, arbitrary_matrix("T", at.columns, at.columns)) == 0


@claim(
    paper,
    LABEL,
    where=WHERE,
    record=RECORD,
    statement=FLOW,
    reading=f"{EVERY_OPERATOR}; the sum over i is then A^T A(X Y^T - M); the derivative of f along the flow is the "
    f"first equation for (V, W) = (X', Y'); {CONSTANT}",
    scope="general",
)
@claim.general()
def every_operator(n1: Integer, n2: Integer, r: Integer, m: Integer, rest: Nonnegative):
    """With an arbitrary operator."""
    at = EveryOperator(n1, n2, r, m, rest)
    dX, dY = velocity(at)

    yield from equations(at)
    yield from conserved(at)
    yield norm_squared(dX) + norm_squared(dY) >= 0


@claim(
    paper,
    LABEL,
    part="matrix by matrix",
    where=WHERE,
    record=RECORD,
    statement=FLOW,
    reading=f"{EVERY_MATRIX}: 1, 2 and 3; {CONSTANT}",
    scope="exhaustive",
)
@claim.sample(n1=1, n2=2, r=1, m=2)
@claim.sample(n1=2, n2=1, r=2, m=1)
@claim.parametric(m=1)
@claim.parametric(m=2)
@claim.parametric(m=3)
def few_matrices(n1: Integer, n2: Integer, r: Integer, m: Integer):
    """With the sum over i as it is printed."""
    at = FewMatrices(n1, n2, r, m)
    dX, dY = velocity(at)

    yield from equations(at)
    yield from conserved(at)
    yield at.f.derivative([at.X, at.Y], [dX, dY]) == -norm_squared(dX) - norm_squared(dY)
    yield norm_squared(dX) + norm_squared(dY) >= 0


@claim(
    paper,
    LABEL,
    part="small sizes",
    where=WHERE,
    record=RECORD,
    statement=r"""$X^T X - Y^T Y$ is constant along the gradient flow of (12), and $f$ does not increase, for $(n_1,
n_2, r, m) = (1, 2, 1, 2)$, $(2, 1, 2, 1)$ and $(2, 2, 1, 2)$.""",
    reading="with m arbitrary matrices A_i and numbers b_i; the kernel differentiates f and the quantities, and the "
    "equations of the flow are not used",
    scope="exhaustive",
)
@claim.general()
def small_sizes():
    """Both quantities."""
    for sizes in ((1, 2, 1, 2), (2, 1, 2, 1), (2, 2, 1, 2)):
        f = FewMatrices(*sizes).f
        yield conserved_quantity(f, lambda X, Y: X.T @ X - Y.T @ Y)
        yield nonincreasing_quantity(f, f)
