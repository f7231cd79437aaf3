"""Proof of Proposition 6: the estimate of ||X Y^T||_F by f, whose factor must be 4 where 2 is printed."""

from exactcheck import Integer, Nonnegative, Real, assume, claim, letter, matrix, norm_squared, scalar

from . import paper
from .sensing import EVERY_MATRIX, EVERY_OPERATOR, EveryOperator, FewMatrices

RECORD, WHERE = "josz-li/prop-6-chain", "section 4.3, proof of Proposition 6, second display"
PRINTED = r"""$\frac1m \sum_i [2 (\langle A_i, X Y^T \rangle - b_i)^2 + 2 b_i^2] = 2 f(X, Y) + \frac2m \sum_i b_i^2$."""
PRINTED_BOUND = r"""$c \|X Y^T\|_F^2 \le 2 f(X, Y) + \frac2m \sum_i b_i^2$ for sensing matrices that are lower bounded
with the constant $c$."""
ESTIMATE = r"""$c \|X Y^T\|_F^2 \le \frac1m \sum_i \langle A_i, X Y^T \rangle^2 \le \frac1m \sum_i [2 (\langle A_i, X
Y^T \rangle - b_i)^2 + 2 b_i^2] = 4 f(X, Y) + \frac2m \sum_i b_i^2$."""
FIRST = "the first inequality is lower boundedness, as the rank of X Y^T is at most r"


