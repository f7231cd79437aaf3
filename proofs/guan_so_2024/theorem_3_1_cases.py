"""The proof of Theorem 3.1, the first five cases: which of |u_i| > |u*_i|, = and < occur, in the paper's own way.

The coordinates are sorted by class (see `sorted_point`), with any number in each. A row (Z u)_i is zero at a stationary
point.
"""

from exactcheck import Integer, Natural, Partition, Positive, claim
from exactcheck.landscape import directional_derivative, l1_rank_one_loss

from . import paper
from .classes import ZERO, entry_signs, index, side
from .columns import arbitrary_column, sum_of
from .residual import residual
from .sorted_point import LEAST, POSITIVE, STATIONARITY, SUMS, SortedPoint
from .theorem_3_1 import box_is_stationary, truth_is_stationary

PROOF = "section 3.1, proof of Theorem 3.1"


def signs_of_truth(at: SortedPoint):
    """The column of ones, sign(u*)."""
    return sum_of(at.columns(name) @ at.ones(name) for name in at.classes)


def signs_of_point(at: SortedPoint):
    """sign(u)."""
    return sum_of(side(name) * at.columns(name) @ at.ones(name) for name in at.classes)


@claim(
    paper,
    "Theorem 3.1, case 1 as printed",
    where=f"{PROOF}, case [n] = J_>",
    record="guan-so/thm-3.1-case1",
    statement=r"""Where $[n] = J_>(u)$: $\partial f(u) = \mathrm{Sign}(u u^T - u^* u^{*T}) \cap \mathbb R^{n \times
n}_{sym}$.""",
    reading="as printed, for n = 1, where vectors and matrices can be compared: with u > u* > 0 the set on the right "
    "is {sign(u^2 - u*^2)} = {1}, so that the derivative along 1 would be 1",
    verdict="refuted",
    finding="misprint",
)
@claim.sample(truth=1, excess=1)
def subdifferential_as_printed(truth: Positive, excess: Positive):
    """The directional derivative at u = truth + excess."""
    yield directional_derivative(l1_rank_one_loss([truth]), at=(truth + excess,), along=(1,)) == 1


@claim(
    paper,
    "Theorem 3.1, case 1",
    where=f"{PROOF}, case [n] = J_>",
    record="guan-so/thm-3.1-case1",
    statement=r"""Where $[n] = J_>(u)$ the only element of $\mathrm{Sign}(u u^T - u^* u^{*T})$ is $Z = s s^T$ with
$s = \mathrm{sign}(u)$; it has $Z u = \|u\|_1 s \ne 0$, and $u$ is not stationary.""",
    reading="for all sizes, with signs of coordinates changed so that u* >= 0, and u_i >= 0 where u*_i = 0, and those "
    "above on the opposed side last; zeros of u* are allowed, and at least one coordinate is not opposed, otherwise "
    f"-u is considered; {LEAST}",
    repairs="theorem-3-1-case-1-as-printed",
    uses=(*STATIONARITY, "guan-so-2024/equation-2-matrices"),
    scope="general",
)
@claim.sample(above=2, above_opposed=1, least=1)
@claim.general()
def all_above(above: Integer, above_opposed: Natural, least: Positive):
    """Z by blocks, and its product with u."""
    at = SortedPoint(Partition(above=above, above_opposed=above_opposed), least, ("above",))
    s = signs_of_point(at)

    yield from entry_signs(*at.classes)
    yield s @ s.T == at.Z
    yield at.Z @ at.u == at.norm * s
    yield at.norm > 0


