"""Section 1.1: the l1 norm of matrices, and what a first-order analysis cannot see."""

from exactcheck import (
    Integer,
    Natural,
    Nonnegative,
    Partition,
    Positive,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    matrix,
    ones,
    point,
    sqrt,
    unit,
)
from exactcheck.landscape import directional_derivative, first_order_growth, l1_rank_one_loss, stationary

from . import paper
from .columns import arbitrary_column, total
from .equation_1 import PERMUTATIONS, SIGN_CHANGES
from .letters import positive_letters, signs
from .moduli import BOUNDED, bounded, column_and_moduli
from .planted import planted_with_signs
from .residual import weighted_residual

WHERE = "section 1.1"
NUCLEAR = "guan-so/inl-l1-nuclear"
FIRST_ORDER = "guan-so/inl-firstorder-insufficient"
NORM = r"$\|X\|_1 = \inf \{\sum_k |c_k| : X = \sum_k c_k x_k y_k^T, \|x_k\|_1 = \|y_k\|_1 = 1\}$"


@claim(
    paper,
    "Section 1.1, not a spectral function",
    where=WHERE,
    record="guan-so/inl-l1-not-spectral",
    statement=r"""The entrywise $\ell_1$ norm of symmetric matrices is not invariant under conjugation by orthogonal
matrices: $\mathrm{diag}(1, 0)$ has norm $1$, and turned by an angle with the cosine $c$ and the sine $s$, $0 < c <
1$, it has the norm $1 + 2 c s > 1$; for $45$ degrees it is $2$.""",
    reading="for all angles between 0 and 90 degrees; all entries are nonnegative, so that the norm is their sum",
    scope="parametric",
)
@claim.sample(c="3/5")
@claim.general()
def not_spectral(c: Positive):
    """The rotation, its image of diag(1, 0), and the sums; then the angle of 45 degrees."""
    assume(c**2 < 1)
    diagonal, half = matrix([[1, 0], [0, 0]]), sqrt("1/2")
    turned_norms = []
    for cosine, sine in ((c, sqrt(1 - c**2, "s")), (half, half)):
        Q = matrix([[cosine, -sine], [sine, cosine]])
        turned = (Q @ diagonal @ Q.T).named("turned")
        turned_norms.append(total(turned))
        yield matrix([[1, 0], [0, 1]]) == Q @ Q.T
        yield turned >= 0
        yield total(turned) == 1 + 2 * cosine * sine
        yield total(turned) > 1

    yield total(diagonal) == 1
    yield turned_norms[1] == 2


@claim(
    paper,
    "Section 1.1, nuclear 1-norm",
    part="lower bound",
    where=WHERE,
    record=NUCLEAR,
    statement=rf"""{NORM}: no decomposition has a smaller sum. (For the signs $Z$ of $X$, $\|X\|_1 = \langle Z, X
\rangle = \sum_k c_k x_k^T Z y_k$, and $|x^T Z y| \le \sum_{{ij}} |x_i| |y_j| = \|x\|_1 \|y\|_1$.)""",
    reading=f"for all sizes and every Z with entries in [-1, 1]; {BOUNDED}; x and y as differences of nonnegative "
    "vectors whose sums are their moduli",
    scope="general",
)
@claim.sample(m=2, n=1)
@claim.general()
def lower_bound(m: Integer, n: Integer):
    """Both signs of x^T Z y, and the product of the norms."""
    rows, cols = Partition(rows=m).dimension, Partition(cols=n).dimension
    Z, B = bounded(rows, cols)
    (x, moduli_of_x), (y, moduli_of_y) = column_and_moduli("x", rows), column_and_moduli("y", cols)
    product, moduli = inner(Z, x @ y.T), moduli_of_x @ moduli_of_y.T

    yield product <= inner(B, moduli)
    yield product >= -inner(B, moduli)
    yield inner(ones(rows, cols), moduli) == total(moduli_of_x) * total(moduli_of_y)


@claim(
    paper,
    "Section 1.1, nuclear 1-norm",
    part="attained",
    where=WHERE,
    record=NUCLEAR,
    statement=rf"""{NORM}: the entries are such a decomposition, $X = \sum_{{ij}} x_{{ij}} e_i e_j^T$, with the sum
$\sum_{{ij}} |x_{{ij}}|$.""",
    reading="for every matrix X with one row and two columns, or two rows and three columns; that e_i e_j^T is a "
    "product of unit vectors, and what the sum of the moduli is, can be read off",
    scope="exhaustive",
)
@claim.sample(m=1, n=2)
@claim.sample(m=2, n=3)
def attained(m: Integer, n: Integer):
    """The sum of the entries times matrices of rank one."""
    X = arbitrary_matrix("X", m, n)
    places = [unit(m, n, i, j) for i in range(m) for j in range(n)]
    parts = [inner(E, X) * E for E in places]

    yield sum(parts[1:], parts[0]) == X


