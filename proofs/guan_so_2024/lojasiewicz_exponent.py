"""The Kurdyka-Lojasiewicz exponent of f at its stationary points, which the paper mentions and does not determine."""

from itertools import combinations_with_replacement

from exactcheck import Integer, Natural, Partition, Positive, assume, claim, inner, point, scalar
from exactcheck.landscape import directional_derivative, l1_rank_one_loss, stationary

from . import paper
from .columns import arbitrary_column, column_of_ones, total
from .equation_1 import SIGN_CHANGES, SYMMETRIES
from .letters import positive_letters
from .moduli import BOUNDED, bounded, column_and_moduli
from .residual import arbitrary_symmetric, residual
from .subdifferential import SUBDIFFERENTIAL
from .tilt import tilted

RECORD = "guan-so/kl-exponent"
WHERE = "section 3.1, after Theorem 3.1"
EXPONENT = """the exponent at x is the least theta in [0, 1) for which ||g|| >= C (f(u) - f(x))^theta for some C > 0,
all u near x with f(u) > f(x) and all subgradients g at u, which are Z u with symmetric matrices Z of signs"""
BOX = """f(u) = f(x) - (s^T u)^2 / 2 <= f(x) where |u_i| <= |u*_i| for all i, with the signs s of u* (second
subderivative in every direction)"""
BOX_CLAIM = "guan-so-2024/second-subderivative-in-every-direction/in-the-critical-cone"

usefulness = claim.not_checkable(
    paper,
    "Section 3.1, KL exponent",
    part="usefulness",
    where=WHERE,
    record=RECORD,
    statement=r"""Theorem 3.1 can facilitate finding the Kurdyka-Lojasiewicz exponent of $f$ at each stationary
point, which standard calculus rules do not give.""",
    reason="what facilitates an analysis, and what existing rules cannot do, is no statement about f; the other parts "
    "of this claim find the exponents",
)


@claim(
    paper,
    "Section 3.1, KL exponent",
    part="planted vectors",
    where=WHERE,
    record=RECORD,
    statement=r"""For $u^* \ne 0$ the exponent at $u^*$ and $-u^*$ is $0$: $\|g\|_\infty \ge c - \|h\|_1$ for every
subgradient $g$ of $f$ at $u = u^* + h$, $h \ne 0$, with the best constant $c > 0$ of Proposition 3.4. (For $g = Z
u$: $f(u) = \frac12 \langle Z, u u^T - u^* u^{*T} \rangle = \langle g, h \rangle - \frac12 \langle Z h, h \rangle$,
where $|\langle Z h, h \rangle| \le \|h\|_1^2$ and $f(u) \ge c \|h\|_1 - \frac12 \|h\|_1^2$ by (3).)""",
    reading=f"for all sizes; {EXPONENT}; at -u* by f(-u) = f(u); {BOUNDED}, and h = h1 - h2, |h| = h1 + h2 with "
    "nonnegative vectors; |<g, h>| <= ||g||_infinity ||h||_1",
    uses=("guan-so-2024/equation-3", SIGN_CHANGES, SUBDIFFERENTIAL),
    scope="general",
)
@claim.sample(n=2)
@claim.general()
def planted_vectors(n: Integer):
    """The identity and the bound; then letters for ||g||, c, f(u), <g, h>, -<Z h, h> and ||h||_1."""
    rows = Partition(rows=n).dimension
    us, h, Z = arbitrary_column("us", rows), arbitrary_column("h", rows), arbitrary_symmetric("root", rows).named("Z")
    u, (any_Z, B), (any_h, moduli) = us + h, bounded(rows, rows), column_and_moduli("h", rows)
    form, bound = inner(any_Z, any_h @ any_h.T), inner(B, moduli @ moduli.T)
    norm, c, value, along, bend, length = (point(name) for name in ("g", "c", "f", "along", "bend", "length"))
    assume(length > 0, along <= norm * length, bend <= length**2, value >= c * length - length**2 / 2)
    assume(2 * value <= 2 * along + bend)

    yield inner(Z, residual(u, us)) == 2 * inner(Z @ u, h) - inner(Z @ h, h)
    yield form <= bound
    yield form >= -bound
    yield norm * length >= (c - length) * length
    yield norm >= c - length


