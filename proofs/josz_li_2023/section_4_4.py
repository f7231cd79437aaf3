"""Section 4.4: the first four parts of Assumption 1 for f(X, Y) = ||X Y^T - M||_1."""

from exactcheck import (
    Integer,
    Positive,
    assume,
    claim,
    function,
    inner,
    lesser,
    norm_squared,
    point,
    scalar,
)
from exactcheck.landscape import not_stationary, stationary, sum_of_absolute_values

from . import paper
from .factorization import Factorization
from .vectors import arbitrary_vector, rows_of

WHERE = "section 4.4, after equation (13)"
RECORD = "josz-li/sec-4.4-assumptions"


@claim(
    paper,
    "Section 4.4, assumptions (a) and (b)",
    where=WHERE,
    record=RECORD,
    statement=r"""$f(X, Y) = \|X Y^T - M\|_1$ is nonnegative, $|f(X, Y) - f(X', Y')| \le \|X Y^T - X' Y'^T\|_1$ by the
triangle inequality, and $X Y^T - X' Y'^T = X (Y - Y')^T + (X - X') Y'^T$.""",
    reading="(a) and (b), for all sizes; the triangle inequality entry by entry, |a| = a - 2 min(a, 0). So f is "
    "locally Lipschitz, as norms of products are at most a constant times products of norms",
    scope="general",
)
@claim.sample(m=2, n=1, r=2)
@claim.general()
def nonnegative_and_lipschitz(m: Integer, n: Integer, r: Integer):
    """The identity, then an entry a, and ||a| - |b|| <= |a - b|."""
    at = Factorization(m, n, r)
    X, Y, (V, W) = at.X, at.Y, at.arbitrary_direction("V", "W")
    yield X @ Y.T - V @ W.T == X @ (Y - W).T + (X - V) @ W.T

    a, b, size, other, distance = (point(name) for name in ("a", "b", "abs_a", "abs_b", "distance"))
    yield a - 2 * lesser(a, 0, "least_a") >= 0
    assume(a <= size, -a <= size, b <= other, -b <= other, a - b <= distance, b - a <= distance)
    for sign in (1, -1):
        yield sign * a <= other + distance
        yield sign * b <= size + distance


@claim(
    paper,
    "Section 4.4, assumption (c)",
    where=WHERE,
    record=RECORD,
    statement=r"""$f + \frac n2 \|X\|_F^2 + \frac m2 \|Y\|_F^2$ is the sum over $i, j$ of $\max_{|z| \le 1} z (x_i^T y_j
- M_{ij}) + \frac12 \|x_i\|^2 + \frac12 \|y_j\|^2$, whose members have the Hessian form $\|d\|^2 + 2 z d^T e + \|e\|^2 =
\|d + z e\|^2 + (1 - z^2) \|e\|^2 \ge 0$.""",
    reading="(c), for all sizes; so this sum is convex. That convex functions admit a chain rule, and their sums with "
    "smooth ones, is known; no theorem on semialgebraic functions is needed for it",
    scope="general",
)
@claim.sample(r=2)
@claim.general()
def chain_rule(r: Integer):
    """The second derivative of a member, and its sign."""
    rank = rows_of("rank", r)
    x, y, d, e = (arbitrary_vector(name, rank) for name in "xyde")
    z, entry, half = point("z"), point("M_ij"), scalar("1/2")
    assume(z >= -1, z <= 1)
    member = function(
        lambda x, y: z * (inner(x, y) - entry) + half * norm_squared(x) + half * norm_squared(y), x=x.shape, y=y.shape
    )
    form = member.derivative([x, y], [d, e], [d, e])
    yield form == norm_squared(d) + 2 * z * inner(d, e) + norm_squared(e)
    yield form == norm_squared(d + z * e) + (1 - z**2) * norm_squared(e)
    yield 1 - z**2 >= 0


@claim(
    paper,
    "Section 4.4, assumption (d)",
    where=WHERE,
    record=RECORD,
    statement=r"""At a critical point, $\Lambda Y = 0$ and $\Lambda^T X = 0$ for some $\Lambda \in \mathrm{sign}(X Y^T
- M)$, and the critical value is $-\langle \Lambda, M \rangle$. ($f = \langle \Lambda, X Y^T - M \rangle = \langle
\Lambda Y, X \rangle - \langle \Lambda, M \rangle$.)""",
    reading="(d), for all sizes; that a semialgebraic function has finitely many critical values is the known "
    "theorem quoted there [38]",
    scope="general",
)
@claim.sample(m=2, n=1, r=2)
@claim.general()
def critical_values(m: Integer, n: Integer, r: Integer):
    """The value by L."""
    at = Factorization(m, n, r)
    yield at.weighted(at.L)(at.X, at.Y) == inner(at.L @ at.Y, at.X) - inner(at.L, at.M)


@claim(
    paper,
    "Section 4.4, assumption (d)",
    part="one by one",
    where=WHERE,
    record=RECORD,
    statement=r"""For $m = n = r = 1$ and $M = c > 0$ the critical points of $|x y - c|$ are the origin, of the value
$c$, and those with $x y = c$, of the value $0$: there are two critical values.""",
    reading="(d) in the smallest case, from the definition; x y is c, above or below it, at points with x > 0 or x "
    "< 0, or with x = 0 and y of either sign",
    scope="parametric",
)
@claim.sample(c=2)
@claim.general()
def two_critical_values(c: Positive):
    """The critical points; then a direction of descent at every other one: y towards c / x, or x where it is zero."""
    f = sum_of_absolute_values(0, [function(lambda x, y: x * y - c, x=None, y=None)])
    x, off = point("x"), point("off")
    assume(x > 0, off > 0)
    yield stationary(f, (0, 0), multipliers=[-1])
    for sign in (1, -1):
        yield stationary(f, (sign * x, sign * c / x), multipliers=[0])
        for side in (1, -1):
            yield not_stationary(f, (sign * x, sign * (c + side * off) / x), descent=(0, -sign * side))
        yield not_stationary(f, (0, sign * x), descent=(sign, 0))
