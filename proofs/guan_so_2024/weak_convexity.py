"""Sections 3 and 4 take f to be weakly convex: it is, with the modulus n, and often with none smaller."""

from itertools import product

from exactcheck import (
    Integer,
    Partition,
    Positive,
    assume,
    claim,
    function,
    identity,
    inner,
    matrix,
    norm_squared,
    sqrt,
)
from exactcheck.landscape import inertia, l1_rank_one_loss, positive_semidefinite, second_subderivative

from . import paper
from .columns import arbitrary_column, column_of_ones, total
from .equation_1 import SIGN_CHANGES
from .letters import positive_letters, signs
from .moduli import BOUNDED, bounded, column_and_moduli
from .planted import planted_with_signs
from .residual import residual

RECORD = "guan-so/inl-weakly-convex"
WHERE = "section 3, and section 4.1"
MAXIMUM = "f is the largest of the functions 1/2 <P, u u^T - u* u*^T> over symmetric P with entries 1 and -1"


@claim(
    paper,
    "Section 3, weak convexity",
    where=WHERE,
    record=RECORD,
    statement=r"""$f + \frac n2 \|\cdot\|^2$ is convex. (It is a maximum of quadratic functions with the Hessians $P
+ n I$, and $\langle P w, w \rangle \ge -\|w\|_1^2 \ge -n \|w\|^2$. Such a maximum is also locally Lipschitz and
directionally differentiable.)""",
    reading=f"for all sizes, with the modulus n, which the paper does not name; {MAXIMUM}; P and w stand for Z and a "
    f"vector w1 - w2 with the moduli w1 + w2: {BOUNDED}",
    uses=("guan-so-2024/theorem-3-8-proof/maximum",),
    scope="general",
)
@claim.sample(n=2)
@claim.general()
def modulus(n: Integer):
    """The two inequalities; the second one as an identity for the vector of moduli."""
    rows = Partition(rows=n).dimension
    (P, B), (w, moduli) = bounded(rows, rows), column_and_moduli("w", rows)
    moduli = moduli.named("moduli")
    mean = total(moduli) / n * column_of_ones(rows)

    yield inner(P, w @ w.T) >= -inner(B, moduli @ moduli.T)
    yield total(moduli @ moduli.T) == total(moduli) ** 2
    yield n * norm_squared(moduli) - total(moduli) ** 2 == n * norm_squared(moduli - mean)


@claim(
    paper,
    "Section 3, weak convexity",
    part="all sign matrices",
    where=WHERE,
    record=RECORD,
    statement=r"""For $n \le 4$ all matrices $P + n I$ with symmetric $P$ with entries $1$ and $-1$ are positive
semidefinite.""",
    reading=f"one by one, for n = 1, 2, 3, 4; {MAXIMUM}",
    uses=("guan-so-2024/theorem-3-8-proof/maximum",),
    scope="exhaustive",
)
@claim.sample(n=1)
@claim.sample(n=2)
@claim.sample(n=3)
@claim.sample(n=4)
def all_sign_matrices(n: Integer):
    """The definiteness of each."""
    assume(n <= 4)
    places = [(i, j) for i in range(n) for j in range(i, n)]
    for chosen in signs(len(places)):
        sign = dict(zip(places, chosen, strict=True))
        yield positive_semidefinite(
            matrix([[sign[min(i, j), max(i, j)] + n * int(i == j) for j in range(n)] for i in range(n)])
        )


@claim(
    paper,
    "Section 3, weak convexity",
    part="no smaller modulus without zero coordinates",
    where=WHERE,
    record=RECORD,
    statement=r"""If $u^*$ has no zero coordinate, then $f + \frac{\rho}{2} \|\cdot\|^2$ is not convex for any $\rho
< n$: with the signs $s$ of $u^*$ it is $\frac12 \|u^*\|_1^2 - \frac12 (s^T u)^2 + \frac{\rho}{2} \|u\|^2$ where all
$|u_i| \le |u^*_i|$, and its second derivative along $s$ is $n (\rho - n)$.""",
    reading="for all sizes and rho > 0, and so for smaller numbers too; u* > 0, as changes of signs of coordinates "
    "allow (equation 1); f is 1/2 <Z, u u^T - u* u*^T> with the matrix Z of entries -1 there",
    uses=(SIGN_CHANGES,),
    scope="general",
)
@claim.sample(n=2, rho="3/2")
@claim.general()
def no_smaller_modulus(n: Integer, rho: Positive):
    """The function, its derivative at the origin, and the sign."""
    assume(rho < n)
    rows = Partition(rows=n).dimension
    us, u, s = arbitrary_column("us", rows, "all"), arbitrary_column("u", rows), column_of_ones(rows)
    Z = -s @ s.T
    g = function(lambda u: (inner(Z, residual(u, us)) + rho * norm_squared(u)) / 2, u=u.shape)

    yield g(u) == (total(us) ** 2 - total(u) ** 2 + rho * norm_squared(u)) / 2
    yield g.derivative([0 * u], [s], [s]) == n * (rho - n)
    yield n * (rho - n) < 0


@claim(
    paper,
    "Section 3, weak convexity",
    part="curvature at small sizes",
    where=WHERE,
    record=RECORD,
    statement=r"""For $n \le 3$ and $u^*$ without zero coordinates: $d^2 f(0; 0)(s) = -n^2 = -n \|s\|^2$ for the
vector $s$ of the signs of $u^*$.""",
    reading="from the definition of the second subderivative, for n = 1, 2, 3 and all signs of u*",
    scope="parametric",
)
@claim.sample(n=2, first=1)
@claim.parametric(n=1)
@claim.parametric(n=2)
@claim.parametric(n=3)
def curvature_at_small_sizes(n: Integer, first: Positive):
    """For all signs of u*."""
    a = (first, *positive_letters("a", n - 1))
    for sigma in signs(n):
        f = l1_rank_one_loss(planted_with_signs(sigma, a))
        yield second_subderivative(f, (0,) * n, along=sigma) == -(n**2)


@claim(
    paper,
    "Section 3, weak convexity",
    part="a smaller modulus with a zero coordinate",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* = (a, 0)$, $a > 0$, the best modulus is $\sqrt 2 < 2$: $f = \frac12 |u_1^2 - a^2| + |u_1
u_2| + \frac12 u_2^2$ is a maximum of quadratic functions with the Hessians $[\pm 1, \pm 1; \pm 1, 1]$, whose least
eigenvalue is at least $-\sqrt 2$, and on the open set $|u_1| < a$, $u_1 u_2 > 0$ its Hessian is $[-1, 1; 1, 1]$,
with the eigenvalue $-\sqrt 2$.""",
    reading="for n = 2, by the four matrices; which of them is the Hessian where can be read off",
    scope="exhaustive",
)
@claim.sample()
def with_a_zero_coordinate():
    """The four matrices, and the inertia of one."""
    root = sqrt(2)
    for first, mixed in product((1, -1), repeat=2):
        yield positive_semidefinite(matrix([[first, mixed], [mixed, 1]]) + root * identity(2))
    yield inertia(matrix([[-1, 1], [1, 1]]) + root * identity(2), positive=1, negative=0, zero=1)
