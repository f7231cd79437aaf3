"""Theorem 2, symmetric part: a spurious strict local minimum, however small the RIP constant."""

from exactcheck import Integer, Partition, Positive, arbitrary_matrix, assume, claim, norm_squared
from exactcheck.landscape import rip_constant, strict_local_minimum, value

from . import paper
from .instances import Construction, construction
from .parameters import choose

STATEMENT = r"""For all $r \ge r^* \ge 1$, $n \ge r + r^*$ and $\alpha, \epsilon > 0$, with $\delta = \alpha^2
\sqrt{r/r^* + 2 \epsilon^2 r}$, the operator $A(X) = X + \frac{1}{r^*} \mathrm{tr}(Q_1^T X Q_1) \, [Q_1\ Q_2]
\begin{bmatrix} (-1 + \sqrt{1 - \delta^2}) I & -\epsilon \alpha^2 1 1^T \\ -\epsilon \alpha^2 1 1^T & \alpha^2 I
\end{bmatrix} [Q_1\ Q_2]^T$ satisfies (RIP) at rank $r + r^*$ with constant $\delta$, and $f(U) = \frac12 \|A(U U^T -
Q_1 Q_1^T)\|^2$ over $U \ge 0$ has a spurious strict local minimum at $U_0 = \alpha Q_2$."""
REAL = "with delta <= 1, which the real square root of 1 - delta^2 in the operator requires"


def theorem(problem: Construction):
    """The three things that the theorem says of the operator and the point."""
    f = problem.loss(problem.operator)
    yield rip_constant(problem.operator, rank=problem.r + problem.r_star) <= problem.delta
    yield strict_local_minimum(f, at=problem.spurious_point, lower_bounds=0)
    yield value(f, at=problem.spurious_point) > 0


@claim(
    paper,
    "Theorem 2 as printed",
    where="section 1.2",
    record=("zhang/thm-2a", "zhang/thm-2-delta"),
    statement=STATEMENT,
    reading="as printed, for any alpha, epsilon > 0: the operator must be a real one, so that 1 - delta^2 >= 0",
    verdict="refuted",
    finding="missing hypothesis",
)
@claim.general()
def as_printed(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The operator exists for all alpha and epsilon."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)

    yield 1 - problem.delta**2 >= 0


@claim(
    paper,
    "Theorem 2",
    part="symmetric",
    where="section 1.2",
    record="zhang/thm-2a",
    statement=STATEMENT,
    reading=REAL,
    repairs="theorem-2-as-printed",
    uses=("zhang-2025/lemma-3", "zhang-2025/lemma-4", "zhang-2025/lemma-5"),
    scope="general",
)
@claim.choose(choose)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7")
@claim.sample(n=4, r=2, r_star=2, alpha="3/5", epsilon="2/3")
@claim.sample(n=3, r=2, r_star=1, alpha="2/3", epsilon="7/8")
@claim.sample(n=5, r=2, r_star=2, alpha="1/3", epsilon="1/7")
@claim.sample(n=6, r=3, r_star=3, alpha="2/5", epsilon=2)
@claim.parametric(n=3, r=1, r_star=1)
@claim.parametric(n=5, r=2, r_star=2)
@claim.general()
def spurious_strict_local_minimum(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The theorem where its operator is real."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)

    yield from theorem(problem)


@claim(
    paper,
    "Theorem 2, spurious",
    where="section 1.2",
    record="zhang/thm-2-spurious",
    statement=r"""The point $U_0$ is spurious: $f(U_0) > f(U_*) = 0$, where $U_*$ is $Q_1$ with columns of zeros added,
or $Q_1 V^T$ for any $V$ with orthonormal columns. In fact $f(U_0) = (r^* - \alpha^4 r) / 2$.""",
    reading=REAL,
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="1/2", epsilon="1/2")
@claim.sample(n=5, r=4, r_star=1, alpha="2/9", epsilon="56/17")
@claim.parametric(n=4, r=3, r_star=1)
@claim.general()
def spurious(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The value at U0, compared with the global minimum."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    f, point = problem.loss(problem.operator), problem.spurious_point
    solution = (problem.Q1 @ embedding(r, r_star, problem).T).named("U_star")

    yield value(f, at=solution) == 0
    yield value(f, at=point) == (r_star - alpha**4 * r) / 2
    yield value(f, at=point) > value(f, at=solution)


def embedding(r, r_star, problem: Construction):
    """V (r x r*) with orthonormal columns: the first r* columns of I_r, of letter size an arbitrary one."""
    if isinstance(r, int):
        return Partition(first=r_star, others=r - r_star).columns("first").named("V")
    return arbitrary_matrix("V", problem.Q2.cols, problem.Q1.cols, family="V")


@claim(
    paper,
    "Theorem 2, RIP constant",
    where="section 1.2",
    record="zhang/thm-2-rip-sharp",
    statement=r"""The RIP constant of the operator at rank $r + r^*$ is exactly $\delta$, and both bounds are attained,
at $X_\pm = \|c\|^2 b \pm \delta c$: $\|A(X_\pm)\|^2 = (1 \pm \delta) \|X_\pm\|^2$.""",
    reading=REAL,
    constant="delta",
    scope="general",
)
@claim.sample(n=2, r=1, r_star=1, alpha="7/15", epsilon="4/7")
@claim.sample(n=5, r=2, r_star=2, alpha="4/13", epsilon="6/5")
@claim.sample(n=3, r=2, r_star=1, alpha="2/3", epsilon="7/8")
@claim.parametric(n=4, r=2, r_star=1)
@claim.general()
def rip_constant_is_delta(n: Integer, r: Integer, r_star: Integer, alpha: Positive, epsilon: Positive):
    """The constant is sharp from above and from below."""
    assume(r >= r_star, n >= r + r_star)
    problem = construction(n, r, r_star, alpha, epsilon)
    assume(problem.delta**2 <= 1)
    A, delta = problem.operator, problem.delta
    upper = (alpha**4 / r_star * problem.b + delta * problem.c).named("X_plus")
    lower = (alpha**4 / r_star * problem.b - delta * problem.c).named("X_minus")

    yield rip_constant(A, rank=r + r_star) == delta
    yield norm_squared(A(upper)) == (1 + delta) * norm_squared(upper)
    yield norm_squared(A(lower)) == (1 - delta) * norm_squared(lower)
    yield norm_squared(upper) > 0
    yield norm_squared(lower) > 0