@claim(
    paper,
    "Theorem 3.1, case 2",
    where=f"{PROOF}, case [n] = J_=",
    record="guan-so/thm-3.1-case2",
    statement=r"""Where $[n] = J_=(u)$ and both sides occur, a stationary $u$ has $E \ge E'$ and $E' \ge E$, that
is, $s \cdot u = E - E' = 0$ for $s = \mathrm{sign}(u^*)$; conversely $Z = -s s^T$ is possible and has $Z u = -(s
\cdot u) s$. If only one side occurs, $u = \pm u^*$ is stationary.""",
    reading=f"{POSITIVE}; {SUMS}",
    uses=STATIONARITY,
    scope="general",
)
@claim.sample(equal=2, equal_opposed=1)
@claim.general()
def all_equal(equal: Integer, equal_opposed: Integer):
    """One row on each side; then the two witnesses."""
    at = SortedPoint(Partition(equal=equal, equal_opposed=equal_opposed))
    right, left, s = at.mass("equal"), at.mass("equal_opposed"), signs_of_truth(at)

    yield from entry_signs(*at.classes)
    yield at.row("equal") >= left - right
    yield at.row("equal_opposed") <= left - right
    yield at.signed_sum == right - left
    yield -s @ s.T @ at.u == -at.signed_sum * s
    for name in at.classes:
        yield index(name, f"i_{name}").entry(index(name, f"j_{name}")) == 0
    yield from truth_is_stationary(equal + equal_opposed)


@claim(
    paper,
    "Theorem 3.1, case 3",
    where=f"{PROOF}, case [n] = J_<",
    record="guan-so/thm-3.1-case3",
    statement=r"""Where $[n] = J_<(u)$ the only element of $\mathrm{Sign}(u u^T - u^* u^{*T})$ is $Z = -s s^T$ with
$s = \mathrm{sign}(u^*)$; $Z u = -(s \cdot u) s$ is zero if and only if $s \cdot u = 0$.""",
    reading=POSITIVE,
    uses=STATIONARITY,
    scope="general",
)
@claim.sample(below=1, below_opposed=2, zero=1)
@claim.general()
def all_below(below: Natural, below_opposed: Natural, zero: Natural):
    """All entries are negative."""
    at = SortedPoint(Partition(below=below, below_opposed=below_opposed, zero=zero))
    s = signs_of_truth(at)

    yield from entry_signs(*at.classes)
    for name in at.classes:
        yield at.row(name) == -at.signed_sum
    yield -s @ s.T @ at.u == -at.signed_sum * s


@claim(
    paper,
    "Theorem 3.1, case 4",
    where=f"{PROOF}, case [n] = J_> and J_=",
    record="guan-so/thm-3.1-case4",
    statement=r"""Where $[n] = J_>(u) \cup J_=(u)$, both not empty: $(Z u)_i = \mathrm{sign}(u_i) \|u\|_1 \ne 0$ for
$i \in J_>(u)$ and every $Z \in \mathrm{Sign}(u u^T - u^* u^{*T})$.""",
    reading=f"{POSITIVE}; {LEAST}; some coordinate above is not opposed, otherwise -u is considered; the lower left "
    "block of the display with i in J_= and j in J_>",
    uses=STATIONARITY,
    scope="general",
)
@claim.sample(above=1, above_opposed=1, equal=2, equal_opposed=1, least=1)
@claim.general()
def above_and_equal(above: Integer, above_opposed: Natural, equal: Natural, equal_opposed: Natural, least: Positive):
    """A row on each side."""
    sizes = {"above": above, "above_opposed": above_opposed, "equal": equal, "equal_opposed": equal_opposed}
    at = SortedPoint(Partition(**sizes), least, ("above",))

    yield from entry_signs(*at.classes)
    yield at.row("above") == at.norm
    yield at.row("above_opposed") == -at.norm
    yield at.norm > 0


@claim(
    paper,
    "Theorem 3.1, case 5",
    where=f"{PROOF}, case [n] = J_= and J_<",
    record="guan-so/thm-3.1-case5",
    statement=r"""Where $[n] = J_=(u) \cup J_<(u)$, both not empty, $u$ is stationary if and only if $s \cdot u = 0$
for $s = \mathrm{sign}(u^*)$: $(Z u)_i = -s \cdot u$ for $i \in J_<(u)$, and $-s s^T$ is in $\mathrm{Sign}(u u^T -
u^* u^{*T})$.""",
    reading=f"{POSITIVE}; also where one of the two sets is empty",
    uses=STATIONARITY,
    scope="general",
)
@claim.sample(equal=1, equal_opposed=1, below=1, below_opposed=2, zero=1)
@claim.general()
def equal_and_below(equal: Natural, equal_opposed: Natural, below: Natural, below_opposed: Natural, zero: Natural):
    """The rows below, then the witness."""
    sizes = {"equal": equal, "equal_opposed": equal_opposed, "below": below, "below_opposed": below_opposed}
    at = SortedPoint(Partition(**sizes, zero=zero))

    yield from entry_signs(*at.classes)
    for name in ("below", "below_opposed", ZERO):
        yield at.row(name) == -at.signed_sum
    yield from box_is_stationary(sum(sizes.values()) + zero)


