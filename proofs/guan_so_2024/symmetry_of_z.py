"""That only symmetric Z count: a nonsymmetric S in Sign(u u^T - u* u*^T) may have S u = 0 where u is not stationary."""

from exactcheck import Integer, Partition, Positive, claim, inner, matrix
from exactcheck.landscape import l1_rank_one_loss, not_stationary

from . import paper
from .classes import CLASSES, ZERO, entry_signs
from .columns import arbitrary_column, column_of_ones
from .descent_directions import both_sides, of_all_classes, one_side, sorted_point
from .equation_1 import SYMMETRIES
from .residual import residual
from .sorted_point import SORTED

LABEL, RECORD = "Symmetry of Z", "guan-so/sym-is-essential"
WHERE = "section 3, display after (1), and section 3.1, proof of Theorem 3.1"


@claim(
    paper,
    LABEL,
    part="two coordinates",
    where=WHERE,
    record=RECORD,
    statement=r"""At $u^* = (b, b t^2)$, $u = (b t, b t)$ with $b > 0$, $t > 1$, for instance $u^* = (1, 4)$, $u =
(2, 2)$, the matrix $S = [[1, -1], [1, -1]]$ is in $\mathrm{Sign}(u u^T - u^* u^{*T})$ and $S u = 0$, but $u$ is not
stationary.""",
    reading="the smallest number of coordinates, as for n = 1 every matrix is symmetric; t = 1 + excess",
    scope="parametric",
)
@claim.sample(b=1, excess=1)
@claim.general()
def two_coordinates(b: Positive, excess: Positive):
    """The entries of u u^T - u* u*^T, S u, and a direction in which f falls."""
    t = 1 + excess
    truth, u, S = (b, b * t**2), (b * t, b * t), matrix([[1, -1], [1, -1]])

    yield u[0] * u[0] - truth[0] * truth[0] > 0
    yield u[1] * u[1] - truth[1] * truth[1] < 0
    yield u[0] * u[1] - truth[0] * truth[1] == 0
    yield S @ matrix([[u[0]], [u[1]]]) == 0
    yield not_stationary(l1_rank_one_loss(truth), at=u, descent=(-2, 1))


@claim(
    paper,
    LABEL,
    part="all sizes",
    where=WHERE,
    record=RECORD,
    statement=r"""For positive $x$ and $y$ with $\sum x_i = \sum y_j$ and $t > 1$, at $u = (t x, t y)$ and $u^* =
(x, t^2 y)$ the matrix $S = [[1, -1], [1, -1]]$ (blocks of equal entries) is in $\mathrm{Sign}(u u^T - u^* u^{*T})$
and $S u = 0$, though $u$ is not stationary.""",
    reading="for all sizes; x and y are (sum_j b_j) a and (sum_i a_i) b for arbitrary positive a and b, as all "
    "positive x and y with equal sums are; the entries of a and b are bounded from below by a letter > 0, and t = 1 + "
    "excess; that u is not stationary is shown by the direction of case 7",
    uses=("guan-so-2024/theorem-3-1-case-7",),
    scope="general",
)
@claim.sample(above=1, below=2, excess=1, least=1)
@claim.general()
def all_sizes(above: Integer, below: Integer, excess: Positive, least: Positive):
    """The blocks of u u^T - u* u*^T, then S."""
    rows, t = Partition(above=above, below=below), 1 + excess
    G, A = rows.columns("above"), rows.columns("below")
    high, low = column_of_ones(G.cols), column_of_ones(A.cols)
    a = arbitrary_column("a", G.cols, "all") + least * high
    b = arbitrary_column("b", A.cols, "all") + least * low
    x, y = inner(low, b) * a, inner(high, a) * b
    u, truth = t * (G @ x + A @ y), G @ x + t**2 * A @ y
    S = (G @ high + A @ low) @ (G @ high - A @ low).T

    yield residual(u, truth) == (t**2 - 1) * (G @ x @ x.T @ G.T) - (t**4 - t**2) * (A @ y @ y.T @ A.T)
    yield t**2 - 1 > 0
    yield t**4 - t**2 > 0
    yield S @ u == 0
    yield 2 * (A @ low @ high.T @ G.T - G @ high @ low.T @ A.T) == S - S.T


@claim(
    paper,
    LABEL,
    part="only there",
    where=WHERE,
    record=RECORD,
    statement=r"""If $Z u = 0$ for a $Z \in \mathrm{Sign}(u u^T - u^* u^{*T})$, symmetric or not, and some $|u_i| >
|u^*_i|$, then $u^*_i = 0$ only where $u_i = 0$, and all other coordinates are in $J_{>,\sim}$ and $J_{<,\sim}$, or
all in $J_{>,\nsim}$ and $J_{<,\nsim}$; the sums of $|u_i|$ over the two sets are equal, and $u_i u_j = u^*_i u^*_j$
for $i$ in the one and $j$ in the other.""",
    reading=f"{SORTED}. A class that is said to be empty would give two rows with a positive difference. Zeros of u* "
    "with u_i != 0 are excluded first (reduction). That the sums are equal, Z_ij = -1 and Z_ji = 1 for i above and j "
    "below is case 6, one side; these are both in Sign(u_i u_j - u*_i u*_j) only if this is zero; above on the "
    "opposed side only is the case of -u",
    uses=(
        *SYMMETRIES,
        "guan-so-2024/theorem-3-1-case-6-one-side",
        "guan-so-2024/theorem-3-1-reduction/outside-of-the-support",
    ),
    scope="general",
)
@claim.sample(above=1, above_opposed=1, equal=1, equal_opposed=1, below=2, below_opposed=1, zero=1, least="1/2")
@claim.general()
@of_all_classes
def only_there(sizes, least):
    """Above on both sides; on one side with a row of another class; with E > 0; and with nothing below."""
    both, one = both_sides(least, sizes), one_side(least, sizes)

    yield from entry_signs(*CLASSES, ZERO, support=True)
    yield both.row("above") - both.row("above_opposed") > 0
    for name in ("below_opposed", ZERO, "equal_opposed"):
        yield one.row("above") - one.row(name) > 0

    above, equal, below = (sizes[name] for name in ("above", "equal", "below"))
    same = {"above": above, "equal": equal + 1, "below": below}
    right = sorted_point(least, same, ("above", "equal"), "_right")
    yield right.row("above") - right.row("below", bound=1) > 0
    alone = sorted_point(least, {"above": above, "equal": equal}, ("above",), "_alone")
    yield alone.row("above") > 0
