"""Proposition 6: gradient trajectories of matrix sensing with lower bounded sensing matrices are bounded."""

from exactcheck import Integer, Nonnegative, Positive, assume, claim, identity, norm_squared, point

from . import paper
from .sensing import EVERY_MATRIX, EVERY_OPERATOR, EveryOperator, FewMatrices

LABEL, RECORD, WHERE = "Proposition 6", "josz-li/prop-6", "section 4.3, Proposition 6"
USES = tuple(f"josz-li-2023/proposition-6-{name}" for name in ("flow", "equation", "norms", "last-display"))
BOUND = r"""Matrix sensing with lower bounded sensing matrices has bounded gradient trajectories: $\|X(t)\|_F^4 +
\|Y(t)\|_F^4 \le r \left(\|X(0)^T X(0) - Y(0)^T Y(0)\|_F^2 + \frac2c \left(4 f(X(0), Y(0)) + \frac2m \sum_i b_i^2
\right)\right)$ for all $t \ge 0$, if $\frac1m \sum_i \langle A_i, Z \rangle^2 \ge c \|Z\|_F^2$ for all $Z$ of rank at
most $r$. (For all $X$, $Y$: $\|X\|_F^4 + \|Y\|_F^4 + \frac{2 r}{c} \left(\frac1m \sum_i \langle A_i, X Y^T \rangle^2 -
c \|X Y^T\|_F^2\right) \le r \left(\|X^T X - Y^T Y\|_F^2 + \frac2c \left(4 f(X, Y) + \frac2m \sum_i
b_i^2\right)\right)$, where the bracket on the left is $\ge 0$, the first norm on the right is constant and $f$ does
not increase.)"""
EXISTENCE = "that there is a trajectory is Proposition 3 of the paper"


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
    where=WHERE,
    record=RECORD,
    statement=BOUND,
    reading=f"{EVERY_OPERATOR}; {EXISTENCE}",
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
    part="matrix by matrix",
    where=WHERE,
    record=RECORD,
    statement=BOUND,
    reading=f"{EVERY_MATRIX}: 1, 2 and 3; {EXISTENCE}",
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
    statement=r"""The bound at time $t$ from the inequality: $\|X(t)\|_F^4 + \|Y(t)\|_F^4 \le r \left(\|C\|_F^2 +
\frac2c \left(4 c_1 + \frac2m \sum_i b_i^2\right)\right)$.""",
    reading="letters for the squared norms x, y of X(t), Y(t), for ||C||^2, f(X(t), Y(t)) <= c_1, (1/m) sum b_i^2 "
    "and for what lower boundedness says is >= 0",
    uses=(*USES, "josz-li-2023/proposition-6"),
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
    statement=r"""Both sides of the inequality for all $X$, $Y$ are equal, with $c = 1$, for the sensing matrices with
$\frac1m \sum_i \langle A_i, Z \rangle^2 = \|Z\|_F^2$ and $b_i = \frac12 \langle A_i, X Y^T \rangle$, at $X = Y = s$,
$n_1 = n_2 = r = 1$: the bound is attained at $t = 0$.""",
    reading="at numbers A = 1, b = s^2 / 2, m = 1",
    scope="parametric",
)
@claim.general()
def sharp(s: Positive):
    """2 s^4 on both sides."""
    f, b = (s**2 - s**2 / 2) ** 2 / 2, s**2 / 2

    yield s**4 + s**4 == 2 * (4 * f + 2 * b**2)