@claim(
    paper,
    "Section 1.1, first-order analysis",
    part="origin",
    where=WHERE,
    record=FIRST_ORDER,
    statement=r"""There are spurious stationary points at which no directional derivative of $f$ is negative: the
origin is one for every $u^* \ne 0$. (All derivatives of $u u^T - u^* u^{*T}$ are zero there, so that $df(0)(w) = 0$
for all $w$; and $f(0) = \frac12 \|u^*\|_1^2 > 0$.)""",
    reading="for all sizes, by the chain rule for the moduli of the entries; for the value u* >= 0, as changes of "
    "signs of coordinates allow",
    uses=(SIGN_CHANGES,),
    scope="general",
)
@claim.sample(n=2)
@claim.general()
def origin(n: Integer):
    """The derivative, tested against an arbitrary matrix, and the sum of the entries of u* u*^T."""
    rows = Partition(rows=n).dimension
    us, w, Y = arbitrary_column("us", rows, "all"), arbitrary_column("w", rows), arbitrary_matrix("Y", rows, rows)

    yield weighted_residual(Y, us).derivative([0 * us], [w]) == 0
    yield total(us @ us.T) / 2 == total(us) ** 2 / 2


@claim(
    paper,
    "Section 1.1, first-order analysis",
    part="origin at small sizes",
    where=WHERE,
    record=FIRST_ORDER,
    statement=r"""The origin is stationary, and $df(0)(w) = 0$ for every $w$, for all $u^*$ with $|S| = 1, 2, 3$
nonzero coordinates and up to two zeros.""",
    reading="from the definition of f, for |S| = 1, 2 with no zero and with one, and |S| = 3 with none and with two; "
    "all signs of u*, whose zeros are the last coordinates, as permutations allow",
    uses=(PERMUTATIONS,),
    scope="parametric",
)
@claim.sample(support=1, zeros=1, first=1)
@claim.parametric(support=1, zeros=0)
@claim.parametric(support=1, zeros=1)
@claim.parametric(support=2, zeros=0)
@claim.parametric(support=2, zeros=1)
@claim.parametric(support=3, zeros=0)
@claim.parametric(support=3, zeros=2)
def origin_at_small_sizes(support: Integer, zeros: Natural, first: Positive):
    """With letters for u* and w."""
    assume(support <= 3, zeros <= 2)
    n = support + zeros
    a, w = (first, *positive_letters("a", support - 1)), tuple(point(f"w_{k + 1}") for k in range(n))
    for sigma in signs(support):
        f = l1_rank_one_loss(planted_with_signs(sigma, a, zeros))
        yield stationary(f, at=(0,) * n, multipliers=[0] * len(f.pieces))
        yield directional_derivative(f, (0,) * n, along=w) == 0


@claim(
    paper,
    "Section 1.1, first-order analysis",
    part="other points",
    where=WHERE,
    record=FIRST_ORDER,
    statement=r"""$df(u)(w) \ge 0$ for all $w$ at $u = (-1, 1)$ and $(-\frac12, \frac12)$ for $u^* = (1, 1)$, at $u
= (1, 2, -3)$ for $u^* = (1, 2, 3)$, and at $u = (\frac12, -\frac12, 0)$ for $u^* = (1, 1, 0)$.""",
    reading="for all w, at these four points",
    scope="exhaustive",
)
@claim.sample()
def other_points():
    """Growth with the constant 0 says that no directional derivative is negative."""
    for us, u in (
        ((1, 1), (-1, 1)),
        ((1, 1), ("-1/2", "1/2")),
        ((1, 2, 3), (1, 2, -3)),
        ((1, 1, 0), ("1/2", "-1/2", 0)),
    ):
        yield first_order_growth(l1_rank_one_loss(us), u) >= 0


@claim(
    paper,
    "Section 1.1, first-order analysis",
    part="a segment",
    where=WHERE,
    record=FIRST_ORDER,
    statement=r"""For $n = 2$ and all $u^* = (a, b)$ with $0 < a \le b$ the points $(-t, t)$ with $0 < t < a$ are
stationary, and not $u^*$ or $-u^*$.""",
    reading="from the definition of f; a = t + r and b = a + d with r > 0 and d >= 0",
    scope="parametric",
)
@claim.sample(t=1, r=2, d=0)
@claim.general()
def segment(t: Positive, r: Positive, d: Nonnegative):
    """No summand of f has a kink there."""
    us = (t + r, t + r + d)

    yield stationary(l1_rank_one_loss(us), at=(-t, t), multipliers=[-1, -1, -1])
    yield (us[0] - t) ** 2 + (us[1] + t) ** 2 > 0
    yield (us[0] + t) ** 2 + (us[1] - t) ** 2 > 0
