"""The proof of Theorem 3.8: f as a maximum of quadratic functions, and the multipliers Q(u) at a spurious point."""

from itertools import combinations_with_replacement, product

from exactcheck import (
    Integer,
    Natural,
    Nonnegative,
    Partition,
    Positive,
    Real,
    arbitrary_matrix,
    assume,
    claim,
    inner,
    ones,
    point,
    scalar,
)

from . import paper
from .absolute_values import absolute
from .columns import arbitrary_column, column_of_ones, sum_of, total
from .proposition_3_6 import elements, least_element
from .sorted_spurious_points import SORTED, SORTED_USES, sorted_spurious_point

WHERE = "section 3.4, proof of Theorem 3.8"
LABEL = "Theorem 3.8, proof"


@claim(
    paper,
    LABEL,
    part="maximum",
    where=WHERE,
    record="guan-so/thm-3.8-maxrep",
    statement=r"""$f(u) = \max \{\frac12 \langle u u^T - u^* u^{*T}, P \rangle : P \in \{\pm 1\}^{n \times n} \cap
\mathbb R^{n \times n}_{sym}\}$: $\|X\|_1 \ge \langle X, P \rangle$ for all of these $P$, and as $X = u u^T - u^*
u^{*T}$ is symmetric, a symmetric $P$ has $P_{ij} X_{ij} = |X_{ij}|$ in all entries.""",
    reading="for all sizes; X = A - B with its positive and negative parts A, B >= 0, and P = 1 1^T - 2 F = -1 1^T + "
    "2 G with F, G >= 0, 1 the vector of ones; for one entry x, |x| is x or -x",
    scope="general",
)
@claim.sample(n=1)
@claim.sample(n=2)
@claim.general()
def maximum(n: Integer):
    """The products of A and of -B with P are at most their sums; for one entry |x| is x or -x."""
    rows = Partition(coordinates=n).dimension
    A, B, F, G = (arbitrary_matrix(name, rows, rows, nonnegative="all") for name in "ABFG")
    plus, x = ones(rows, rows), point("x")

    yield inner(A, plus - 2 * F) <= total(A)
    yield inner(-B, -plus + 2 * G) <= total(B)
    yield (absolute(x) - x) * (absolute(x) + x) == 0


@claim(
    paper,
    LABEL,
    part="maximum, matrix by matrix",
    where=WHERE,
    record="guan-so/thm-3.8-maxrep",
    statement=r"""For $n = 1$ and $n = 2$: $\|X\|_1 \ge \langle X, P \rangle$ for each of the 2 (of the 8) symmetric
$P$ with entries $\pm 1$, and for every symmetric $X$ one of them attains it.""",
    reading="for all symmetric X, by the absolute values themselves",
    scope="exhaustive",
)
@claim.sample(n=1)
@claim.sample(n=2)
def matrix_by_matrix(n: Integer):
    """All symmetric X in letters, with the absolute values themselves."""
    assume(n <= 2)
    places = list(combinations_with_replacement(range(n), 2))
    X = {place: (1 if place[0] == place[1] else 2) * point(f"X_{place[0] + 1}_{place[1] + 1}") for place in places}
    norm, missed = sum((absolute(x) for x in X.values()), scalar(0)), scalar(1)
    for signs in product((1, -1), repeat=len(places)):
        value = sum((sign * x for sign, x in zip(signs, X.values(), strict=True)), scalar(0))
        missed = missed * (norm - value)
        yield norm >= value
    yield missed == 0


@claim(
    paper,
    LABEL,
    part="convex hull",
    where=WHERE,
    record="guan-so/thm-3.8-Qset",
    statement=r"""$Q(u) = \mathrm{conv}(I(u)) \cap \{Q : Q u = 0\} = (\mathrm{Sign}(u u^T - u^* u^{*T}) \cap \mathbb
R^{n \times n}_{sym}) \cap \{Q : Q u = 0\}$: the symmetric elements are a box over the entries that are not fixed,
and a point of a box is a convex combination of its vertices. (Entry by entry: a weight $\lambda$ is split into
$\lambda (1 + z) / 2$ for the entry $1$ and $\lambda (1 - z) / 2$ for the entry $-1$; the sum of the weights stays,
the mean of the entry is $z$, and that of what was chosen before, $y$, is kept.)""",
    reading="the first equation is the definition of a convex hull; the second by splitting weights, entry after "
    "entry, of which one step is shown",
    scope="parametric",
)
@claim.sample(weight="1/3", z="-1/2", y=1)
@claim.general()
def convex_hull(weight: Nonnegative, z: Real, y: Real):
    """One step, for one vertex of the entries before."""
    assume(z >= -1, z <= 1)
    up, down = weight * (1 + z) / 2, weight * (1 - z) / 2

    yield up >= 0
    yield down >= 0
    yield up + down == weight
    yield up - down == weight * z
    yield up * y + down * y == weight * y


