"""The proof of Theorem 3.1, the last two cases: coordinates above and below, and the case that the paper waives.

The coordinates are sorted by class (see `sorted_point`), with any number in each. A row (Z u)_i is zero at a stationary
point.
"""

from exactcheck import Integer, Partition, Positive, arbitrary_matrix, claim, inner, ones

from . import paper
from .classes import CLASSES, ZERO, entry_signs
from .columns import arbitrary_column
from .descent_directions import both_sides, descent_on_both_sides, descent_on_one_side, of_all_classes, one_side
from .equation_1 import PERMUTATIONS
from .residual import residual
from .sorted_point import LEAST, OPPOSITE, POSITIVE, SORTED, STATIONARITY, SUMS, SortedPoint

WHERE = "section 3.1, proof of Theorem 3.1, case [n] = J_> and J_<"


@claim(
    paper,
    "Theorem 3.1, case 6, four classes",
    where=f"{WHERE}, first point",
    record="guan-so/thm-3.1-case6a",
    statement=r"""Where $J_{>,\sim}$, $J_{>,\nsim}$, $J_{<,\sim}$ and $J_{<,\nsim}$ are not empty, a row above gives
$A \ge G + G' + A'$ and one above on the opposed side $A' \ge G + G' + A$, so that $G + G' \le 0$, and $u$ is not
stationary.""",
    reading=f"{POSITIVE}; {LEAST}; {SUMS}; for Z symmetric or not",
    uses=STATIONARITY,
    scope="general",
)
@claim.sample(above=1, above_opposed=2, below=1, below_opposed=1, least="1/2")
@claim.general()
def four_classes(above: Integer, above_opposed: Integer, below: Integer, below_opposed: Integer, least: Positive):
    """The two rows, and their difference, which is positive."""
    sizes = {"above": above, "above_opposed": above_opposed, "below": below, "below_opposed": below_opposed}
    at = SortedPoint(Partition(**sizes), least, ("above", "above_opposed"))
    both, below_, opposed = at.mass("above", "above_opposed"), at.mass("below"), at.mass("below_opposed")
    right, left = at.row("above"), at.row("above_opposed")

    yield from entry_signs(*at.classes)
    yield right >= both + opposed - below_
    yield left <= -(both + below_ - opposed)
    yield right - left >= 2 * both
    yield right - left > 0


