"""Proposition 7: subgradient trajectories of ||X Y^T - M||_1 are bounded."""

from exactcheck import Integer, Positive, assume, claim, matrix, norm_squared, point

from . import paper

LABEL, RECORD, WHERE = "Proposition 7", "josz-li/prop-7", "section 4.4, Proposition 7"
USES = ("josz-li-2023/equation-14", "josz-li-2023/equation-15", "josz-li-2023/proposition-7-norms")


every_trajectory = claim.not_checkable(
    paper,
    LABEL,
    part="every trajectory",
    where=WHERE,
    record=RECORD,
    statement=r"""Nonsmooth matrix factorization has bounded subgradient trajectories, for every $M$, with $\|X(t)\|_2^4
+ \|Y(t)\|_2^4 \le \|X_0^T X_0 - Y_0^T Y_0\|_F^2 + 2 mn (\|X_0 Y_0^T - M\|_1 + \|M\|_1)^2$ for all $t \ge 0$.""",
    reading="true, and with 2 for 2 m n, too: X^T X - Y^T Y is constant, f does not increase, and the norms are in the "
    "relation that is decided beside this. That there is a trajectory is Proposition 3",
    reason="a statement about solutions of differential inclusions; its inequalities are decided beside it for every "
    "size",
    uses=(*USES, "josz-li-2023/proposition-7/bound-at-a-time"),
)


@claim(
    paper,
    LABEL,
    part="bound at a time",
    where=WHERE,
    record=RECORD,
    statement=r"""If $\|X^T X - Y^T Y\|_F^2 + 2 (f + \|M\|_1)^2 \ge \|X\|_2^4 + \|Y\|_2^4$ and $f \le f_0$, then
$\|X\|_2^4 + \|Y\|_2^4 \le \|X^T X - Y^T Y\|_F^2 + 2 mn (f_0 + \|M\|_1)^2$; also with $2$ for $2 mn$.""",
    reading="numbers in the place of the norms. The hypothesis is the chain of norms, and f <= f_0 = f(X_0, Y_0) "
    "along a trajectory, where X^T X - Y^T Y is constant",
    uses=USES,
    scope="general",
)
@claim.general()
def bounded(m: Integer, n: Integer):
    """With 2, as printed, and each norm."""
    X, Y, square, loss, start, truth = (point(name) for name in ("X", "Y", "square", "loss", "start", "truth"))
    assume(X >= 0, Y >= 0, square >= 0, loss >= 0, loss <= start, truth >= 0)
    assume(square + 2 * (loss + truth) ** 2 >= X**2 + Y**2)
    bound = square + 2 * (start + truth) ** 2

    yield (loss + truth) ** 2 <= (start + truth) ** 2
    yield bound >= X**2 + Y**2
    yield (start + truth) ** 2 <= m * n * (start + truth) ** 2
    yield square + 2 * m * n * (start + truth) ** 2 >= X**2 + Y**2
    yield bound >= X**2
    yield bound >= Y**2


@claim(
    paper,
    LABEL,
    part="sharp",
    where=WHERE,
    record=RECORD,
    statement=r"""With $2$ for $2 mn$ the bound is an equation at $t = 0$, for $M = 0$, $m = n = r = 1$ from every
starting point.""",
    reading="x^4 + y^4 = (x^2 - y^2)^2 + 2 |x y|^2; x, y > 0 by symmetry, and with x y = 0 both sides are x^4 + y^4",
    scope="parametric",
)
@claim.sample(x=2, y=1)
@claim.general()
def sharp(x: Positive, y: Positive):
    """By the definitions of the norms."""
    X, Y = matrix([[x]]), matrix([[y]])
    loss = x * y

    yield loss**2 == norm_squared(X @ Y.T)
    yield x**4 + y**4 == norm_squared(X.T @ X - Y.T @ Y) + 2 * loss**2