@claim(
    paper,
    "Section 3.1, KL exponent",
    part="spurious stationary points",
    where=WHERE,
    record=RECORD,
    statement=r"""The exponent at a spurious stationary point $x \ne 0$ is $0$. (If $f(u) > f(x)$ for $u$ near $x$,
then $|u_i| > |u^*_i|$ for some $i$, and every subgradient $g$ at $u$ has $|g_i| \ge 2 |u^*_i| - |s^T u|$ for $u^*_i
\ne 0$, where $s^T x = 0$ and $|s^T u| \le \|u - x\|_1$, and $|g_i| = \|u\|_1$ for $u^*_i = 0$; near $x$ both are
bounded away from $0$.)""",
    reading=f"for all sizes; {EXPONENT}; {BOX}; u_i > u*_i > 0, as changes of signs allow, and the other coordinates "
    "are sorted: those of the support where u has the sign of u* or is zero (b, the entries of Z at least -1), those "
    "where it has the opposite one (k, where u_i u_j - u*_i u*_j has the sign of u_j), and v = |u_j| where u*_j = 0",
    uses=("guan-so-2024/theorem-3-1", BOX_CLAIM, *SYMMETRIES, SUBDIFFERENTIAL),
    scope="general",
)
@claim.sample(same=1, opposite=1, outside=1)
@claim.sample(same=2, opposite=0, outside=1)
@claim.general()
def spurious_points(same: Natural, opposite: Natural, outside: Natural):
    """The i-th coordinate of Z u, and s^T u; then that of a coordinate outside of the support."""
    blocks = [Partition(**{name: size}).dimension for name, size in zip("bkv", (same, opposite, outside), strict=True)]
    b, k, v = (arbitrary_column(name, block, "all") for name, block in zip("bkv", blocks, strict=True))
    above = arbitrary_column("r", blocks[0], "all")
    planted, excess, y, z = (point(name) for name in ("us_i", "excess", "y", "z"))
    assume(planted > 0, excess > 0, y > 0, z > 0)
    u = planted + excess
    g = u + inner(above - column_of_ones(blocks[0]), b) + total(k) + total(v)
    along = u + total(b) - total(k)

    yield u * y - planted * -z > 0
    yield g >= 2 * planted - along
    yield inner(column_of_ones(blocks[0]), b) + inner(-column_of_ones(blocks[1]), -k) == total(b) + total(k)


@claim(
    paper,
    "Section 3.1, KL exponent",
    part="origin",
    where=WHERE,
    record=RECORD,
    statement=r"""The exponent at $0$ is $0$ if $u^*$ has no zero coordinate, as $f \le f(0)$ near $0$, and at most
$\frac12$ otherwise: if $f(u) > f(0)$ for $u$ near $0$, then $u_k \ne 0$ for some $k$ with $u^*_k = 0$, every
subgradient $g$ at $u$ has $|g_k| = \|u\|_1$, and $f(u) - f(0) \le \frac12 \|u\|_1^2$.""",
    reading=f"for all sizes; {EXPONENT}; f(u) = f(0) - (s^T u)^2 / 2 <= f(0) with the signs s of u* where |u_i| <= "
    "|u*_i| for all i: there u*_i u*_j - u_i u_j >= 0, for u* >= 0 as changes of signs allow; the last bound is that "
    f"of |<Z, u u^T>| for |Z_ij| <= 1: {BOUNDED}, u = u1 - u2 and |u| = u1 + u2",
    uses=(SIGN_CHANGES, SUBDIFFERENTIAL, "guan-so-2024/theorem-3-1-reduction/outside-of-the-support"),
    scope="general",
)
@claim.sample(n=2)
@claim.general()
def origin(n: Integer):
    """f on the box, for u* > 0; then the bound, and its value for the matrix of ones."""
    rows = Partition(rows=n).dimension
    (Z, B), (u, moduli) = bounded(rows, rows), column_and_moduli("u", rows)
    us, s = arbitrary_column("us", rows, "all"), column_of_ones(rows)
    a, b, x, y = (point(name) for name in "abxy")
    assume(x <= a, -x <= a, y <= b, -y <= b, a >= 0, b >= 0)

    yield inner(-s @ s.T, residual(u, us)) == total(us) ** 2 - total(u) ** 2
    yield a * b - x * y >= 0
    yield inner(Z, u @ u.T) <= inner(B, moduli @ moduli.T)
    yield total(moduli @ moduli.T) == total(moduli) ** 2


@claim(
    paper,
    "Section 3.1, KL exponent",
    part="origin, from below",
    where=WHERE,
    record=RECORD,
    statement=r"""If $u^*_k = 0$, then the exponent at $0$ is at least $\frac12$, and so $\frac12$: $t e_k$ is a
subgradient of $f$ at $t e_k$ for $t > 0$, and $f(t e_k) - f(0) = \frac12 t^2$. Here for up to two coordinates in
the support and two outside.""",
    reading="from the definition of f, for one coordinate in the support with one zero, and two with one and with "
    f"two; u* >= 0 with its zeros last, as the symmetries of f allow (equation 1); {EXPONENT}; the values are the "
    "integral of the slope t at t e_k along e_k",
    uses=(*SYMMETRIES, "guan-so-2024/section-3-1-kl-exponent/origin"),
    scope="parametric",
)
@claim.sample(support=1, zeros=1, t=1)
@claim.parametric(support=1, zeros=1)
@claim.parametric(support=2, zeros=1)
@claim.parametric(support=2, zeros=2)
def origin_from_below(support: Integer, zeros: Integer, t: Positive):
    """The subgradient at t e_k, and the slope of f there along e_k, whose integral is t^2 / 2."""
    assume(support <= 2, zeros <= 2)
    us, n = (*positive_letters("a", support), *[scalar(0)] * zeros), support + zeros
    for k in range(support, n):
        u = tuple(t if i == k else scalar(0) for i in range(n))
        axis = tuple(int(i == k) for i in range(n))
        Z = [-1 if j < support else int(i == j == k) for i, j in combinations_with_replacement(range(n), 2)]
        yield stationary(tilted(us, u), at=u, multipliers=Z)
        yield directional_derivative(l1_rank_one_loss(us), u, along=axis) == t
