"""Proposition 6: gradient trajectories of matrix sensing with lower bounded sensing matrices are bounded."""

from exactcheck import Integer, Nonnegative, Positive, assume, claim, identity, norm_squared, point

from . import paper
from .sensing import EVERY_MATRIX, EVERY_OPERATOR, EveryOperator, FewMatrices

LABEL, RECORD, WHERE = "Proposition 6", "josz-li/prop-6", "section 4.3, Proposition 6"
NAME = "josz-li-2023/proposition-6"
USES = tuple(f"{NAME}-{name}" for name in ("flow", "equation", "norms", "last-display"))
BOUND = r"""For all $X$, $Y$: $\|X\|_F^4 + \|Y\|_F^4 + \frac{2 r}{c} \left(\frac1m \sum_i \langle A_i, X Y^T \rangle^2
- c \|X Y^T\|_F^2\right) \le r \left(\|X^T X - Y^T Y\|_F^2 + \frac2c \left(4 f(X, Y) + \frac2m \sum_i
b_i^2\right)\right)$, where the bracket on the left is $\ge 0$ if the $A_i$ are lower bounded with the constant $c$."""


every_trajectory = claim.not_checkable(
    paper,
    LABEL,
    part="every trajectory",
    where=WHERE,
    record=RECORD,
    statement=r"""Matrix sensing with lower bounded sensing matrices has bounded gradient trajectories.""",
    reading="true: in the inequality beside this the first norm on the right is constant and f does not increase, so "
    "that for all t, ||X(t)||^4 + ||Y(t)||^4 is at most the right-hand side at t = 0. That there is a trajectory is "
    "Proposition 3",
    reason="a statement about solutions of differential equations; the inequality is decided for all X, Y beside it",
    uses=(*USES, f"{NAME}/inequality", f"{NAME}/along-a-trajectory"),
)


def inequality(at, r, c):
    """The inequality for all X, Y, from three sums of squares."""
    X, Y, G, H = at.X, at.Y, at.X.T @ at.X, at.Y.T @ at.Y
    for Z, gram in ((X, G), (Y, H)):
        yield norm_squared(gram - norm_squared(Z) / r * identity(at.columns)) >= 0
        yield norm_squared(Z) ** 2 <= r * norm_squared(gram)
    yield norm_squared(G) + norm_squared(H) == norm_squared(at.imbalance) + 2 * norm_squared(at.product)
    yield at.excess() >= 0
    yield at.energy() <= 4 * at.f(X, Y) + 2 * at.targets()
    slack = at.energy() - c * norm_squared(at.product)
    yield norm_squared(X) ** 2 + norm_squared(Y) ** 2 + 2 * r / c * slack <= r * (
        norm_squared(at.imbalance) + 2 / c * (4 * at.f(X, Y) + 2 * at.targets())
    )


@claim(
    paper,
    LABEL,
    part="inequality",
    where=WHERE,
    record=RECORD,
    statement=BOUND,
    reading=EVERY_OPERATOR,
    uses=USES,
    scope="general",
)
@claim.general()
def every_operator(n1: Integer, n2: Integer, r: Integer, m: Integer, rest: Nonnegative, c: Positive):
    """For every operator."""
    yield from inequality(EveryOperator(n1, n2, r, m, rest), r, c)


@claim(
    paper,
    LABEL,
    part="inequality, matrix by matrix",
    where=WHERE,
    record=RECORD,
    statement=BOUND,
    reading=f"{EVERY_MATRIX}: 1, 2 and 3",
    uses=USES,
    scope="exhaustive",
)
@claim.sample(n1=1, n2=1, r=1, m=1, c="1/3")
@claim.parametric(m=1)
@claim.parametric(m=2)
@claim.parametric(m=3)
def few_matrices(n1: Integer, n2: Integer, r: Integer, m: Integer, c: Positive):
    """With the sums as they are printed."""
    yield from inequality(FewMatrices(n1, n2, r, m), r, c)


@claim(
    paper,
    LABEL,
    part="along a trajectory",
    where=WHERE,
    record=RECORD,
    statement=r"""The inequality with $X^T X - Y^T Y = C$ and $f \le c_1$ bounds $X(t)$ and $Y(t)$: $\|X(t)\|_F^4 +
\|Y(t)\|_F^4 \le r \left(\|C\|_F^2 + \frac2c \left(4 c_1 + \frac2m \sum_i b_i^2\right)\right)$.""",
    reading="letters for the squared norms x, y of X(t), Y(t), for ||C||^2, f(X(t), Y(t)) <= c_1, (1/m) sum b_i^2 "
    "and for what lower boundedness says is >= 0",
    uses=(*USES, f"{NAME}/inequality"),
    scope="general",
)
@claim.general()
def along_a_trajectory(r: Integer, c: Positive, c_1: Nonnegative):
    """Each norm by the bound, too."""
    x, y, C, f, targets, slack = (point(name) for name in ("x", "y", "C", "f", "targets", "slack"))
    assume(x >= 0, y >= 0, C >= 0, f >= 0, f <= c_1, targets >= 0, slack >= 0)
    assume(x**2 + y**2 + 2 * r / c * slack <= r * (C + 2 / c * (4 * f + 2 * targets)))
    bound = r * (C + 2 / c * (4 * c_1 + 2 * targets))

    yield x**2 + y**2 <= bound
    yield x**2 <= bound
    yield y**2 <= bound


@claim(
    paper,
    LABEL,
    part="sharp",
    where=WHERE,
    record=RECORD,
    statement=r"""For $m = n_1 = n_2 = r = 1$, $A_1 = 1$, $c = 1$ and $b_1 = \frac12 s^2$ both sides of the inequality
are $2 s^4$ at $X = Y = s$.""",
    reading="X^T X - Y^T Y and the bracket on the left are zero there; so the bound for all t is attained at t = 0",
    scope="parametric",
)
@claim.general()
def sharp(s: Positive):
    """2 s^4 on both sides."""
    b = s**2 / 2
    f = (s * s - b) ** 2 / 2

    yield s**4 + s**4 == 2 * (4 * f + 2 * b**2)