@claim(
    paper,
    "Theorem 3.1, case 6, three classes as printed",
    where=f"{WHERE}, second point",
    record="guan-so/thm-3.1-case6b",
    statement=r"""Where $J_{>,\sim}$ and $J_{>,\nsim}$ are not empty and $J_< = J_{<,\sim}$, the block of
$\mathrm{Sign}(u u^T - u^* u^{*T})$ over $J_{>,\nsim} \times J_<$ is $(\mathrm{Sign}(u^*_i u^*_j))$.""",
    reading="as printed, with u* > 0: the entry would be positive. At u* = (1, 1, 1), u = (2, -2, 1/2) it is "
    "negative; the next display has the right sign",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(truth=1, excess=1, other_truth=1, other="1/2")
def three_classes_as_printed(truth: Positive, excess: Positive, other_truth: Positive, other: Positive):
    """The entry of the second and the third coordinate."""
    yield -(truth + excess) * other - truth * other_truth > 0


@claim(
    paper,
    "Theorem 3.1, case 6, three classes",
    where=f"{WHERE}, second point",
    record="guan-so/thm-3.1-case6b",
    statement=r"""Where $J_{>,\sim}$ and $J_{>,\nsim}$ are not empty and $J_< = J_{<,\sim}$, the block over
$J_{>,\nsim} \times J_<$ is $-(\mathrm{Sign}(u^*_i u^*_j)) = (\mathrm{Sign}(u_i u_j))$, and $(Z u)_i =
\mathrm{sign}(u_i) \|u\|_1 \ne 0$ for $i \in J_{>,\nsim}$: $u$ is not stationary.""",
    reading=f"{POSITIVE}; {LEAST}; {OPPOSITE}",
    repairs="theorem-3-1-case-6-three-classes-as-printed",
    uses=STATIONARITY,
    scope="general",
)
@claim.sample(above=1, above_opposed=1, below=2, least=1)
@claim.general()
def three_classes(above: Integer, above_opposed: Integer, below: Integer, least: Positive):
    """A row above on the opposed side."""
    sizes = {"above": above, "above_opposed": above_opposed, "below": below}
    at = SortedPoint(Partition(**sizes), least, ("above", "above_opposed"))

    yield from entry_signs(*at.classes)
    yield at.row("above_opposed") == -at.norm
    yield at.norm > 0


@claim(
    paper,
    "Theorem 3.1, case 6, below on both sides",
    where=f"{WHERE}, third point",
    record="guan-so/thm-3.1-case6c",
    statement=r"""Where $J_{<,\sim}$ and $J_{<,\nsim}$ are not empty and $J_> = J_{>,\sim}$, a row below on the
opposed side gives $s \cdot u = 0$, with which $A' - A = G$ and the second line of the system holds with equality; a
row above gives $A \ge G + A'$, so that $-G \ge G$, and $u$ is not stationary.""",
    reading=f"{POSITIVE}; {LEAST}; {SUMS}; for Z symmetric or not; that the second line holds vacuously is read as: "
    f"with equality; {OPPOSITE}",
    uses=STATIONARITY,
    scope="general",
)
@claim.sample(above=2, below=1, below_opposed=1, least=1)
@claim.general()
def below_on_both_sides(above: Integer, below: Integer, below_opposed: Integer, least: Positive):
    """The rows, and the difference of two of them, which is positive."""
    at = SortedPoint(Partition(above=above, below=below, below_opposed=below_opposed), least, ("above",))
    up, right, left = at.mass("above"), at.mass("below"), at.mass("below_opposed")

    yield from entry_signs(*at.classes)
    yield at.row("below_opposed") == -at.signed_sum
    yield left - right == up - at.signed_sum
    yield at.row("above") >= up + left - right
    yield at.row("above") - at.row("below_opposed") >= 2 * up
    yield at.row("above") - at.row("below_opposed") > 0


@claim(
    paper,
    "Theorem 3.1, case 6, one side",
    where=f"{WHERE}, fourth point",
    record="guan-so/thm-3.1-case6d",
    statement=r"""Where $J_> = J_{>,\sim}$ and $J_< = J_{<,\sim}$, $Z u = 0$ with $Z \in \mathrm{Sign}(u u^T - u^*
u^{*T})$, symmetric or not, implies $A \ge G$ and $G \ge A$, and $Z = [[S_{>>}, -S_{><}], [S_{<>}, -S_{<<}]]$ with
$S = (\mathrm{Sign}(u_i u_j))$, which is not symmetric; with a symmetric $Z$ $u$ is not stationary.""",
    reading=f"{POSITIVE}; {LEAST}; {SUMS}. S consists of ones: each row above has the same G - A + sum_j (1 + Z_ij) "
    "|u_j|, each row below G - A - sum_j (1 - Z_ij) |u_j|, and the difference of any two is at least that bound times "
    f"the sum of all 1 + Z_ij and 1 - Z_ij in them, which are therefore zero; {OPPOSITE}",
    uses=STATIONARITY,
    scope="general",
)
@claim.sample(above=2, below=3, least="1/3")
@claim.sample(above=1, below=1, least=1)
@claim.general()
def one_side_each(above: Integer, below: Integer, least: Positive):
    """Two rows; the only matrix, and its product with u; a direction for the symmetric ones."""
    at = SortedPoint(Partition(above=above, below=below), least, ("above", "below"))
    up, low, G, A = at.mass("above"), at.mass("below"), at.columns("above"), at.columns("below")
    high_row, low_row = at.row("above"), at.row("below", bound=1)
    distances = [inner(at.ones(b), at.distance(a, b)) for a, b in (("above", "below"), ("below", "above"))]

    yield from entry_signs(*at.classes)
    yield high_row >= up - low
    yield low_row <= up - low
    yield high_row - low_row >= least * (distances[0] + distances[1])

    across, back = G @ ones(G.cols, A.cols) @ A.T, A @ ones(A.cols, G.cols) @ G.T
    only = G @ ones(G.cols, G.cols) @ G.T - across + back - A @ ones(A.cols, A.cols) @ A.T
    yield only @ at.u == (up - low) * (G @ at.ones("above") + A @ at.ones("below"))
    yield only - only.T == 2 * (back - across)
    yield from descent_on_one_side(at)


@claim(
    paper,
    "Theorem 3.1, case 6, opposite sides",
    where=f"{WHERE}, fifth point",
    record="guan-so/thm-3.1-case6e",
    statement=r"""Where $J_> = J_{>,\sim}$ and $J_< = J_{<,\nsim}$, $\mathrm{Sign}(u u^T - u^* u^{*T})$ is one
matrix, and $(Z u)_i = \mathrm{sign}(u_i) \|u\|_1 \ne 0$ for $i \in J_>$: $u$ is not stationary.""",
    reading=f"{POSITIVE}; {LEAST}; {OPPOSITE}",
    uses=STATIONARITY,
    scope="general",
)
@claim.sample(above=1, below_opposed=2, least=1)
@claim.general()
def opposite_sides(above: Integer, below_opposed: Integer, least: Positive):
    """Z by blocks, and a row above."""
    at = SortedPoint(Partition(above=above, below_opposed=below_opposed), least, ("above",))
    G, A = at.columns("above"), at.columns("below_opposed")
    across = G @ ones(G.cols, A.cols) @ A.T

    yield from entry_signs(*at.classes)
    yield G @ ones(G.cols, G.cols) @ G.T - across - across.T - A @ ones(A.cols, A.cols) @ A.T == at.Z
    yield at.row("above") == at.norm
    yield at.norm > 0


@claim(
    paper,
    "Theorem 3.1, case 6, zeros",
    where=f"{WHERE}, last paragraph",
    record="guan-so/thm-3.1-case6f",
    statement=r"""If $Z u = 0$ with $Z \in \mathrm{Sign}(u u^T - u^* u^{*T})$ symmetric, then without the rows and
columns of $J_{<,0}(u)$ the matrix $Z$ annihilates the rest of $u$, and belongs to $\mathrm{Sign}$ of the rest; so
the case is one without zeros, or that of $[n] = J_>$.""",
    reading="for all sizes, with the coordinates of J_<,0 last; the reduction is needed in this direction only",
    uses=(PERMUTATIONS,),
    scope="general",
)
@claim.sample(kept=2, zero=1)
@claim.general()
def zeros(kept: Integer, zero: Integer):
    """The kept rows of Z u, and the kept block of u u^T - u* u*^T."""
    rows = Partition(kept=kept, zero=zero)
    K, N = rows.columns("kept"), rows.columns("zero")
    W, v = arbitrary_matrix("W", rows.dimension, rows.dimension), arbitrary_column("v", K.cols)
    inside, outside = arbitrary_column("inside", K.cols), arbitrary_column("outside", N.cols)
    Z, u, truth = W + W.T, K @ v, K @ inside + N @ outside

    yield K.T @ Z @ u == (K.T @ Z @ K) @ v
    yield K.T @ residual(u, truth) @ K == residual(v, inside)


@claim(
    paper,
    "Theorem 3.1, case 7",
    where="section 3.1, proof of Theorem 3.1, case [n] = J_>, J_= and J_<",
    record="guan-so/thm-3.1-case7",
    statement=r"""Where $J_>(u)$, $J_=(u)$ and $J_<(u)$ are not empty, $u$ is not stationary. (For every symmetric
$Z \in \mathrm{Sign}(u u^T - u^* u^{*T})$: if both sides are above, $d = -G' u$ and $G u$ on them has $d^T Z u \le
-2 G G' (G + G' + E + E')$; if one side is above, $d = -(G + A) u$ above and $G u$ below on the same side has $d^T Z
u \le -G (G^2 + G (E + E' + A') + A G + 2 A E)$.)""",
    reading=f"{SUMS}; {SORTED}; for empty classes as well, so that the directions settle cases 1, 4 and 6 at once; "
    "above on the opposed side only is the case of -u. The paper leaves this case to the reader",
    uses=STATIONARITY,
    scope="general",
)
@claim.sample(above=1, above_opposed=1, equal=1, equal_opposed=1, below=1, below_opposed=1, zero=1, least=1)
@claim.sample(above=2, above_opposed=1, equal=0, equal_opposed=1, below=2, below_opposed=0, zero=0, least="1/2")
@claim.general()
@of_all_classes
def three_levels(sizes, least):
    """Both sides above, then one."""
    yield from entry_signs(*CLASSES, ZERO)
    yield from descent_on_both_sides(both_sides(least, sizes))
    yield from descent_on_one_side(one_side(least, sizes))