@claim(
    paper,
    "Proposition 6, equation as printed",
    where=WHERE,
    record=RECORD,
    statement=PRINTED,
    reading="as printed; the factor of the sum of squares in (12) is 1/(2m)",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(n1=1, n2=1, r=1, m=1)
def equation_as_printed(n1: Integer, n2: Integer, r: Integer, m: Integer):
    """For all entries of the matrices of one size."""
    at = FewMatrices(n1, n2, r, m)

    yield 2 * at.residuals() + 2 * at.targets() == 2 * at.f(at.X, at.Y) + 2 * at.targets()


@claim(
    paper,
    "Proposition 6, equation",
    where=WHERE,
    record=RECORD,
    statement=ESTIMATE,
    reading=f"with 4 f for 2 f; {EVERY_OPERATOR}; {FIRST}",
    repairs="proposition-6-equation-as-printed",
    scope="general",
)
@claim.general()
def equation(n1: Integer, n2: Integer, r: Integer, m: Integer, rest: Nonnegative):
    """The inequality in the middle, by a square, and the equation."""
    yield from estimate(EveryOperator(n1, n2, r, m, rest))


def estimate(at):
    """(2 r_i^2 + 2 b_i^2) - <A_i, X Y^T>^2 is the square of <A_i, X Y^T> - 2 b_i."""
    yield at.excess() >= 0
    yield at.energy() <= 2 * at.residuals() + 2 * at.targets()
    yield 2 * at.residuals() + 2 * at.targets() == 4 * at.f(at.X, at.Y) + 2 * at.targets()


@claim(
    paper,
    "Proposition 6, equation",
    part="matrix by matrix",
    where=WHERE,
    record=RECORD,
    statement=ESTIMATE,
    reading=f"with 4 f for 2 f; {EVERY_MATRIX}: 1, 2 and 3; {FIRST}",
    scope="exhaustive",
)
@claim.sample(n1=2, n2=1, r=2, m=2)
@claim.parametric(m=1)
@claim.parametric(m=2)
@claim.parametric(m=3)
def equation_for_few_matrices(n1: Integer, n2: Integer, r: Integer, m: Integer):
    """The same with the sums as they are printed."""
    yield from estimate(FewMatrices(n1, n2, r, m))


class OneNumber:
    """m = 1 and n1 = n2 = r = 1: numbers A, b, X, Y; the best lower bound of the sensing matrix is c = A^2."""

    def __init__(self, A, b, X, Y):
        self.f, self.target = (A * X * Y - b) ** 2 / 2, b**2
        self.c, self.product = A**2, norm_squared(matrix([[X]]) @ matrix([[Y]]).T)


@claim(
    paper,
    "Proposition 6, bound as printed",
    where=WHERE,
    record=RECORD,
    statement=PRINTED_BOUND,
    reading="the two ends of the display up to f, as printed",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(A=1, b=1, X=2, Y=1)
def bound_as_printed(A: Real, b: Real, X: Real, Y: Real):
    """4 on the left, 3 on the right: already at the start of a trajectory, where c_1 may be f(X, Y)."""
    at = OneNumber(A, b, X, Y)

    yield at.c * at.product <= 2 * at.f + 2 * at.target


@claim(
    paper,
    "Proposition 6, bound",
    where=WHERE,
    record=RECORD,
    statement=r"""$c \|X Y^T\|_F^2 \le 4 f(X, Y) + \frac2m \sum_i b_i^2$ for sensing matrices that are lower bounded
with the constant $c$: for all $X$, $Y$, $4 f(X, Y) + \frac2m \sum_i b_i^2 - c \|X Y^T\|_F^2$ is at least
$\frac1m \sum_i \langle A_i, X Y^T \rangle^2 - c \|X Y^T\|_F^2$.""",
    reading=f"with 4 f for 2 f; {EVERY_OPERATOR}; the last number is >= 0 by lower boundedness",
    repairs="proposition-6-bound-as-printed",
    scope="general",
)
@claim.general()
def bound(n1: Integer, n2: Integer, r: Integer, m: Integer, rest: Nonnegative, c: Real):
    """The square, and the two ends."""
    at = EveryOperator(n1, n2, r, m, rest)
    c_product = c * norm_squared(at.product)

    yield at.excess() >= 0
    yield 4 * at.f(at.X, at.Y) + 2 * at.targets() - c_product >= at.energy() - c_product


@claim(
    paper,
    "Proposition 6, bound",
    part="sharp",
    where=WHERE,
    record=RECORD,
    statement=r"""The factor $4$ is the least one: for all $A_1, \dots, A_m$ and $b_i = \langle A_i, U V^T \rangle$ the
point $(2 U, V)$ has $\frac1m \sum_i \langle A_i, X Y^T \rangle^2 = 4 f(X, Y) + \frac2m \sum_i b_i^2$ and $f =
\frac1{2m} \sum_i b_i^2$, so that with $k f$ for $4 f$ the right-hand side is smaller by $(4 - k) f$.""",
    reading=f"{EVERY_OPERATOR}; M = U V^T and rest = 0 as in the paper, where the rank of M is at most r",
    scope="general",
)
@claim.general()
def sharp(n1: Integer, n2: Integer, r: Integer, m: Integer, k: Real):
    """All terms at (2 U, V)."""
    at = EveryOperator(n1, n2, r, m, scalar(0))
    U, V = at.arbitrary_direction("U", "V")
    truth = (U @ V.T).named("truth")
    f = at.function(lambda X, Y: norm_squared(at.A(X @ Y.T - truth)) / (2 * m)).named("f")
    energy, targets = norm_squared(at.A(2 * U @ V.T)) / m, norm_squared(at.A(truth)) / m
    depth = f(2 * U, V)

    yield energy == 4 * depth + 2 * targets
    yield 2 * depth == targets
    yield energy - (k * depth + 2 * targets) == (4 - k) * depth


@claim(
    paper,
    "Proposition 6, bound",
    part="where the printed bound fails",
    where=WHERE,
    record=RECORD,
    statement=r"""For $m = n_1 = n_2 = r = 1$ and $c = A^2$ the printed bound holds exactly where $2 a b \le 3 b^2$ with
$a = A X Y$. With $\frac1m$ for $\frac{1}{2m}$ in (12) it holds everywhere.""",
    reading="for all numbers A, b, X, Y",
    scope="parametric",
)
@claim.sample(A=1, b=1, X=2, Y=1)
@claim.general()
def where_it_fails(A: Real, b: Real, X: Real, Y: Real):
    """The difference of the two ends, and the bound with 2 f in place of f."""
    at, a = OneNumber(A, b, X, Y), A * X * Y

    yield 2 * at.f + 2 * at.target - at.c * at.product == 3 * b**2 - 2 * a * b
    yield (a - 2 * b) ** 2 >= 0
    yield at.c * at.product <= 2 * (a - b) ** 2 + 2 * at.target


@claim(
    paper,
    "Proposition 6, bound",
    part="every step at once",
    where=WHERE,
    record=RECORD,
    statement=r"""$c \|X Y^T\|_F^2 \le 4 c_1 + \frac2m \sum_i b_i^2 =: c_2$ and $\|X Y^T\|_F^2 \le c_3 := c_2 / c$ where
$f(X, Y) \le c_1$.""",
    reading="with 4 c_1 for 2 c_1; letters for ||X Y^T||^2, the sums over i, f and the constants, with what the other "
    "claims say of them",
    uses=("josz-li-2023/proposition-6-equation",),
    scope="parametric",
)
@claim.general()
def every_step(c: Real, c_1: Real):
    """From f <= c_1 on."""
    product, energy, f, targets = (letter(name, "point") for name in ("product", "energy", "f", "targets"))
    assume(c > 0, product >= 0, targets >= 0, c * product <= energy, energy <= 4 * f + 2 * targets, f <= c_1)
    c_2 = 4 * c_1 + 2 * targets

    yield c * product <= c_2
    yield product <= c_2 / c