@claim(
    paper,
    LABEL,
    part="one multiplier",
    where=WHERE,
    record="guan-so/thm-3.8-Qsingleton",
    statement=r"""For $u^*$ without zeros and $u$ spurious stationary: $Q(u) = \{-\mathrm{Sign}(u^* u^{*T})\}$. ($Z
= -s s^T + D$ with $D \ge 0$, which is zero but where $u$ and $u^*$ agree and where they are opposed; there $Z u =
0$ says $D u^* = 0$, and the sum of the entries of $D u^*$ is at least $\min_i u^*_i$ times that of $D$.)""",
    reading=f"{SORTED}; the u*_i are bounded from below by a letter > 0",
    uses=(*SORTED_USES, "guan-so-2024/equation-5"),
    scope="general",
)
@claim.sample(agreeing=2, opposed=1, within=1, within_opposed=1, least="1/2")
@claim.sample(agreeing=0, opposed=0, within=1, within_opposed=1, least="1/2")
@claim.general()
def one_multiplier(agreeing: Natural, opposed: Natural, within: Natural, within_opposed: Natural, least: Positive):
    """The rows of Z u; then any D >= 0, and any vector whose entries are at least a positive number."""
    at = sorted_spurious_point(agreeing, opposed, within, within_opposed)
    Z = elements(at)
    D = Z - least_element(at)
    yield least_element(at) @ at.u == 0 * at.u
    yield Z @ at.u == at.spread(
        agreeing=at.part("agreeing", D @ at.planted), opposed=-at.part("opposed", D @ at.planted)
    )

    rows = Partition(coordinates=agreeing + opposed).dimension
    D, room = arbitrary_matrix("D", rows, rows, nonnegative="all"), arbitrary_column("room", rows, "all")
    yield total(D @ (room + least * column_of_ones(rows))) >= least * total(D)


@claim(
    paper,
    LABEL,
    part="more multipliers beside zeros",
    where=WHERE,
    record="guan-so/thm-3.8-Qsingleton",
    statement=r"""Where $u^*$ has a zero $j$, $Q(u)$ has more elements at every spurious stationary $u$: $-s s^T + c
(e_j s^T + s e_j^T) + d e_j e_j^T$ for all $c, d \in [-1, 1]$. The assumption of the proof that $u^*$ has none is
needed in the display.""",
    reading=f"{SORTED}; e is an arbitrary vector over the zeros of u*, such as e_j; that the matrix is in the set, its "
    "entries being in [-1, 1] where u_i u_j = u*_i u*_j = 0, can be read off",
    uses=SORTED_USES,
    scope="general",
)
@claim.sample(agreeing=1, opposed=1, within=1, within_opposed=0, outside=1)
@claim.general()
def more_multipliers(agreeing: Natural, opposed: Natural, within: Natural, within_opposed: Natural, outside: Integer):
    """With an arbitrary vector e over the coordinates outside of the support."""
    at = sorted_spurious_point(agreeing, opposed, within, within_opposed, outside)
    e, c, d = at.place("outside") @ at.column("e", "outside"), point("c"), point("d")

    yield (least_element(at) + c * (e @ at.s.T + at.s @ e.T) + d * e @ e.T) @ at.u == 0 * at.u


@claim(
    paper,
    LABEL,
    part="zero coordinates",
    where=WHERE,
    record="guan-so/thm-3.8-zero",
    statement=r"""Zeros of $u^*$ do not change $\max \{w^T Q w : Q \in Q(u)\}$ for $w = \pm u^* - u$: as $u_j = w_j
= 0$ there, $w^T Q w = w_S^T Q_{SS} w_S$ and the rows of $Q u$ in the support $S$ are $Q_{SS} u_S$, so that $Q_{SS}$
is in the set for $u_S$; the remaining rows, $Q_{NS} u_S = 0$, are satisfied by $Q_{NS} = 0$. The value is $-(s^T
w)^2 = -\|u^*\|_1^2$, with the signs $s$ of $u^*$.""",
    reading=SORTED,
    uses=(*SORTED_USES, "guan-so-2024/theorem-3-8-proof/one-multiplier"),
    scope="general",
)
@claim.sample(agreeing=1, opposed=1, within=1, within_opposed=0, outside=2)
@claim.general()
def zero_coordinates(agreeing: Natural, opposed: Natural, within: Natural, within_opposed: Natural, outside: Integer):
    """For every matrix Q, and for the one with Q_SS = -s s^T and zeros elsewhere."""
    at = sorted_spurious_point(agreeing, opposed, within, within_opposed, outside)
    Q = arbitrary_matrix("Q", at.u.rows, at.u.rows)
    inside = kept(at)
    yield inside @ (Q @ at.u) == inside @ Q @ inside @ at.u
    yield least_element(at) @ at.u == 0 * at.u
    for w in at.directions:
        yield inner(w, Q @ w) == inner(w, inside @ Q @ inside @ w)
        yield inner(w, least_element(at) @ w) == -(at.norm**2)


def kept(at):
    """The projection to the support of u*."""
    return sum_of(at.place(name) @ at.place(name).T for name in at.blocks if name != "outside")