@claim(
    paper,
    "Theorem 3.1, case 5, one side as printed",
    where=f"{PROOF}, case [n] = J_= and J_<, second point",
    record="guan-so/thm-3.1-case5b",
    statement=r"""If $J_{=,\nsim}(u) = J_=(u)$, the block of $\mathrm{Sign}(u u^T - u^* u^{*T})$ over $J_= \times
J_=$ is the one matrix $-(\mathrm{Sign}(u^*_i u^*_j))$.""",
    reading="as printed: Sign has the one element -1 only for negative entries. At u* = (1, 1), u = (-1, 0), where "
    "J_= = {1}, the entry would have to be negative; it is zero",
    verdict="refuted",
    finding="false as stated",
)
@claim.sample(equal=1, below=1)
def one_side_as_printed(equal: Positive, below: Positive):
    """u* = (equal, below) and u = (-equal, 0): the entry of the block."""
    yield (-equal) * (-equal) - equal * equal < 0


@claim(
    paper,
    "Theorem 3.1, case 5, one side",
    where=f"{PROOF}, case [n] = J_= and J_<, first and second point",
    record="guan-so/thm-3.1-case5b",
    statement=r"""If $J_=(u)$ is $J_{=,\sim}(u)$ or $J_{=,\nsim}(u)$, the entries over $J_= \times J_=$ are zero,
and the block of $\mathrm{Sign}(u u^T - u^* u^{*T})$ is all of $[-1, 1]^{J_= \times J_=}$; it contains
$-(\mathrm{Sign}(u^*_i u^*_j))$, which is what the proof needs.""",
    reading="for all sizes, with the block of these coordinates alone; for Z_11 at u* = (1, 1), u = (-1, 0) the "
    "derivatives of f along (1, 0) and (-1, 0) are both 1, as the range [-1, 1] says",
    uses=STATIONARITY,
    repairs="theorem-3-1-case-5-one-side-as-printed",
    scope="general",
)
@claim.sample(equal=1)
@claim.sample(equal=3)
@claim.general()
def one_side(equal: Integer):
    """The block on each side, and two derivatives on an instance."""
    truth = arbitrary_column("truth", Partition(equal=equal).dimension)
    for u in (truth, -truth):
        yield residual(u, truth) == 0

    f, at = l1_rank_one_loss([1, 1]), (-1, 0)
    for along in ((1, 0), (-1, 0)):
        yield directional_derivative(f, at, along) == 1


@claim(
    paper,
    "Theorem 3.1, case 5, both sides",
    where=f"{PROOF}, case [n] = J_= and J_<, third point",
    record="guan-so/thm-3.1-case5c",
    statement=r"""If $J_{=,\sim}(u)$ and $J_{=,\nsim}(u)$ are not empty, the diagonal blocks of $\mathrm{Sign}(u u^T
- u^* u^{*T})$ over $J_= \times J_=$ are $[-1, 1]$ throughout, and the others are $-(\mathrm{Sign}(u^*_i u^*_j))$.""",
    reading=f"{POSITIVE}; by the block of these coordinates alone",
    scope="general",
)
@claim.sample(equal=2, equal_opposed=1)
@claim.general()
def both_sides(equal: Integer, equal_opposed: Integer):
    """The residual by blocks."""
    rows = Partition(equal=equal, equal_opposed=equal_opposed)
    R, L = rows.columns("equal"), rows.columns("equal_opposed")
    x, y = arbitrary_column("x", R.cols, "all"), arbitrary_column("y", L.cols, "all")

    yield residual(R @ x - L @ y, R @ x + L @ y) == -2 * (R @ x @ y.T @ L.T + L @ y @ x.T @ R.T)
    yield from entry_signs("equal", "equal_opposed")
